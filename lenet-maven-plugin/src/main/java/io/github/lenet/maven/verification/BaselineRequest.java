package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.BaselinePolicy;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The model that the one under test must not be worse than. It is a file, an artifact, or one of which there are only
 * predictions.
 *
 * @param file the archive, or null
 * @param artifact where to find it in Maven repositories, or null
 * @param predictions what a model from elsewhere answered, or null
 * @param preReleases whether a range of versions takes snapshots and pre-releases too
 * @param ignoreMissing whether it is only a warning that no repository holds the artifact yet
 * @param policy what is demanded beside it
 */
public record BaselineRequest(
        @Nullable Path file,
        @Nullable ArtifactReference artifact,
        @Nullable PredictionsOptions predictions,
        boolean preReleases,
        boolean ignoreMissing,
        BaselinePolicy policy) {

    /**
     * Checks what the user configured.
     *
     * @param file the archive, or null
     * @param artifact coordinates of the archive, or null
     * @param predictions what a model from elsewhere answered, or null
     * @param preReleases whether a range of versions takes snapshots and pre-releases too
     * @param ignoreMissing whether it is only a warning that no repository holds the artifact yet
     * @param limits what is demanded beside it
     * @return the request; null if none of the three is set
     * @throws InvalidParameterException if two are set, or something is wrong with one of the values
     */
    public static @Nullable BaselineRequest of(
            @Nullable File file,
            @Nullable String artifact,
            @Nullable PredictionsOptions predictions,
            boolean preReleases,
            boolean ignoreMissing,
            BaselineLimits limits) {
        if (file != null && artifact != null) {
            throw notTogether("baselineFile", file, "baselineArtifact", artifact);
        }
        if (predictions != null && file != null) {
            throw notTogether("baselinePredictionsFile", predictions.file(), "baselineFile", file);
        }
        if (predictions != null && artifact != null) {
            throw notTogether("baselinePredictionsFile", predictions.file(), "baselineArtifact", artifact);
        }
        if (file == null && artifact == null && predictions == null) {
            limits.requireNone();
            return null;
        }
        return new BaselineRequest(
                file == null ? null : file.toPath(),
                artifact == null ? null : ArtifactReference.parse("baselineArtifact", artifact, "lenet"),
                predictions,
                preReleases,
                ignoreMissing,
                limits.policy());
    }

    private static InvalidParameterException notTogether(
            String parameter, Object value, String other, Object otherValue) {
        return new InvalidParameterException(
                parameter,
                value,
                format("cannot be set together with <%1$s>%2$s</%1$s>: a model has one baseline", other, otherValue));
    }

    /** Refuses a baseline that would have to look at images where there are none. */
    void requireAnswers() {
        var advice = "needs images to answer: name the <dataset> of the predictions, or compare with a"
                + " <baselinePredictionsFile>";
        if (file != null) {
            throw new InvalidParameterException("baselineFile", file, advice);
        }
        if (artifact != null) {
            throw new InvalidParameterException("baselineArtifact", artifact.coordinates(), advice);
        }
    }
}
