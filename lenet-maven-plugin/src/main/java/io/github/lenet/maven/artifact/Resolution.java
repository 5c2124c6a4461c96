package io.github.lenet.maven.artifact;

import java.nio.file.Path;

/** What repositories that could all be asked say about an archive. */
public sealed interface Resolution {

    /**
     * There is one, and it is on this machine now.
     *
     * @param coordinates its coordinates with its actual version, such as {@code com.acme:digits:zip:lenet:1.0}
     * @param version the version to ask for once more, such as {@code 1.0}
     * @param file the archive in the local repository, or of a module of this build
     */
    record Found(String coordinates, String version, Path file) implements Resolution {}

    /**
     * There is none: every repository has answered, and none holds it.
     *
     * @param reason what exactly there is not, as a sentence without its full stop
     */
    record Missing(String reason) implements Resolution {}
}
