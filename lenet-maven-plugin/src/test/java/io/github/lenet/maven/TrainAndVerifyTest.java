package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.maven.data.DatasetProvider;
import io.github.lenet.maven.train.TrainGoal;
import io.github.lenet.maven.train.TrainRequest;
import io.github.lenet.maven.verify.VerifyGoal;
import io.github.lenet.maven.verify.VerifyRequest;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerQueue;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.report.Reports;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both goals on synthetic digits, with the real worker and the real libraries. One training serves all tests. */
@MojoTest
class TrainAndVerifyTest {

  @TempDir static Path folder;

  private static final RecordingLog TRAINING_LOG = new RecordingLog();

  private final RecordingLog log = new RecordingLog();

  @Inject private RepositorySystem system;

  @BeforeEach
  void trainOnce() throws Exception {
    if (!Files.exists(folder.resolve("data"))) {
      SyntheticDigits.write(folder.resolve("data"), 600, 200, 1);
      train();
    }
  }

  @Test
  void leavesTheModelItsHistoryAndACopyForTheJar() throws Exception {
    assertThat(output()).isDirectoryContaining("glob:**/model.zip").isDirectoryContaining("glob:**/training.json");
    assertThat(folder.resolve("classes/digits/model.zip")).hasSameBinaryContentAs(output().resolve("model.zip"));
    assertThat(TRAINING_LOG.lines("info"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Training lenet5 (44,426 parameters) on 600 images of my-digits: 2"),
            line -> assertThat(line).startsWith("epoch 1/2: loss ").endsWith(" left"),
            line -> assertThat(line).startsWith("epoch 2/2: loss ").endsWith(" images/s"),
            line -> assertThat(line).startsWith("Model " + output().resolve("model.zip") + ", sha256 "));
    assertThat(TRAINING_LOG.lines("warn")).isEmpty();
  }

  @Test
  void passesAModelThatIsGoodEnough() throws Exception {
    verify("50%", true);

    assertThat(log.lines("info").get(0)).startsWith("Passed: accuracy on my-digits test (200 images) is ");
    assertThat(output().resolve("TEST-lenet-digits.xml")).exists();
  }

  @Test
  void failsTheBuildAfterTheReportsAreWritten() throws Exception {
    Files.deleteIfExists(output().resolve("evaluation.json"));

    assertThatThrownBy(() -> verify("1", true))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("but the minimum is 1.0000. See " + output().resolve("report").resolve("index.html"));
    assertThat(output().resolve("evaluation.json")).content().contains("\"passed\": false");
    assertThat(output().resolve("report/index.html")).exists();
  }

  @Test
  void onlyWarnsWhenItIsToldNotToHalt() throws Exception {
    verify("1", false);

    assertThat(log.lines("warn"))
        .singleElement()
        .asString()
        .contains("but the minimum is 1.0000")
        .contains("haltOnFailure");
  }

  private void train() throws Exception {
    var session = Repositories.sessionOfThisBuild(system);
    var log = TRAINING_LOG.log();
    var request =
        new TrainRequest(
            dataset(),
            new Hyperparameters("lenet5", 2, 32, 0.001, 42, 0),
            2,
            new BackendRequest("cpu", null, false),
            JavaExecutable.ofThisJvm(),
            List.of(),
            0,
            output(),
            folder.resolve("classes/digits/model.zip"));
    new TrainGoal(
            new DatasetProvider(session, log),
            new BackendResolver(system, session, List.of(), log),
            new WorkerLauncher(new WorkerQueue(session.getData(), log), log),
            pluginArtifacts(),
            log)
        .run(request);
  }

  private void verify(String minimumAccuracy, boolean haltOnFailure) throws Exception {
    var request =
        new VerifyRequest(
            dataset(), output().resolve("model.zip"), minimumAccuracy, haltOnFailure, new Reports(output(), "digits"));
    new VerifyGoal(new DatasetProvider(Repositories.sessionOfThisBuild(system), log.log()), log.log()).run(request);
  }

  private static DatasetOptions dataset() {
    return new DatasetOptions("my-digits", folder.resolve("data"), folder.resolve("cache"), List.of());
  }

  private static Path output() {
    return folder.resolve("target").resolve("lenet");
  }

  /** The class path of the tests, for that of the plugin. */
  private static List<Artifact> pluginArtifacts() {
    var handler = new DefaultArtifactHandler("jar");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .map(
            file -> {
              Artifact artifact = new DefaultArtifact("test", file.getPath(), "1", "runtime", "jar", null, handler);
              artifact.setFile(file);
              return artifact;
            })
        .toList();
  }
}
