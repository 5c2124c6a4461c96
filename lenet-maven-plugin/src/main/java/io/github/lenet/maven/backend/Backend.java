package io.github.lenet.maven.backend;

import io.github.lenet.model.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The libraries that a worker computes with on one platform.
 *
 * @param name the name in the POM, {@code cpu}
 * @param platform classifier of the native libraries, such as {@code linux-x86_64}
 * @param artifacts the libraries to ask the repositories for; what these need comes with them
 */
record Backend(String name, String platform, List<Artifact> artifacts) {

  private static final List<String> NAMES = List.of("cpu");

  /** Groups that publish native libraries; only there does a classifier mean a platform. */
  private static final List<String> NATIVE_GROUPS = List.of("org.nd4j", "org.bytedeco");

  /**
   * Looks a backend up.
   *
   * @param name the name in the POM
   * @param platform classifier of the native libraries
   * @return the backend
   * @throws InvalidParameterException if there is no backend of this name
   */
  static Backend named(String name, String platform) {
    requireKnown(name);
    var coordinates = Resources.properties("backends.properties");
    var artifacts =
        Stream.of("common", name)
            .map(coordinates::getProperty)
            .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
            .map(line -> artifact(line.replace("{platform}", platform)))
            .toList();
    return new Backend(name, platform, artifacts);
  }

  /**
   * Refuses an unknown name.
   *
   * @param name the name in the POM
   * @throws InvalidParameterException if there is no backend of this name
   */
  static void requireKnown(String name) {
    if (!NAMES.contains(name)) {
      throw new InvalidParameterException("backend", name, "is unknown; known is " + String.join(", ", NAMES));
    }
  }

  /**
   * Tells whether a library belongs on the class path. The published descriptors drag in the natives of the machine
   * that runs Maven; beside those of another platform, the loader may take either.
   *
   * @param artifact a library that the dependency tree holds
   * @return false for the native libraries of another platform
   */
  boolean includes(Artifact artifact) {
    return artifact.getClassifier().isEmpty()
        || artifact.getClassifier().equals(platform)
        || !NATIVE_GROUPS.contains(artifact.getGroupId());
  }

  private static Artifact artifact(String coordinates) {
    var parts = coordinates.split(":");
    var classifier = parts.length > 3 ? parts[3] : "";
    return new DefaultArtifact(parts[0], parts[1], classifier, "jar", parts[2]);
  }
}
