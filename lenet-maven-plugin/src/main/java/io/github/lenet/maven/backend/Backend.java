package io.github.lenet.maven.backend;

import static io.github.lenet.maven.backend.BackendRequest.CPU;
import static io.github.lenet.maven.backend.BackendRequest.CUDA;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

/**
 * What a worker computes with on one machine.
 *
 * @param name {@code cpu} or {@code cuda}; {@code onnx} for networks in ONNX files, {@code spark} for a search on a
 *     cluster
 * @param classifier variant of ND4J's native libraries, such as {@code linux-x86_64-cudnn}; null for the processor,
 *     which needs none
 * @param artifacts the libraries to ask the repositories for; what these need comes with them
 * @param environment variables that the worker needs
 */
public record Backend(
        String name, @Nullable String classifier, List<Artifact> artifacts, Map<String, String> environment) {

    private static final String ONNX = "onnx";

    private static final String SPARK = "spark";

    /** By default it sends events to its maker, before a program can tell it otherwise. */
    private static final Map<String, String> NO_TELEMETRY = Map.of("ORT_DISABLE_TELEMETRY", "1");

    /** Groups that publish native libraries; only there does a classifier mean a platform. */
    private static final List<String> NATIVE_GROUPS = List.of("org.nd4j", "org.bytedeco");

    /** The processor, the same on every machine: the arithmetic is Java, and Deeplearning4j only describes networks. */
    static Backend cpu() {
        var artifacts = coordinates(CPU).map(Backend::artifact).toList();
        return new Backend(CPU, null, artifacts, Map.of());
    }

    /**
     * ONNX Runtime on the processor, which brings its native libraries for every platform in one file, and reports to
     * nobody.
     *
     * @return the library that computes networks in ONNX files
     */
    public static Backend onnxRuntime() {
        return new Backend(ONNX, null, coordinates(ONNX).map(Backend::artifact).toList(), NO_TELEMETRY);
    }

    /**
     * What runs the trials of a search on Apache Spark, without Spark itself, which the user has.
     *
     * @return the driver
     */
    public static Backend spark() {
        return new Backend(
                SPARK, null, coordinates(SPARK).map(Backend::artifact).toList(), Map.of());
    }

    /**
     * A graphics card.
     *
     * @param platform operating system and processor
     * @param classifier variant of ND4J on that platform
     * @param cudaRedist whether NVIDIA's own libraries are wanted as well
     * @param environment variables that the worker needs
     * @return the backend
     */
    static Backend cuda(CudaPlatform platform, String classifier, boolean cudaRedist, Map<String, String> environment) {
        var groups = cudaRedist ? Stream.of(CPU, CUDA, "cudaRedist") : Stream.of(CPU, CUDA);
        var artifacts = groups.flatMap(Backend::coordinates)
                .map(line -> line.replace("{platform}", platform.classifier()).replace("{classifier}", classifier))
                .map(Backend::artifact)
                .toList();
        return new Backend(CUDA, classifier, artifacts, environment);
    }

    /** What is downloaded, in a sentence. */
    String describe() {
        return switch (name) {
            case ONNX -> "ONNX Runtime";
            case SPARK -> "the driver for Apache Spark";
            default -> "Deeplearning4j for the backend " + name + (classifier == null ? "" : " on " + classifier);
        };
    }

    /** What needs it, in a sentence. */
    String user() {
        return switch (name) {
            case ONNX -> "the ONNX model";
            case SPARK -> "a search on Spark";
            default -> "the training";
        };
    }

    /** The library that computes on a graphics card, such as {@code org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1}. */
    static String cudaLibrary() {
        return coordinates(CUDA).findFirst().orElseThrow();
    }

    private static Stream<String> coordinates(String group) {
        var lines = Resources.properties("backends.properties").getProperty(group);
        return Arrays.stream(lines.trim().split("\\s+", -1));
    }

    /**
     * Tells whether a library belongs on the class path. The published descriptors add the native libraries of the
     * machine that runs Maven, which the processor does not need, and which may be another variant than the one asked
     * for.
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
        var parts = coordinates.split(":", -1);
        var classifier = parts.length > 3 ? parts[3] : "";
        return new DefaultArtifact(parts[0], parts[1], classifier, "jar", parts[2]);
    }
}
