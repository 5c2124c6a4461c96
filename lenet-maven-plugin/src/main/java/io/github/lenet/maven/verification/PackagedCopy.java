package io.github.lenet.maven.verification;

import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.model.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** The copy of a model that an application gets, in the jar of the module. It may be another file than the model. */
final class PackagedCopy {

    private PackagedCopy() {}

    /**
     * The digest of the copy.
     *
     * @param model the model
     * @param trainings the trainings of the POM that would write the model
     * @param log where it is reported that a file there is no model
     * @return SHA-256 of the first file that has learnt the same as the model; empty if there is none, such as before a
     *     training in this build
     */
    static Optional<String> sha256(Classifier model, List<PlannedTraining> trainings, Log log) {
        return trainings.stream()
                .map(PlannedTraining::packagedCopy)
                .filter(Objects::nonNull)
                .distinct()
                .filter(Files::isRegularFile)
                .flatMap(place -> copy(place, log).stream())
                .filter(copy -> copy.coefficientsSha256().equals(model.coefficientsSha256()))
                .map(Classifier::sha256)
                .findFirst();
    }

    private static Optional<Classifier> copy(Path place, Log log) {
        try {
            return Optional.of(Classifier.load(place));
        } catch (IOException e) {
            log.warn("evaluation.json does not name the copy of the model in the jar: " + e.getMessage());
            return Optional.empty();
        }
    }
}
