package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.configuration.Builds;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
@MojoParameter(name = "outputDirectory", value = VerifyMojoTest.OUTPUT)
@MojoParameter(name = "name", value = "digits")
class VerifyMojoTest {

  static final String OUTPUT = "target/verify-mojo-test";

  private final RecordingLog log = new RecordingLog();

  @Provides
  MojoExecution execution() throws Exception {
    return Builds.execution("verify", "digits", "");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "skipVerify", value = "true")
  void skipsWithoutAModel(VerifyMojo mojo) throws Exception {
    mojo.setLog(log.log());

    mojo.execute();

    assertThat(log.lines()).containsExactly("info: Skipping lenet:verify: lenet.skipVerify is set");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "minimumAccuracy", value = "98.5%")
  void saysHowToGetAModel(VerifyMojo mojo) {
    assertFails(mojo, "model.zip does not exist. Train one first with `mvn lenet:train lenet:verify`");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "minimumAccuracy", value = "0.99")
  @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
  void looksForTheModelWhereItIsTold(VerifyMojo mojo) {
    assertFails(mojo, Path.of("elsewhere", "model.zip") + " does not exist");
  }

  @Test
  @InjectMojo(goal = "verify")
  void doesNotPassForWantOfAnythingToCheck(VerifyMojo mojo) {
    assertFails(mojo, "There is nothing to check: set a minimum");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "minimumAccuracy", value = "1.01")
  void refusesAMinimumThatNoModelCanReach(VerifyMojo mojo) {
    assertFails(mojo, "<minimumAccuracy>1.01</minimumAccuracy> (property lenet.minimumAccuracy) must be from 0 to 1");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "minimumAccuracy", value = "99")
  void doesNotTakeAWholeNumberForPerCent(VerifyMojo mojo) {
    assertFails(mojo, "<minimumAccuracy>99</minimumAccuracy>");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "minimumAccuracy", value = "0.99")
  @MojoParameter(name = "name", value = "../digits")
  void refusesANameThatCouldNotBePartOfAFileName(VerifyMojo mojo) {
    assertFails(mojo, "<name>../digits</name> (property lenet.name) becomes part of a file name");
  }

  @Test
  @InjectMojo(goal = "verify")
  @MojoParameter(name = "minimumAccuracy", value = "0.99")
  void deletesTheLastVerdictBeforeAnythingCanGoWrong(VerifyMojo mojo) throws Exception {
    var old = Path.of(OUTPUT, "evaluation.json");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "{}");

    assertFails(mojo, "There is no model for lenet:verify");

    assertThat(old).doesNotExist();
  }

  private void assertFails(VerifyMojo mojo, String message) {
    mojo.setLog(log.log());
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class).hasMessageContaining(message);
  }
}
