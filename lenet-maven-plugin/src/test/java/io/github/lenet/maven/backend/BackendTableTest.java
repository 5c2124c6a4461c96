package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import java.nio.file.Path;
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

/** Every row of the table, resolved from descriptors alone. */
@MojoTest
class BackendTableTest {

    @Inject
    private RepositorySystem system;

    @TempDir
    Path localRepository;

    static Stream<Arguments> rows() {
        return Stream.of("cpu", "cuda")
                .flatMap(backend -> NativeClassifiers.platforms(backend).stream()
                        .flatMap(platform -> NativeClassifiers.of(backend, platform).stream()
                                .map(classifier -> Arguments.of(backend, platform, classifier))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void bringsExactlyOneOfEachNativeLibrary(String backend, String platform, String classifier) throws Exception {
        var wanted = backend.equals("cpu")
                ? Map.of("nd4j-native", classifier, "javacpp", platform, "openblas", platform)
                : Map.of("nd4j-cuda-11.6", classifier, "javacpp", platform, "cuda", platform);

        assertThat(natives(Backend.of(backend, platform, classifier, false))).isEqualTo(wanted);
    }

    @Test
    void bringsNoNativeLibraryForTheProcessor() throws Exception {
        assertThat(natives(Backend.javaKernels())).isEmpty();
        assertThat(collect(Backend.javaKernels()))
                .extracting(node -> node.getArtifact().getArtifactId())
                .contains("deeplearning4j-nn", "nd4j-api")
                .doesNotContain("nd4j-native", "openblas");
    }

    @Test
    void addsTheLibrariesOfNvidiaOnRequest() throws Exception {
        var nodes = collect(Backend.of("cuda", "linux-x86_64", "linux-x86_64", true));

        assertThat(nodes)
                .extracting(node -> node.getArtifact().toString())
                .contains(
                        "org.bytedeco:cuda:jar:linux-x86_64:11.6-8.3-1.5.7",
                        "org.bytedeco:cuda:jar:linux-x86_64-redist:11.6-8.3-1.5.7",
                        "org.nd4j:nd4j-cuda-11.6:jar:1.0.0-M2.1")
                .noneMatch(coordinates -> coordinates.contains("nd4j-native:"));
    }

    @Test
    void hasARowForEveryPlatform() {
        assertThat(NativeClassifiers.platforms("cpu"))
                .containsExactlyInAnyOrderElementsOf(Resources.properties("platforms.properties").values().stream()
                        .map(Object::toString)
                        .toList());
        assertThat(NativeClassifiers.platforms("cuda")).containsExactly("linux-x86_64", "windows-x86_64");
        assertThat(rows()).hasSizeGreaterThan(20);
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
        assertThat(nodes).extracting(DependencyNode::getArtifact).allMatch(BackendTableTest::isNotDownloaded);
        return nodes;
    }

    private static boolean isNotDownloaded(Artifact artifact) {
        return artifact.getFile() == null;
    }
}
