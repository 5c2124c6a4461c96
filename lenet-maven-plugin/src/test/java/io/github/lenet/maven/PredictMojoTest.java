package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.configuration.Builds;
import io.github.lenet.maven.configuration.OutputFiles;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class PredictMojoTest {

  private final RecordingLog log = new RecordingLog();

  @Provides
  MojoExecution execution() throws Exception {
    return Builds.execution("predict", "digits", "");
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "skip", value = "true")
  void skips(PredictMojo mojo) throws Exception {
    mojo.setLog(log.log());

    mojo.execute();

    assertThat(log.lines()).containsExactly("info: Skipping lenet:predict: lenet.skip is set");
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
  void saysHowToNameImages(PredictMojo mojo) {
    assertFails(mojo, "There is nothing to classify: name files, folders or globs");
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
  @MojoParameter(name = "images", value = "digit.png")
  void saysHowToGetAModel(PredictMojo mojo) {
    assertFails(mojo, "There is no model for lenet:predict: " + Path.of("elsewhere", "model.zip").toAbsolutePath());
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "images", value = "digit.png")
  @MojoParameter(name = "modelArtifact", value = "com.acme:digits:0.0-none")
  void asksRepositoriesForAModel(PredictMojo mojo) {
    assertFails(mojo, "com.acme:digits:zip:lenet:0.0-none");
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "modelArtifact", value = "com.acme:digits:1.0")
  @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
  void refusesTwoModels(PredictMojo mojo) {
    assertFails(mojo, "cannot be set together with <modelArtifact>com.acme:digits:1.0</modelArtifact>");
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
  @MojoParameter(name = "format", value = "xml")
  void listsTheFormats(PredictMojo mojo) {
    assertFails(mojo, "<format>xml</format> (property lenet.format) is unknown; known are table, csv, json.");
  }

  @Test
  @InjectMojo(goal = "predict")
  @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
  @MojoParameter(name = "outputFile", value = "target/answers.csv")
  void leavesTheAnswersOfAnotherExecutionAlone(PredictMojo mojo) throws Exception {
    var file = Path.of("target", "answers.csv");
    OutputFiles.claim(mojo.project(), Builds.execution("predict", "letters", ""), file);

    assertFails(mojo, "The executions 'letters' and 'digits' of this module both write " + file.toAbsolutePath());
  }

  private void assertFails(PredictMojo mojo, String message) {
    mojo.setLog(log.log());
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining(message);
  }
}
