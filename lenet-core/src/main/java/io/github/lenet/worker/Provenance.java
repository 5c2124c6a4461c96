package io.github.lenet.worker;

import io.github.lenet.io.Json;
import io.github.lenet.model.ModelDescription.TrainingData;
import io.github.lenet.model.Software;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The facts of one run, {@code provenance.json}: what the model archive leaves out because a repetition would not give
 * it again. It names no user, host or folder, so that it can be published with the model.
 *
 * @param schemaVersion version of this layout, {@link #SCHEMA_VERSION}
 * @param modelSha256 digest of the archive that this belongs to, in hexadecimal
 * @param dataset what the model was trained on
 * @param software what trained it
 * @param backend what computed, for people
 * @param threads threads for the arithmetic
 * @param java the Java runtime
 * @param operatingSystem the operating system
 * @param started when the worker began, UTC
 * @param finished when the archive was complete, UTC
 */
record Provenance(
    int schemaVersion,
    String modelSha256,
    TrainingData dataset,
    Software software,
    String backend,
    int threads,
    Java java,
    OperatingSystem operatingSystem,
    String started,
    String finished) {

  /** The layout that this version writes. */
  static final int SCHEMA_VERSION = 1;

  /**
   * A Java runtime, by its system properties.
   *
   * @param version {@code java.runtime.version}
   * @param vendor {@code java.vendor}
   * @param virtualMachine {@code java.vm.name}
   */
  record Java(String version, String vendor, String virtualMachine) {}

  /**
   * An operating system, by its system properties.
   *
   * @param name {@code os.name}
   * @param version {@code os.version}
   * @param architecture {@code os.arch}
   */
  record OperatingSystem(String name, String version, String architecture) {}

  /**
   * The facts of this run, ending now.
   *
   * @param modelSha256 digest of the archive, in hexadecimal
   * @param dataset what the model was trained on
   * @param backend what computed
   * @param threads threads for the arithmetic
   * @param started when the worker began
   * @return the content of the file
   */
  static Provenance of(String modelSha256, TrainingData dataset, String backend, int threads, Instant started) {
    return new Provenance(
        SCHEMA_VERSION,
        modelSha256,
        dataset,
        Software.current(),
        backend,
        threads,
        new Java(
            System.getProperty("java.runtime.version"),
            System.getProperty("java.vendor"),
            System.getProperty("java.vm.name")),
        new OperatingSystem(
            System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch")),
        started.toString(),
        Instant.now().toString());
  }

  /**
   * Writes the file.
   *
   * @param file the file to write or replace
   * @throws IOException if it cannot be written
   */
  void write(Path file) throws IOException {
    Json.write(file, this);
  }
}
