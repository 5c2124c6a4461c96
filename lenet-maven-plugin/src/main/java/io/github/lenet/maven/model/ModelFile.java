package io.github.lenet.maven.model;

import io.github.lenet.archive.ArchiveFile;
import io.github.lenet.archive.ModelFormatException;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model that is on this machine.
 *
 * @param name what it is called: its file, or the coordinates of its artifact
 * @param path the archive
 * @param provenance where {@code provenance.json} would be, or null if there is none for certain
 */
public record ModelFile(String name, Path path, @Nullable Path provenance) {

    /** A file as {@code lenet:train} leaves it. */
    static ModelFile of(Path path) {
        return new ModelFile(path.toString(), path, path.resolveSibling("provenance.json"));
    }

    /**
     * Reads a model of this project.
     *
     * @return the model
     * @throws IOException if the file is no such model, or cannot be read
     */
    public Classifier classifier() throws IOException {
        try {
            return Classifier.load(path);
        } catch (ModelFormatException e) {
            var advice = "It must be a model.zip of lenet:train, or an ONNX file. Train it again: mvn lenet:train";
            throw new IOException(e.messageWith(advice), e);
        }
    }

    /**
     * Reads the archive of a model for a goal that needs all of it, so that no ONNX file will do.
     *
     * @return the archive
     * @throws IOException if the file is no such archive, or cannot be read
     */
    public ArchiveFile archive() throws IOException {
        try {
            return ArchiveFile.read(path);
        } catch (ModelFormatException e) {
            var advice =
                    "This goal takes only a model.zip of lenet:train, no ONNX file. Train it again: mvn lenet:train";
            throw new IOException(e.messageWith(advice), e);
        }
    }

    /**
     * Reads the facts of the run that made a model.
     *
     * @param model what lies in this file
     * @return the facts, or null if there are none, or those of another model
     * @throws IOException if {@code provenance.json} cannot be read
     */
    public @Nullable Provenance provenanceOf(Classifier model) throws IOException {
        if (provenance == null || !Files.exists(provenance)) {
            return null;
        }
        var facts = Provenance.read(provenance);
        return facts.modelSha256().equals(model.sha256()) ? facts : null;
    }
}
