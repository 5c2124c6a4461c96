package io.github.lenet.maven.backend;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts the plugin's own artifacts and the libraries of a backend in one class path. */
public final class WorkerClassPath {

  private WorkerClassPath() {}

  /**
   * Joins both. The plugin's artifacts come first, and win where both bring a library: the worker runs with the
   * versions that {@code lenet-core} was tested with.
   *
   * @param plugin the plugin's artifacts; in a reactor some of these are {@code target/classes} folders
   * @param backend the libraries of the backend
   * @return files and folders, in order
   */
  public static List<Path> of(
      Collection<org.apache.maven.artifact.Artifact> plugin, Collection<org.eclipse.aether.artifact.Artifact> backend) {
    var paths = new LinkedHashMap<String, Path>();
    plugin.forEach(
        artifact ->
            paths.putIfAbsent(
                key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier()),
                artifact.getFile().toPath()));
    backend.forEach(
        artifact ->
            paths.putIfAbsent(
                key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier()),
                artifact.getFile().toPath()));
    return List.copyOf(paths.values());
  }

  private static String key(String group, String artifact, String classifier) {
    return group + ":" + artifact + ":" + (classifier == null ? "" : classifier);
  }
}
