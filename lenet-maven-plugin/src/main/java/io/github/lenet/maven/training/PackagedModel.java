package io.github.lenet.maven.training;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.parameter.InvalidParameterException;
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
     * The copy at a place that somebody wrote.
     *
     * @param resourcePath the place in the jar, such as {@code digits/model.zip}
     * @param keepsUpdaterState whether the copy holds the state of Adam as well
     * @param workplace where the module is built
     * @return the copy, which is still to be made
     * @throws InvalidParameterException if there is no module, or the place is no file inside of its jar
     */
    public static PackagedModel at(String resourcePath, boolean keepsUpdaterState, Workplace workplace) {
        if (!workplace.isModule()) {
            throw new InvalidParameterException(
                    "resourcePath",
                    resourcePath,
                    "needs a project, since it is a place in its jar; there is no pom.xml here");
        }
        var classes = workplace.classes();
        var model = classes.resolve(resourcePath).normalize();
        if (!model.startsWith(classes.normalize()) || model.equals(classes.normalize()) || resourcePath.endsWith("/")) {
            throw new InvalidParameterException(
                    "resourcePath",
                    resourcePath,
                    "must be the path of a file inside the module's jar, such as digits/model.zip");
        }
        return new PackagedModel(model, keepsUpdaterState);
    }

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
