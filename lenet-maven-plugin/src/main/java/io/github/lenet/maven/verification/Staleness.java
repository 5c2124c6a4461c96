package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.store.LocatedDataset;
import java.util.List;
import java.util.Optional;

/** Whether a model is not the one that the POM describes. */
final class Staleness {

    private Staleness() {}

    /**
     * Compares a model with the trainings of the POM that would write its file. A model from elsewhere is never stale.
     *
     * @param request what is verified
     * @param model what the model says about itself
     * @param dataset the data set that it is measured on
     * @return why it is stale, and how to train it again; empty if one of the trainings would make it
     */
    static Optional<String> of(VerifyRequest request, ModelDescription model, LocatedDataset dataset) {
        if (request.trainings().stream()
                .anyMatch(training ->
                        differences(training, request, model, dataset).isEmpty())) {
            return Optional.empty();
        }
        return request.trainings().stream()
                .findFirst()
                .map(training -> format(
                        "The model %s was not trained with the values of this POM: %s. Train it again with `mvn %s`.",
                        request.model().file(),
                        String.join("; ", differences(training, request, model, dataset)),
                        goal(training)));
    }

    private static List<String> differences(
            PlannedTraining training, VerifyRequest request, ModelDescription model, LocatedDataset dataset) {
        return training.differences(model.inputs(), dataset, request.dataset());
    }

    private static String goal(PlannedTraining training) {
        return Invocation.isUnnamed(training.execution()) ? "lenet:train" : "lenet:train@" + training.execution();
    }
}
