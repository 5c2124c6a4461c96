package io.github.lenet.maven.model;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which model the user means. It is a file, an artifact, or one of which there are only predictions.
 *
 * @param file the archive, or null
 * @param artifact where to find it in this build and in Maven repositories, or null
 * @param predictions what a model from elsewhere answered, or null
 */
public record ModelOptions(
        @Nullable Path file,
        @Nullable ArtifactReference artifact,
        @Nullable PredictionsOptions predictions) {

    /**
     * Checks what the user configured.
     *
     * @param modelFile the archive, or null
     * @param modelArtifact coordinates of the archive, or null
     * @param outputDirectory the folder in which {@code lenet:train} would leave the archive, if neither is set
     * @return the options
     * @throws InvalidParameterException if both are set, or the coordinates are none
     */
    public static ModelOptions of(@Nullable File modelFile, @Nullable String modelArtifact, Path outputDirectory) {
        if (modelFile != null && modelArtifact != null) {
            throw notTogether("modelFile", modelFile, "modelArtifact", modelArtifact);
        }
        if (modelArtifact != null) {
            return new ModelOptions(null, ArtifactReference.parse("modelArtifact", modelArtifact, "lenet"), null);
        }
        return of(modelFile == null ? new TrainedFiles(outputDirectory).model() : modelFile.toPath());
    }

    /**
     * Checks what the user configured for a goal that needs no more of a model than its answers.
     *
     * @param modelFile the archive, or null
     * @param modelArtifact coordinates of the archive, or null
     * @param predictions what a model from elsewhere answered, or null
     * @param outputDirectory the folder in which {@code lenet:train} would leave the archive, if none of them is set
     * @return the options
     * @throws InvalidParameterException if two are set, or the coordinates are none
     */
    public static ModelOptions of(
            @Nullable File modelFile,
            @Nullable String modelArtifact,
            @Nullable PredictionsOptions predictions,
            Path outputDirectory) {
        if (predictions == null) {
            return of(modelFile, modelArtifact, outputDirectory);
        }
        if (modelFile != null) {
            throw notTogether("predictionsFile", predictions.file(), "modelFile", modelFile);
        }
        if (modelArtifact != null) {
            throw notTogether("predictionsFile", predictions.file(), "modelArtifact", modelArtifact);
        }
        return new ModelOptions(null, null, predictions);
    }

    private static InvalidParameterException notTogether(
            String parameter, Object value, String other, Object otherValue) {
        return new InvalidParameterException(
                parameter,
                value,
                format("cannot be set together with <%1$s>%2$s</%1$s>: a goal is about one model", other, otherValue));
    }

    /**
     * Reads which model another goal of the build is about, unless it is about predictions.
     *
     * @param goal the goal, with the values that the POM gives it
     * @return its options
     * @throws InvalidParameterException if one of the values is wrong
     */
    public static ModelOptions of(ConfiguredGoal goal) {
        return of(
                goal.file("modelFile").map(Path::toFile).orElse(null),
                goal.text("modelArtifact").orElse(null),
                goal.file("outputDirectory").orElseThrow());
    }

    /**
     * A model in a file.
     *
     * @param file the archive
     * @return the options
     */
    public static ModelOptions of(Path file) {
        return new ModelOptions(file, null, null);
    }
}
