package io.github.lenet.maven.verification;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.aether.RepositorySystem;

/** Variants of the trained model, for the other side of a comparison. */
public final class Models {

    private static final int CLASSES = 10;

    private Models() {}

    /** The trained model itself. */
    public static Path trained(RepositorySystem system) throws Exception {
        TrainedModel.train(system);
        return TrainedModel.output().resolve("model.zip");
    }

    /** A model that never answers with some classes, and otherwise as the trained one. */
    public static Path without(Path trained, Path file, int... labels) throws IOException {
        var archive = ModelArchive.read(trained);
        var parameters = archive.state().parameters().clone();
        // The last parameters are the biases of the output layer.
        Arrays.stream(labels).forEach(label -> parameters[parameters.length - CLASSES + label] = -1e6f);
        return write(
                file,
                new ModelArchive(
                        archive.description(),
                        archive.configuration(),
                        new NetworkState(parameters, archive.state().updaterState())));
    }

    /** The trained model with other names for its classes. */
    public static Path renamed(Path trained, Path file, List<String> classNames) throws IOException {
        var dataset = ModelArchive.read(trained).description().dataset();
        return trainedOn(trained, file, new TrainingData(dataset.name(), classNames, dataset.sha256()));
    }

    /** The trained model with another word on its data. */
    public static Path trainedOn(Path trained, Path file, TrainingData dataset) throws IOException {
        var archive = ModelArchive.read(trained);
        var old = archive.description();
        var inputs = TrainingInputs.of(old.inputs().arithmetic(), dataset, old.hyperparameters());
        var description = new ModelDescription(
                old.schemaVersion(),
                old.architecture(),
                old.parameters(),
                old.height(),
                old.width(),
                old.channels(),
                inputs.sha256(),
                inputs,
                old.epochs(),
                old.software());
        return write(file, new ModelArchive(description, archive.configuration(), archive.state()));
    }

    /** The first half of the trained model's file. */
    static Path damaged(Path trained, Path file) throws IOException {
        var bytes = Files.readAllBytes(trained);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static Path write(Path file, ModelArchive archive) throws IOException {
        Files.createDirectories(file.getParent());
        archive.write(file);
        return file;
    }
}
