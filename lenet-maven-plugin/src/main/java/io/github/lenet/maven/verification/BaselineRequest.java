package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.BaselinePolicy;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The model that the one under test must not be worse than. It is either a file or an artifact.
 *
 * @param file the archive, or null
 * @param artifact where to find it in Maven repositories, or null
 * @param preReleases whether a range of versions takes snapshots and pre-releases too
 * @param ignoreMissing whether it is only a warning that no repository holds the artifact yet
 * @param policy what is demanded beside it
 */
public record BaselineRequest(
        @Nullable Path file,
        @Nullable ArtifactReference artifact,
        boolean preReleases,
        boolean ignoreMissing,
        BaselinePolicy policy) {

    /**
     * Checks what the user configured.
     *
     * @param file the archive, or null
     * @param artifact coordinates of the archive, or null
     * @param preReleases whether a range of versions takes snapshots and pre-releases too
     * @param ignoreMissing whether it is only a warning that no repository holds the artifact yet
     * @param limits what is demanded beside it
     * @return the request; null if neither file nor artifact is set
     * @throws InvalidParameterException if both are set, or something is wrong with one of the values
     */
    public static @Nullable BaselineRequest of(
            @Nullable File file,
            @Nullable String artifact,
            boolean preReleases,
            boolean ignoreMissing,
            BaselineLimits limits) {
        if (file != null && artifact != null) {
            throw new InvalidParameterException(
                    "baselineFile",
                    file,
                    format(
                            "cannot be set together with <baselineArtifact>%s</baselineArtifact>: a model has one baseline",
                            artifact));
        }
        if (file == null && artifact == null) {
            limits.requireNone();
            return null;
        }
        return new BaselineRequest(
                file == null ? null : file.toPath(),
                artifact == null ? null : ArtifactReference.parse("baselineArtifact", artifact, "lenet"),
                preReleases,
                ignoreMissing,
                limits.policy());
    }
}
