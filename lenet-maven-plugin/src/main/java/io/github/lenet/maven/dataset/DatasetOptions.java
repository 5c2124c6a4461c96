package io.github.lenet.maven.dataset;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.store.PictureOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which data set the user wants, as configured.
 *
 * @param name name of the data set
 * @param dataDirectory folder with its IDX files or pictures, or null
 * @param artifact a zip with its IDX files, to be found in this build and in Maven repositories, or null
 * @param pictures how pictures become a data set
 * @param cacheDirectory folder that keeps downloads for all builds of this user
 * @param sources what to try in this order, empty for the usual ones
 * @param sourceServer id of the server in {@code settings.xml} with the password for the addresses among them, or null
 */
public record DatasetOptions(
        String name,
        @Nullable Path dataDirectory,
        @Nullable ArtifactReference artifact,
        PictureOptions pictures,
        CacheDirectory cacheDirectory,
        List<String> sources,
        @Nullable String sourceServer) {

    private static final String NONE = "none";

    /**
     * Options for data that is no artifact, and whose sources want no password.
     *
     * @param name name of the data set
     * @param dataDirectory folder with its IDX files or pictures, or null
     * @param pictures how pictures become a data set
     * @param cacheDirectory folder that keeps downloads for all builds of this user
     * @param sources what to try in this order, empty for the usual ones
     */
    public DatasetOptions(
            String name,
            Path dataDirectory,
            PictureOptions pictures,
            CacheDirectory cacheDirectory,
            List<String> sources) {
        this(name, dataDirectory, null, pictures, cacheDirectory, sources, null);
    }

    /**
     * Tells whether no data set is meant, whatever a parent POM names.
     *
     * @return true for the word that says so
     */
    public boolean isNone() {
        return NONE.equals(name);
    }

    /**
     * Tells data that the user has put somewhere from data of the usual sources.
     *
     * @return whether a folder or an artifact is named
     */
    public boolean isInPlace() {
        return dataDirectory != null || artifact != null;
    }

    /**
     * Reads which data set another goal of the build would take.
     *
     * @param goal the goal, with the values that the POM gives it
     * @return its options, with the usual sources
     * @throws InvalidParameterException if one of the values is wrong
     */
    public static DatasetOptions of(ConfiguredGoal goal) {
        var dataDirectory = goal.file("dataDirectory").orElse(null);
        return new DatasetOptions(
                goal.text("dataset").orElseThrow(),
                dataDirectory,
                artifact(
                        "",
                        goal.text("datasetArtifact").orElse(null),
                        dataDirectory == null ? null : dataDirectory.toFile()),
                Pictures.options(
                        goal.text("imageSize").orElseThrow(),
                        goal.text("imageColour").orElseThrow(),
                        goal.text("imagePreparation").orElse(null),
                        Double.parseDouble(goal.text("testFraction").orElseThrow())),
                new CacheDirectory(
                        goal.file("cacheDirectory").orElseThrow(),
                        goal.text("trustCache").map(Boolean::parseBoolean).orElse(false)),
                List.of(),
                null);
    }

    /**
     * Checks the coordinates of a data set.
     *
     * @param path where the parameters stand, such as {@code evaluations/evaluation[1]/}; empty for those of a goal
     * @param datasetArtifact the coordinates, or null
     * @param dataDirectory the folder that is set as well, or null
     * @return the reference, or null if there are none
     * @throws InvalidParameterException if both are set, or the coordinates are none
     */
    public static @Nullable ArtifactReference artifact(
            String path, @Nullable String datasetArtifact, @Nullable File dataDirectory) {
        if (datasetArtifact != null && dataDirectory != null) {
            throw new InvalidParameterException(
                    path + "datasetArtifact",
                    datasetArtifact,
                    format(
                            "cannot be set together with <dataDirectory>%s</dataDirectory>: a data set lies in one place",
                            dataDirectory));
        }
        return datasetArtifact == null ? null : ArtifactReference.parse(path + "datasetArtifact", datasetArtifact, "");
    }
}
