package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.maven.model.ModelFile;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.model.Classifier;
import io.github.lenet.page.ModelPage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A model of this project.
 *
 * @param file where it lies
 * @param classifier the model
 * @param trainings the trainings of the POM that would write it
 * @param log where it is reported what cannot be told
 */
record TrainedCandidate(ModelFile file, Classifier classifier, List<PlannedTraining> trainings, Log log)
        implements Candidate {

    @Override
    public String title() {
        return "model " + file.name();
    }

    @Override
    public String sha256() {
        return classifier.sha256();
    }

    @Override
    public Answers answersTo(Dataset images) throws IOException {
        return ClassifierAnswers.of(classifier, images);
    }

    @Override
    public Optional<ModelDescription> description() {
        return Optional.of(classifier.description());
    }

    @Override
    public Optional<LeakCheck> leakCheck(TestImages images) {
        return Optional.of(LeakCheck.begin(images.dataset(), images.content(), log));
    }

    /** The numbers, under the digests of the model and of the copy that an application will have. */
    @Override
    public Evaluation evaluation(Answers answers, @Nullable SlicesFile slices) {
        var evaluation = Evaluation.of(answers, slices);
        var copy = PackagedCopy.sha256(classifier, trainings, log).orElse(null);
        return evaluation.withModel(evaluation.model().packagedAs(copy));
    }

    @Override
    public Optional<ModelPage.Model> shown(Decorations decorations) {
        var provenance = decorations
                .find(file.provenance(), () -> file.provenanceOf(classifier))
                .orElse(null);
        return Optional.of(new ModelPage.Model(classifier, provenance));
    }
}
