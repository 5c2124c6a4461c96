package io.github.lenet.maven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.model.ModelArchive;
import io.github.lenet.model.TrainingInputs;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;

/** On synthetic digits, with the real worker and the real libraries. */
@MojoTest
class TrainGoalTest {

  @Inject private RepositorySystem system;

  @Test
  void leavesTheModelItsHistoryAndACopyForTheJar() throws Exception {
    TrainedModel.train(system);

    var model = TrainedModel.output().resolve("model.zip");
    assertThat(model).isNotEmptyFile();
    assertThat(TrainedModel.output().resolve("training.json")).isNotEmptyFile();
    assertThat(TrainedModel.packaged()).hasSameBinaryContentAs(model);
    assertThat(TrainedModel.log().lines("info"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("Training, because lenet.force is set"),
            line -> assertThat(line).startsWith("Training lenet5 (44,426 parameters) on 600 images of my-digits: 2"),
            line -> assertThat(line).startsWith("epoch 1/2: loss ").endsWith(" left"),
            line -> assertThat(line).startsWith("epoch 2/2: loss ").endsWith(" images/s"),
            line -> assertThat(line).startsWith("Model " + model + ", sha256 "));
    assertThat(TrainedModel.log().lines("warn")).isEmpty();
  }

  @Test
  void keepsTheModelOfTheSameInputs() throws Exception {
    TrainedModel.train(system);
    var log = new RecordingLog();
    Files.delete(TrainedModel.packaged());

    TrainedModel.goal(system, log.log()).run(TrainedModel.request(false));

    var model = TrainedModel.output().resolve("model.zip");
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("info: Model " + model + " is up to date: it was trained with the same inputs (fingerprint ");
    assertThat(TrainedModel.packaged()).as("on every path").hasSameBinaryContentAs(model);
  }

  @Test
  void neverKeepsAFileThatNobodyTrained() throws Exception {
    TrainedModel.train(system);
    var log = new RecordingLog();
    var model = TrainedModel.output().resolve("model.zip");
    var trained = Files.readAllBytes(model);
    Files.write(model, new byte[] {1}, StandardOpenOption.APPEND);

    TrainedModel.goal(system, log.log()).run(TrainedModel.request(false));

    assertThat(log.lines()).singleElement().asString().startsWith("info: Model " + model + " comes from the cache: ");
    assertThat(model).hasBinaryContent(trained);
  }

  @Test
  void saysWhatIsDifferent() throws Exception {
    TrainedModel.train(system);
    var request = TrainedModel.request(false);
    var inputs = ModelArchive.read(request.files().model()).description().inputs();
    var others =
        new TrainingInputs(
            inputs.algorithmVersion(),
            inputs.arithmetic(),
            inputs.code(),
            inputs.dataset(),
            SeedRecipe.of("lenet5").epochs(2).seed(7).build());

    assertThat(new ExistingModel(request.files()).reasonToTrain(inputs)).isEmpty();
    assertThat(new ExistingModel(request.files()).reasonToTrain(others)).hasValue("seed changed from 42 to 7");
    assertThat(new ExistingModel(TrainedFiles.in(TrainedModel.output().resolve("none"))).reasonToTrain(inputs))
        .hasValue("there is no " + TrainedModel.output().resolve("none").resolve("model.zip"));
  }
}
