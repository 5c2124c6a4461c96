package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.maven.configuration.Builds;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class DownloadMojoTest {

  private final RecordingLog log = new RecordingLog();

  @Provides
  MojoExecution execution() throws Exception {
    return Builds.execution("download", "digits", "");
  }

  @Test
  @InjectMojo(goal = "download")
  @MojoParameter(name = "skip", value = "true")
  void skips(DownloadMojo mojo) throws Exception {
    mojo.setLog(log.log());

    mojo.execute();

    assertThat(log.lines()).containsExactly("info: Skipping lenet:download: lenet.skip is set");
  }

  @Test
  @InjectMojo(goal = "download")
  @MojoParameter(name = "dataset", value = "my-digits")
  void asksForTheFilesOfAnUnknownDataSet(DownloadMojo mojo) {
    assertFails(mojo, "<dataset>my-digits</dataset> is unknown");
  }

  @Test
  @InjectMojo(goal = "download")
  @MojoParameter(name = "dataset", value = "my-digits")
  @MojoParameter(name = "dataDirectory", value = "elsewhere")
  void saysThatTheFolderIsNone(DownloadMojo mojo) {
    assertFails(mojo, "is no folder");
  }

  @Test
  @InjectMojo(goal = "download")
  @MojoParameter(name = "dataset", value = "my-digits")
  @MojoParameter(name = "dataDirectory", value = "target/download-mojo-test")
  void checksDataOfOnesOwnWhereItLies(DownloadMojo mojo) throws Exception {
    SyntheticDigits.write(Path.of("target", "download-mojo-test"), 30, 20, 7);
    mojo.setLog(log.log());

    mojo.execute();

    assertThat(log.lines("info"))
        .contains("my-digits is complete: 30 training and 20 test images", "Source: dataDirectory")
        .filteredOn(line -> line.endsWith("-ubyte"))
        .hasSize(4);
  }

  private void assertFails(DownloadMojo mojo, String message) {
    mojo.setLog(log.log());
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining(message);
  }
}
