package io.github.lenet.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The versions that decide what a training gives and how its archive is written.
 *
 * @param lenet version of this library
 * @param deeplearning4j version of Deeplearning4j whose archive format is written
 */
public record Software(String lenet, String deeplearning4j) {

    /** Requires both versions. */
    public Software {
        Objects.requireNonNull(lenet, "the version of lenet is missing");
        Objects.requireNonNull(deeplearning4j, "the version of Deeplearning4j is missing");
    }

    /**
     * Tells whether the version of this library stands for more than one code.
     *
     * @return true for a version under development
     */
    public boolean underDevelopment() {
        return lenet.endsWith("-SNAPSHOT");
    }

    /**
     * The versions of this library, as the build recorded them.
     *
     * @return the versions of the running code
     */
    public static Software current() {
        try (var in = Software.class.getResourceAsStream("software.properties")) {
            var versions = new Properties();
            versions.load(in);
            return new Software(versions.getProperty("lenet"), versions.getProperty("deeplearning4j"));
        } catch (IOException e) {
            throw new UncheckedIOException("software.properties of lenet-core cannot be read", e);
        }
    }
}
