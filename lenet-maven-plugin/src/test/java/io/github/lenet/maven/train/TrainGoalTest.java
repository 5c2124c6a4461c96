package io.github.lenet.maven.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.TrainedModel;
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
            line -> assertThat(line).startsWith("Training lenet5 (44,426 parameters) on 600 images of my-digits: 2"),
            line -> assertThat(line).startsWith("epoch 1/2: loss ").endsWith(" left"),
            line -> assertThat(line).startsWith("epoch 2/2: loss ").endsWith(" images/s"),
            line -> assertThat(line).startsWith("Model " + model + ", sha256 "));
    assertThat(TrainedModel.log().lines("warn")).isEmpty();
  }
}
