package io.github.lenet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.TrainingListener;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTrainingTest {

    private static final Dataset IMAGES = SyntheticDigits.train(900, 1);

    private static TrialOutcome train(TrialTraining training, Dataset images) {
        var hyperparameters = training.hyperparameters();
        var parts = images.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed());
        return training.outcome(parts, 1, null, new TrainingListener() {}, Checkpoints.NONE);
    }

    private static TrialTraining training(boolean isConfirmation, Map<String, ?> written) {
        return new TrialTraining(1, 1, isConfirmation, Hyperparameters.of(written));
    }

    private static Tuning search(Map<String, String> present) {
        var options = new SearchOptions(9, Objective.LOSS, Pruning.HALVING, 2);
        TrialRunner<RuntimeException> runner = trainings ->
                trainings.stream().map(training -> train(training, IMAGES)).toList();
        return new Search(SearchSpace.parse("learningRate=0.00002..0.01 log"), present, options).run(runner);
    }

    @Test
    void theLossIsTheMeanOfThoseOfTheImages() {
        var written = Map.of("epochs", 1, "validationFraction", 0.1);

        var outcome = train(training(true, written), IMAGES);

        assertThat(outcome.imageLosses()).hasSize(90).allMatch(loss -> loss > 0);
        assertThat(outcome.imageLosses().stream()
                        .mapToDouble(loss -> loss)
                        .average()
                        .orElseThrow())
                .isCloseTo(outcome.lossOrThrow(), within(1e-12));
        assertThat(train(training(false, written), IMAGES))
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(TrialOutcome.measured(outcome.lossOrThrow(), outcome.accuracyOrThrow(), List.of(), 0));
    }

    @Test
    void aNetworkThatDoesNotFitTheImagesHasFailed() {
        var small = new Dataset("dots", "train", 8, 8, new byte[640], new byte[10], List.of("a", "b"));

        var outcome = train(training(false, Map.of("validationFraction", 0.2)), small);

        assertThat(outcome.failure()).contains("cannot be trained on with <architecture>lenet5</architecture>");
    }

    /** For one that is about as good as the default. */
    @Test
    void aBadStepSizeInThePomIsChanged() {
        var bad = search(Map.of("epochs", "6", "learningRate", "0.00005"));
        var good = search(Map.of("epochs", "6"));

        assertThat(bad.advice()).isEqualTo(Advice.CHANGE);
        assertThat(bad.best().loss())
                .satisfies(best -> assertThat(good.current().loss())
                        .satisfies(standard -> assertThat(best.mean()).isLessThan(1.2 * standard.mean())));
    }
}
