package io.github.lenet.maven.training;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.model.Provenance;
import io.github.lenet.recipe.TrainingInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The model that an earlier training has left in the output directory, if there is one.
 *
 * @param files where it would be, with what belongs to it
 */
record ExistingModel(TrainedFiles files) {

    /**
     * Compares it with the one that a training would make.
     *
     * @param inputs what the training would start from
     * @return why it is another one, in words; empty if it is the same to the last bit
     */
    Optional<String> reasonToTrain(TrainingInputs inputs) {
        for (var file : List.of(files.model(), files.training(), files.provenance())) {
            if (!Files.isRegularFile(file)) {
                return Optional.of("there is no " + file);
            }
        }
        try {
            var recorded = Provenance.read(files.provenance()).modelSha256();
            if (!Sha256.hex(files.model()).equals(recorded)) {
                return Optional.of(files.model()
                        + " is not the file that was trained: its SHA-256 is not that in provenance.json");
            }
            var differences =
                    ModelArchive.read(files.model()).description().inputs().differences(inputs);
            return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
        } catch (IOException e) {
            return Optional.of(FileProblem.describe(e));
        }
    }
}
