package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.io.FileProblem;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.TrainingInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads the model that a training is to go on from. */
final class InitialModelReader {

    private InitialModelReader() {}

    /**
     * Reads it.
     *
     * @param file the archive
     * @param inputs have its digest
     * @param architecture the network, adapted to the images
     * @param warnings hears that Adam begins anew, if it does
     * @return what the network has learnt
     * @throws WorkerFailure if the archive cannot be read, is another one, or is one of another network
     */
    static TrainedState read(Path file, TrainingInputs inputs, Architecture architecture, Consumer<String> warnings)
            throws WorkerFailure {
        try {
            var sha256 = Objects.requireNonNull(inputs.initialModel(), "the digest of <initialModel>");
            var initial = InitialModel.read(file, sha256, architecture);
            if (initial.network().updaterState() == null) {
                warnings.accept(
                        format("<initialModel> %s holds no state of Adam to go on with, which begins anew", file));
            }
            return initial;
        } catch (IOException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
        }
    }
}
