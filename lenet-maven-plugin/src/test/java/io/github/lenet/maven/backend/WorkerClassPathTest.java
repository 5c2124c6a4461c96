package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class WorkerClassPathTest {

  @Test
  void putsThePluginFirstAndTakesItsVersionOfASharedLibrary() {
    var plugin =
        List.of(ofPlugin("lenet-core", "core/target/classes"), ofPlugin("commons-compress", "compress-1.28.jar"));
    var backend =
        List.of(
            ofBackend("nd4j-native", "", "nd4j.jar"),
            ofBackend("nd4j-native", "linux-x86_64", "nd4j-linux.jar"),
            ofBackend("commons-compress", "", "compress-1.21.jar"));

    assertThat(WorkerClassPath.of(plugin, backend))
        .containsExactly(
            Path.of("core/target/classes"),
            Path.of("compress-1.28.jar"),
            Path.of("nd4j.jar"),
            Path.of("nd4j-linux.jar"));
  }

  private static Artifact ofPlugin(String artifactId, String file) {
    var handler = new DefaultArtifactHandler("jar");
    var artifact =
        new org.apache.maven.artifact.DefaultArtifact("group", artifactId, "1", "runtime", "jar", null, handler);
    artifact.setFile(Path.of(file).toFile());
    return artifact;
  }

  private static org.eclipse.aether.artifact.Artifact ofBackend(String artifactId, String classifier, String file) {
    return new DefaultArtifact("group", artifactId, classifier, "jar", "2").setFile(Path.of(file).toFile());
  }
}
