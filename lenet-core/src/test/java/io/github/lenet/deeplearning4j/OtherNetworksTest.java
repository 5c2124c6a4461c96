package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.StockProcess;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.OtherNetworks;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Networks that are no LeNet, from the training to the gate: whoever adds one to the catalogue changes nothing else.
 * The browser's part is in {@code PageInBrowserTest}.
 */
class OtherNetworksTest {

    private static final Dataset TEST = SyntheticDigits.test(200, 3);

    @TempDir
    private Path folder;

    @Test
    void areTrainedArchivedVerifiedAndOpenedByDeeplearning4j() throws Exception {
        for (var name : OtherNetworks.NAMES) {
            var archive = train(name);
            archive.write(folder.resolve(name));

            var classifier = Classifier.load(folder.resolve(name));
            assertThat(classifier.description()).isEqualTo(archive.description());
            assertThat(classifier.parameters()).isEqualTo(archive.state().parameters());
            assertThat(Evaluation.of(ClassifierAnswers.of(classifier, TEST))
                            .accuracy()
                            .value())
                    .as(name)
                    .isGreaterThan(0.8);
        }

        StockProcess.requireSameProbabilities(folder, OtherNetworks.NAMES, TEST);
    }

    @Test
    void areInNoListOfNames() {
        assertThat(Architecture.names()).doesNotContainAnyElementsOf(OtherNetworks.NAMES);
    }

    private static ModelArchive train(String architecture) {
        var recipe = SeedRecipe.of(architecture)
                .with("epochs", 5)
                .with("learningRate", 0.003)
                .with("weightDecay", 0.01)
                .build();
        var trained = new Trainer(2).train(new Training(recipe, SyntheticDigits.train(1_000, 1), null));
        return TrainedArchive.of(trained, InputsOfTests.of(recipe));
    }
}
