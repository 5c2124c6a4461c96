package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resolves with Maven's own resolver, from what the tests of lenet-core have already downloaded. */
@MojoTest
class BackendResolverTest {

    private static final Backend CPU = Backend.cpu();

    private static final String GET = "mvn dependency:get -Dartifact=";

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    Path localRepository;

    @Test
    void findsDeeplearningWithoutNativeLibraries() throws Exception {
        var session = Repositories.sessionOfThisBuild(system);

        var artifacts = new BackendResolver(system, session, List.of(), log.log()).resolve(CPU);

        assertThat(log.lines()).isEmpty();
        assertThat(artifacts).allSatisfy(artifact -> {
            assertThat(artifact.getFile()).isFile();
            assertThat(artifact.getClassifier()).isEmpty();
        });
        assertThat(artifacts)
                .extracting(Artifact::getArtifactId)
                .contains("deeplearning4j-nn", "nd4j-api", "slf4j-simple", "slf4j-api")
                .doesNotContain("nd4j-native", "openblas", "logback-classic", "deeplearning4j-core");
    }

    @Test
    void takesTheProcessorOfAnyMachineWithoutLookingAtIt() throws Exception {
        var selected = resolver(true).select(new BackendRequest("cpu", null, false));

        assertThat(selected).isEqualTo(CPU);
        assertThat(selected.environment()).isEmpty();
        assertThat(selected.classifier()).isNull();
    }

    @Test
    void announcesADownloadWithItsSizeAndWorksOfflineAfterwards() throws Exception {
        var resolver = resolver(false);

        var artifacts = resolver.resolve(CPU);
        resolver(true).resolve(CPU);

        assertThat(log.lines("info"))
                .singleElement()
                .asString()
                .startsWith("Downloading Deeplearning4j for the backend cpu: " + artifacts.size() + " files")
                .contains("about " + megabytes(artifacts) + " MB, once, into " + localRepository);
    }

    @Test
    void saysOfflineWhichCommandsFetchWhatIsMissing() throws Exception {
        assertThatThrownBy(() -> resolver(true).resolve(CPU))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Maven is offline (-o), and the local repository " + localRepository)
                .hasMessageContaining("mvn dependency:get -Dartifact=org.deeplearning4j:deeplearning4j-nn:1.0.0-M2.1")
                .hasMessageContaining("mvn dependency:get -Dartifact=org.slf4j:slf4j-simple:");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void thePageShowsTheCommands() throws Exception {
        var commands = commands(CPU);

        assertThat(Path.of("..", "docs", "backends.md"))
                .content()
                .contains("\n" + String.join("\n", commands) + "\n```");
    }

    @Test
    void namesOnlyTheOneFileThatIsMissing() throws Exception {
        resolver(false).resolve(CPU);
        Files.delete(localRepository.resolve(
                "org/deeplearning4j/deeplearning4j-nn/1.0.0-M2.1/deeplearning4j-nn-1.0.0-M2.1.jar"));

        assertThatThrownBy(() -> resolver(true).resolve(CPU))
                .hasMessageEndingWith("or fetch them with" + System.lineSeparator()
                        + "  mvn dependency:get -Dartifact=org.deeplearning4j:deeplearning4j-nn:1.0.0-M2.1");
    }

    @Test
    void saysWhyARepositoryHasNothing() {
        var empty = new RemoteRepository.Builder(
                        "empty", "default", localRepository.toUri().toString())
                .build();
        var resolver = new BackendResolver(system, session(false), List.of(empty), log.log());

        assertThatThrownBy(() -> resolver.resolve(CPU))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Cannot download the libraries that the training needs")
                .hasMessageContaining("empty");
    }

    private List<String> commands(Backend backend) {
        return catchThrowable(() -> resolver(true).resolve(backend))
                .getMessage()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(GET))
                .toList();
    }

    private BackendResolver resolver(boolean offline) {
        return new BackendResolver(system, session(offline), List.of(Repositories.remoteOfThisBuild()), log.log());
    }

    private DefaultRepositorySystemSession session(boolean offline) {
        return Repositories.session(system, new LocalRepository(localRepository.toFile()))
                .setOffline(offline);
    }

    /** The estimate may be a little off where many small files are missing, and never by a megabyte in ten. */
    private static String megabytes(List<Artifact> artifacts) {
        var real = artifacts.stream()
                        .mapToLong(artifact -> artifact.getFile().length())
                        .sum()
                / 1e6;
        var estimated = DownloadSize.bytes(artifacts) / 1e6;
        assertThat(estimated).isBetween(real * 0.9, real * 1.1);
        return String.valueOf(Math.round(estimated));
    }
}
