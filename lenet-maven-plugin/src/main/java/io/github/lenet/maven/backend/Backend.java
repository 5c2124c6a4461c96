package io.github.lenet.maven.backend;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The libraries that a worker computes with on one machine.
 *
 * @param name {@code cpu} or {@code cuda}
 * @param classifier variant of ND4J's native libraries, such as {@code linux-x86_64-avx2}; null without any
 * @param artifacts the libraries to ask the repositories for; what these need comes with them
 */
public record Backend(String name, String classifier, List<Artifact> artifacts) {

    /** Groups that publish native libraries; only there does a classifier mean a platform. */
    private static final List<String> NATIVE_GROUPS = List.of("org.nd4j", "org.bytedeco");

    /**
     * The libraries of a training on the processor. They describe a network and write its archive; the arithmetic is
     * Java, and no native library is loaded.
     *
     * @return the backend, the same on every machine
     */
    static Backend javaKernels() {
        return new Backend(BackendRequest.CPU, null, artifacts(Stream.of("common"), null, null));
    }

    /**
     * Puts the coordinates together, with native libraries.
     *
     * @param name {@code cpu} or {@code cuda}
     * @param platform operating system and processor, such as {@code linux-x86_64}
     * @param classifier variant of ND4J on that platform
     * @param cudaRedist whether NVIDIA's own libraries are wanted as well
     * @return the backend
     */
    static Backend of(String name, String platform, String classifier, boolean cudaRedist) {
        var groups = cudaRedist ? Stream.of("common", name, "cudaRedist") : Stream.of("common", name);
        return new Backend(name, classifier, artifacts(groups, platform, classifier));
    }

    private static List<Artifact> artifacts(Stream<String> groups, String platform, String classifier) {
        var coordinates = Resources.properties("backends.properties");
        return groups.map(coordinates::getProperty)
                .flatMap(lines -> Arrays.stream(lines.trim().split("\\s+")))
                .map(line -> platform == null
                        ? line
                        : line.replace("{platform}", platform).replace("{classifier}", classifier))
                .map(Backend::artifact)
                .toList();
    }

    /**
     * The library whose arithmetic a backend brings, whatever the machine.
     *
     * @param name {@code cpu} or {@code cuda}
     * @return its coordinates, such as {@code org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1}
     */
    static String library(String name) {
        return Resources.properties("backends.properties")
                .getProperty(name)
                .trim()
                .split("\\s+")[0];
    }

    /**
     * Tells whether a library belongs on the class path. The published descriptors drag in the natives of the machine
     * that runs Maven; beside those of another platform or variant, the loader may take either.
     *
     * @param artifact a library that the dependency tree holds
     * @return false for native libraries that were not asked for
     */
    boolean includes(Artifact artifact) {
        return artifact.getClassifier().isEmpty()
                || !NATIVE_GROUPS.contains(artifact.getGroupId())
                || artifacts.stream()
                        .anyMatch(asked -> asked.getArtifactId().equals(artifact.getArtifactId())
                                && asked.getClassifier().equals(artifact.getClassifier()));
    }

    private static Artifact artifact(String coordinates) {
        var parts = coordinates.split(":");
        var classifier = parts.length > 3 ? parts[3] : "";
        return new DefaultArtifact(parts[0], parts[1], classifier, "jar", parts[2]);
    }
}
