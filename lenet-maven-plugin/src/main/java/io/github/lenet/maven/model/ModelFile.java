package io.github.lenet.maven.model;

import java.nio.file.Path;

/**
 * A model that is on this machine.
 *
 * @param name what it is called: its file, or the coordinates of its artifact
 * @param path the archive
 * @param provenance where {@code provenance.json} would be, or null if there is none for certain
 */
public record ModelFile(String name, Path path, Path provenance) {

    /** A file as {@code lenet:train} leaves it. */
    static ModelFile of(Path path) {
        return new ModelFile(path.toString(), path, path.resolveSibling("provenance.json"));
    }
}
