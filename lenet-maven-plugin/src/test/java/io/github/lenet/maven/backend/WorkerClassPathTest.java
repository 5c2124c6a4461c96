package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class WorkerClassPathTest {

    @Test
    void putsThePluginFirstAndTakesItsVersionOfASharedLibrary() throws Exception {
        var plugin = List.of(
                ofPlugin("lenet-core", "core/target/classes"), ofPlugin("commons-compress", "compress-1.28.jar"));
        var backend = List.of(
                ofBackend("nd4j-cuda-11.6", "", "nd4j.jar"),
                ofBackend("nd4j-cuda-11.6", "linux-x86_64", "nd4j-linux.jar"),
                ofBackend("commons-compress", "", "compress-1.21.jar"));

        assertThat(WorkerClassPath.of(plugin, backend))
                .containsExactly(
                        Path.of("core/target/classes"),
                        Path.of("compress-1.28.jar"),
                        Path.of("nd4j.jar"),
                        Path.of("nd4j-linux.jar"));
    }

    @Test
    void namesAFileThatNoClassPathCanHold() {
        var backend = List.of(ofBackend("nd4j", "", "a" + File.pathSeparator + "b/nd4j.jar"));

        assertThatThrownBy(() -> WorkerClassPath.of(List.of(), backend))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "%s cannot stand in a Java class path, where '%s' separates one file from the next; move the project or the local"
                                + " repository (-Dmaven.repo.local) to a folder without it.",
                        Path.of("a" + File.pathSeparator + "b/nd4j.jar"), File.pathSeparator);
    }

    @Test
    void leavesOutWhatBelongsToMaven() throws Exception {
        var plugin = List.of(
                ofPlugin("org.codehaus.plexus", "plexus-utils", "plexus-utils-1.1.jar"),
                ofPlugin("org.apache.maven.reporting", "maven-reporting-api", "reporting.jar"),
                ofPlugin("org.apache.maven.doxia", "doxia-sink-api", "doxia.jar"),
                ofPlugin("org.apache.mavenite", "no-part-of-it", "mavenite.jar"));

        assertThat(WorkerClassPath.of(plugin, List.of())).containsExactly(Path.of("mavenite.jar"));
    }

    private static Artifact ofPlugin(String artifactId, String file) {
        return ofPlugin("group", artifactId, file);
    }

    private static Artifact ofPlugin(String group, String artifactId, String file) {
        var handler = new DefaultArtifactHandler("jar");
        var artifact =
                new org.apache.maven.artifact.DefaultArtifact(group, artifactId, "1", "runtime", "jar", null, handler);
        artifact.setFile(Path.of(file).toFile());
        return artifact;
    }

    private static org.eclipse.aether.artifact.Artifact ofBackend(String artifactId, String classifier, String file) {
        return new DefaultArtifact("group", artifactId, classifier, "jar", "2")
                .setFile(Path.of(file).toFile());
    }
}
