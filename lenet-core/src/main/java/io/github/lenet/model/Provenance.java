package io.github.lenet.model;

import io.github.lenet.json.Json;
import io.github.lenet.recipe.Software;
import io.github.lenet.recipe.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one run, {@code provenance.json}: what the model archive leaves out because a repetition would not give
 * it again. It names no user, host, folder or branch, so that it can be published with the model.
 *
 * @param schemaVersion version of this layout, {@link #SCHEMA_VERSION}
 * @param modelSha256 digest of the archive that this belongs to, in hexadecimal
 * @param dataset what the model was trained on
 * @param licence licence of that data, or null for data that the catalogue does not know
 * @param build the build that asked for the training
 * @param software what trained it
 * @param backend what computed, for people
 * @param threads threads for the arithmetic
 * @param java the Java runtime
 * @param operatingSystem the operating system
 * @param started when the worker began, UTC
 * @param finished when the archive was complete, UTC
 */
public record Provenance(
        int schemaVersion,
        String modelSha256,
        TrainingData dataset,
        @Nullable String licence,
        Build build,
        Software software,
        String backend,
        int threads,
        Java java,
        OperatingSystem operatingSystem,
        String started,
        String finished) {

    /** The layout that this version writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Checks the version, and that there is what other files quote.
     *
     * @throws IllegalArgumentException if the layout is one that this version does not know
     */
    public Provenance {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion is " + schemaVersion + ", but must be " + SCHEMA_VERSION);
        }
        Objects.requireNonNull(modelSha256, "modelSha256 is missing");
        Objects.requireNonNull(build, "build is missing");
        Objects.requireNonNull(java, "java is missing");
        Objects.requireNonNull(operatingSystem, "operatingSystem is missing");
    }

    /**
     * The build that asked for a training, as the process that starts the worker knows it.
     *
     * @param maven version of Maven, or null outside of it
     * @param git the state of the project's source code, or null outside of a Git repository
     */
    public record Build(@Nullable String maven, @Nullable Git git) {}

    /**
     * A state of source code in Git.
     *
     * @param commit the full name of the commit that is checked out, in hexadecimal
     * @param dirty whether files that Git tracks differ from it
     */
    public record Git(String commit, boolean dirty) {}

    /**
     * A Java runtime, by its system properties.
     *
     * @param version {@code java.runtime.version}
     * @param vendor {@code java.vendor}
     * @param virtualMachine {@code java.vm.name}
     */
    public record Java(String version, String vendor, String virtualMachine) {

        static Java current() {
            return new Java(
                    System.getProperty("java.runtime.version"),
                    System.getProperty("java.vendor"),
                    System.getProperty("java.vm.name"));
        }
    }

    /**
     * An operating system, by its system properties.
     *
     * @param name {@code os.name}
     * @param version {@code os.version}
     * @param architecture {@code os.arch}
     */
    public record OperatingSystem(String name, String version, String architecture) {

        static OperatingSystem current() {
            return new OperatingSystem(
                    System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
        }
    }

    /**
     * The facts of a run in this process, ending now.
     *
     * @param modelSha256 digest of the archive, in hexadecimal
     * @param dataset what the model was trained on
     * @param licence licence of that data, or null if nobody knows
     * @param build the build that asked for it
     * @param backend what computed
     * @param threads threads for the arithmetic
     * @param started when the run began
     * @return the content of the file
     */
    public static Provenance ofRun(
            String modelSha256,
            TrainingData dataset,
            @Nullable String licence,
            Build build,
            String backend,
            int threads,
            Instant started) {
        return new Provenance(
                SCHEMA_VERSION,
                modelSha256,
                dataset,
                licence,
                build,
                Software.current(),
                backend,
                threads,
                Java.current(),
                OperatingSystem.current(),
                started.truncatedTo(ChronoUnit.MILLIS).toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file.
     *
     * @param file the file that {@link #write} wrote
     * @return its content
     * @throws IOException if the file is missing, or holds no provenance
     */
    public static Provenance read(Path file) throws IOException {
        return Json.read(file, Provenance.class);
    }
}
