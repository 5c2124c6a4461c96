package io.github.lenet.maven.training;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The copy of a model that goes into the jar of its module.
 *
 * @param file where it lies among the classes
 * @param keepsUpdaterState whether it holds the state of Adam as well, which no application needs
 */
public record PackagedModel(Path file, boolean keepsUpdaterState) {

    /**
     * Makes the copy.
     *
     * @param model the archive
     * @throws IOException if the archive cannot be read, or the copy cannot be written; an old copy then stays as it
     *     was
     */
    void write(Path model) throws IOException {
        if (keepsUpdaterState) {
            AtomicFile.write(file, out -> Files.copy(model, out));
        } else {
            ModelArchive.read(model).withoutUpdaterState().write(file);
        }
    }
}
