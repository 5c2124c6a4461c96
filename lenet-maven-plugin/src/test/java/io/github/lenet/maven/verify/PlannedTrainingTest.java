package io.github.lenet.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.LocatedDataset;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.maven.configuration.Builds;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.model.Architecture;
import io.github.lenet.model.ModelDescription;
import io.github.lenet.model.ModelDescription.TrainingData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedTrainingTest {

  private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final DatasetOptions MNIST = new DatasetOptions("mnist", null, Path.of("cache"), List.of());
  private static final ModelDescription MODEL =
      ModelDescription.of(
          Architecture.LENET5,
          SeedRecipe.of("lenet5").epochs(2).build(),
          new TrainingData("mnist", Map.of("images", "aa", "labels", "bb")),
          DIGITS,
          List.of());

  @Test
  void isThatOfTheModel() {
    assertThat(differences(Map.of("epochs", "2", "learningRate", "1e-3", "architecture", "lenet5"))).isEmpty();
  }

  @Test
  void namesEveryHyperparameterThatIsDifferent() {
    assertThat(differences(Map.of("epochs", "7", "learningRate", "0.01", "architecture", "lenet5-1998")))
        .containsExactly(
            "architecture is lenet5, but the POM sets lenet5-1998",
            "epochs is 2, but the POM sets 7",
            "learningRate is 0.001, but the POM sets 0.01");
    assertThat(differences(Map.of("seed", "many"))).containsExactly("seed is 42, but the POM sets many");
  }

  @Test
  void namesAnotherDataSet() {
    var training = new PlannedTraining("train", Map.of(), "letters", null);

    assertThat(training.differences(MODEL, located("aa", "bb"), MNIST))
        .containsExactly("the data set is mnist, but the POM sets letters");
  }

  @Test
  void namesTheFilesThatHaveChanged() {
    var training = new PlannedTraining("train", Map.of(), "mnist", null);

    assertThat(training.differences(MODEL, located("aa", "cc"), MNIST))
        .containsExactly("the files of the data set mnist have changed: [labels]");
  }

  @Test
  void doesNotMistakeTheFilesOfAnotherFolderForThoseOfTheTraining() {
    var training = new PlannedTraining("train", Map.of(), "mnist", Path.of("elsewhere").toAbsolutePath());

    assertThat(training.differences(MODEL, located("aa", "cc"), MNIST)).isEmpty();
  }

  @Test
  void isOnlyOneThatWritesTheModel() throws Exception {
    var module =
        Builds.moduleWithPlugin(
            "<executions><execution><id>small</id><goals><goal>train</goal></goals><configuration><epochs>7</epochs>"
                + "<outputDirectory>models/small</outputDirectory></configuration></execution></executions>");
    var session = Builds.session(List.of(module));
    var trainings = ConfiguredGoal.list("train", session, module, Builds.execution("verify", "gate", ""));

    assertThat(PlannedTraining.of(Path.of("models", "small", "model.zip"), trainings))
        .singleElement()
        .satisfies(
            training -> {
              assertThat(training.execution()).isEqualTo("small");
              assertThat(training.dataset()).isEqualTo("mnist");
              assertThat(training.hyperparameters()).containsEntry("epochs", "7").containsEntry("seed", "42");
              assertThat(training.hyperparameters())
                  .as("what goes with the schedule")
                  .containsEntry("learningRate", "0.002")
                  .containsEntry("augmentation", "shift");
            });
    assertThat(PlannedTraining.of(Path.of("models", "large", "model.zip"), trainings)).isEmpty();
  }

  private static List<String> differences(Map<String, String> hyperparameters) {
    return new PlannedTraining("train", hyperparameters, "mnist", null)
        .differences(MODEL, located("aa", "bb"), MNIST);
  }

  private static LocatedDataset located(String images, String labels) {
    return new LocatedDataset("mnist", Path.of("data"), DIGITS, Map.of("images", images, "labels", labels), "cache");
  }
}
