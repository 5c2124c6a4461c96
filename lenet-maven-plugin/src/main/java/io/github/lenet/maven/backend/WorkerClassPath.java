package io.github.lenet.maven.backend;

import static io.github.lenet.text.Formatting.format;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** The class path of the worker: the plugin's own artifacts and the libraries of a backend, without those of Maven. */
public final class WorkerClassPath {

    /** What the plugin needs to be one, and what Maven puts into every plugin; the worker knows nothing of Maven. */
    private static final List<String> GROUPS_OF_MAVEN = List.of("org.apache.maven", "org.codehaus.plexus");

    private WorkerClassPath() {}

    /**
     * Joins both. The plugin's artifacts come first, and win where both bring a library: the worker runs with the
     * versions that {@code lenet-core} was tested with.
     *
     * @param plugin the plugin's artifacts; in a reactor some of these are {@code target/classes} folders
     * @param backend the libraries of the backend
     * @return files and folders, in order
     * @throws MojoExecutionException if one of them cannot stand in a class path
     */
    public static List<Path> of(
            Collection<org.apache.maven.artifact.Artifact> plugin,
            Collection<org.eclipse.aether.artifact.Artifact> backend)
            throws MojoExecutionException {
        var paths = new LinkedHashMap<String, Path>();
        plugin.stream()
                .filter(artifact -> !isOfMaven(artifact.getGroupId()))
                .forEach(artifact -> paths.putIfAbsent(
                        key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier()),
                        artifact.getFile().toPath()));
        backend.forEach(artifact -> paths.putIfAbsent(
                key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier()),
                artifact.getFile().toPath()));
        for (var path : paths.values()) {
            requireNoSeparator(path);
        }
        return List.copyOf(paths.values());
    }

    /** Java has no way to escape it: the JVM would look for two files, and find no class. */
    private static void requireNoSeparator(Path path) throws MojoExecutionException {
        if (path.toString().contains(File.pathSeparator)) {
            throw new MojoExecutionException(format(
                    "%s cannot stand in a Java class path, where '%s' separates one file from the next; move the project or the"
                            + " local repository (-Dmaven.repo.local) to a folder without it.",
                    path, File.pathSeparator));
        }
    }

    private static boolean isOfMaven(String group) {
        return GROUPS_OF_MAVEN.stream().anyMatch(maven -> group.equals(maven) || group.startsWith(maven + "."));
    }

    private static String key(String group, String artifact, String classifier) {
        return group + ":" + artifact + ":" + (classifier == null ? "" : classifier);
    }
}
