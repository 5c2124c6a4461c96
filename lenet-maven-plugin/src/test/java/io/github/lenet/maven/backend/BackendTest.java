package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every backend, resolved from descriptors alone. */
@MojoTest
class BackendTest {

    @Inject
    private RepositorySystem system;

    @TempDir
    Path localRepository;

    static Stream<Arguments> variants() {
        return Arrays.stream(CudaPlatform.values())
                .flatMap(
                        platform -> platform.variants().stream().map(classifier -> Arguments.of(platform, classifier)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void bringsExactlyOneOfEachNativeLibraryForCuda(CudaPlatform platform, String classifier) throws Exception {
        assertThat(natives(Backend.cuda(platform, classifier, false, Map.of())))
                .isEqualTo(Map.of(
                        "nd4j-cuda-11.6", classifier,
                        "javacpp", platform.classifier(),
                        "cuda", platform.classifier()));
    }

    @Test
    void bringsOneFileForOnnxWhichReportsToNobody() throws Exception {
        assertThat(collect(Backend.onnxRuntime()))
                .extracting(node -> node.getArtifact().getArtifactId())
                .containsExactly("onnxruntime");
        assertThat(Backend.onnxRuntime().environment()).containsEntry("ORT_DISABLE_TELEMETRY", "1");
    }

    @Test
    void bringsNoNativeLibraryForTheProcessor() throws Exception {
        assertThat(natives(Backend.cpu())).isEmpty();
        assertThat(collect(Backend.cpu()))
                .extracting(node -> node.getArtifact().getArtifactId())
                .contains("deeplearning4j-nn", "nd4j-api")
                .doesNotContain("nd4j-native", "openblas");
    }

    @Test
    void addsTheLibrariesOfNvidiaOnRequest() throws Exception {
        var nodes = collect(Backend.cuda(CudaPlatform.LINUX, "linux-x86_64", true, Map.of()));

        assertThat(nodes)
                .extracting(node -> node.getArtifact().toString())
                .contains(
                        "org.bytedeco:cuda:jar:linux-x86_64:11.6-8.3-1.5.7",
                        "org.bytedeco:cuda:jar:linux-x86_64-redist:11.6-8.3-1.5.7",
                        "org.nd4j:nd4j-cuda-11.6:jar:1.0.0-M2.1")
                .noneMatch(coordinates -> coordinates.contains("nd4j-native:"));
    }

    private Map<String, String> natives(Backend backend) throws Exception {
        var natives = new TreeMap<String, String>();
        collect(backend).stream()
                .map(DependencyNode::getArtifact)
                .filter(artifact -> !artifact.getClassifier().isEmpty())
                .forEach(artifact -> assertThat(natives.put(artifact.getArtifactId(), artifact.getClassifier()))
                        .isNull());
        return natives;
    }

    private List<DependencyNode> collect(Backend backend) throws Exception {
        var session = Repositories.session(system, new LocalRepository(localRepository.toFile()));
        var nodes = new BackendResolver(
                        system, session, List.of(Repositories.remoteOfThisBuild()), new RecordingLog().log())
                .collect(backend);
        assertThat(nodes)
                .extracting(DependencyNode::getArtifact)
                .doesNotHaveDuplicates()
                .allMatch(BackendTest::isNotDownloaded);
        return nodes;
    }

    private static boolean isNotDownloaded(Artifact artifact) {
        return artifact.getFile() == null;
    }
}
