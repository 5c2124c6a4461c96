package io.github.lenet.maven.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Predictions;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.configuration.Builds;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.verify.Models;
import io.github.lenet.model.Classifier;
import io.github.lenet.report.EvaluationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class EarlierVerificationTest {

  private final RecordingLog log = new RecordingLog();

  @Inject private RepositorySystem system;

  @TempDir private Path folder;
  private EvaluationReport report;

  @BeforeEach
  void verifyEarlier() throws Exception {
    Files.copy(Models.trained(system), folder.resolve("model.zip"));
    var images = TrainedModel.datasets(system, log.log()).obtain(TrainedModel.dataset()).read(Split.TEST);
    report = EvaluationReport.of(Evaluation.of(Predictions.of(Classifier.load(folder.resolve("model.zip")), images)));
  }

  @Test
  void countsAsLongAsNothingHasChanged() throws Exception {
    assertThat(objection()).isEmpty();
  }

  @Test
  void doesNotCountForAnotherModel() throws Exception {
    Models.without(Models.trained(system), folder.resolve("model.zip"), 7);

    assertThat(objection()).hasValue("but is about another model than " + folder.resolve("model.zip") + " is now");
  }

  @Test
  void doesNotCountWithoutTheModel() throws Exception {
    Files.delete(folder.resolve("model.zip"));

    assertThat(objection()).hasValueSatisfying(reason -> assertThat(reason).contains("model.zip does not exist"));
  }

  @Test
  void doesNotCountForAModelThatThePomNoLongerDescribes() throws Exception {
    assertThat(objection("lenet.epochs=3"))
        .hasValue("but its model was not trained with the values of the POM: epochs changed from 2 to 3");
    assertThat(objection("lenet.epochs=many")).isPresent();
  }

  @Test
  void doesNotCountForAModelOfOtherData() throws Exception {
    assertThat(objection("lenet.dataDirectory=" + folder.resolve("none"))).isPresent();
    assertThat(objection("lenet.dataset=other-digits"))
        .hasValueSatisfying(reason -> assertThat(reason).contains("dataset changed from my-digits to other-digits"));
  }

  private Optional<String> objection(String... changes) throws Exception {
    var module =
        Builds.moduleWithPlugin(
            "<executions><execution><id>both</id><goals><goal>train</goal><goal>verify</goal></goals></execution></executions>");
    var values =
        Stream.of(
            "lenet.outputDirectory=" + folder,
            "lenet.dataset=my-digits",
            "lenet.dataDirectory=" + Path.of(TrainedModel.DATA).toAbsolutePath(),
            "lenet.cacheDirectory=" + Path.of(TrainedModel.CACHE).toAbsolutePath(),
            "lenet.epochs=2",
            "lenet.learningRate=0.001",
            "lenet.schedule=constant",
            "lenet.augmentation=none");
    var session = Builds.session(List.of(module), Stream.concat(values, Stream.of(changes)).toArray(String[]::new));
    var running = Builds.execution("verify-aggregate", "all", "");
    return new EarlierVerification(
            ConfiguredGoal.list("verify", session, module, running).get(0),
            ConfiguredGoal.list("train", session, module, running),
            TrainedModel.models(system, log.log()),
            TrainedModel.datasets(system, log.log()))
        .objection(report);
  }
}
