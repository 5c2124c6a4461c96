package io.github.lenet.maven.training;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.store.PictureOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedTrainingTest {

    private static final DatasetOptions MNIST = new DatasetOptions(
            "mnist", null, PictureOptions.DEFAULT, new CacheDirectory(Path.of("cache"), false), List.of());
    private static final TrainingInputs MODEL =
            InputsOfTests.of(SeedRecipe.of("lenet5").with("epochs", 2).build());

    @Test
    void isThatOfTheModel() {
        assertThat(differences(Map.of("learningRate", "1e-3"))).isEmpty();
    }

    @Test
    void namesEveryHyperparameterThatIsDifferent() {
        var others = Map.ofEntries(
                entry("architecture", "lenet5-1998"),
                entry("epochs", "7"),
                entry("batchSize", "64"),
                entry("learningRate", "0.01"),
                entry("schedule", "step"),
                entry("weightDecay", "0.05"),
                entry("augmentation", "shift"),
                entry("validationFraction", "0.1"),
                entry("earlyStoppingPatience", "3"),
                entry("seed", "-1"),
                entry("warmup", "200"));
        assertThat(others).containsOnlyKeys(Hyperparameters.names());

        assertThat(differences(others))
                .containsExactly(
                        "architecture changed from lenet5 to lenet5-1998",
                        "epochs changed from 2 to 7",
                        "batchSize changed from 32 to 64",
                        "learningRate changed from 0.001 to 0.01",
                        "schedule changed from constant to step",
                        "weightDecay changed from 0.0 to 0.05",
                        "augmentation changed from none to shift",
                        "validationFraction changed from 0.0 to 0.1",
                        "earlyStoppingPatience changed from 0 to 3",
                        "seed changed from 42 to -1",
                        "warmup changed from 0 to 200");
    }

    @Test
    void namesAValueThatNothingCanBeTrainedWith() {
        assertThat(differences(Map.of("seed", "many")))
                .containsExactly("the POM sets what cannot be trained with: seed is many, but must be a whole number"
                        + " from -9223372036854775808 to 9223372036854775807");
        assertThat(differences(Map.of("epochs", "0")))
                .singleElement()
                .asString()
                .startsWith("the POM sets what cannot be trained with: epochs is 0, but must be");
    }

    @Test
    void namesAnotherDataSet() {
        var training = new PlannedTraining("train", recipe(Map.of()), null, "letters", null, null, null);

        assertThat(training.differences(MODEL, located("bb"), MNIST))
                .containsExactly("dataset changed from mnist to letters");
    }

    @Test
    void namesTheFilesThatHaveChanged() {
        var training = new PlannedTraining("train", recipe(Map.of()), null, "mnist", null, null, null);

        assertThat(training.differences(MODEL, located("cc"), MNIST))
                .containsExactly("data set mnist: file train-labels-idx1-ubyte changed");
    }

    @Test
    void doesNotMistakeTheFilesOfAnotherFolderForThoseOfTheTraining() {
        var training = new PlannedTraining(
                "train", recipe(Map.of()), null, "mnist", Path.of("elsewhere").toAbsolutePath(), null, null);

        assertThat(training.differences(MODEL, located("cc"), MNIST)).isEmpty();
    }

    @Test
    void knowsTheDataOfAnArtifactByItsCoordinates() {
        var artifact = DatasetOptions.artifact("", "com.acme:digits:1.0", null);
        var options = new DatasetOptions(
                "mnist",
                null,
                artifact,
                PictureOptions.DEFAULT,
                new CacheDirectory(Path.of("cache"), false),
                List.of(),
                null);
        var same = new PlannedTraining("train", recipe(Map.of()), null, "mnist", null, "com.acme:digits:zip:1.0", null);
        var other = new PlannedTraining("train", recipe(Map.of()), null, "mnist", null, "com.acme:digits:1.1", null);

        assertThat(same.differences(MODEL, located("cc"), options))
                .containsExactly("data set mnist: file train-labels-idx1-ubyte changed");
        assertThat(other.differences(MODEL, located("cc"), options)).isEmpty();
    }

    @Test
    void knowsTheModelThatItGoesOnFrom(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("initial.zip"), "model");
        var sha256 = InitialModel.sha256(file);
        var training = new PlannedTraining("train", recipe(Map.of()), file, "mnist", null, null, null);

        assertThat(training.differences(MODEL, located("bb"), MNIST))
                .containsExactly("initialModel changed from none to the one with sha256 " + sha256);
        Files.delete(file);
        assertThat(training.differences(MODEL, located("bb"), MNIST))
                .singleElement()
                .asString()
                .startsWith(
                        "the POM sets what cannot be trained with: initialModel is " + file + ", but does not exist");
    }

    @Test
    void holdsNoOtherMachineAgainstAModel() {
        var elsewhere = new TrainingInputs(
                7, "org.nd4j:nd4j-cuda-11.6:2", "0123", MODEL.dataset(), MODEL.hyperparameters(), null);
        var training = new PlannedTraining("train", recipe(Map.of()), null, "mnist", null, null, null);

        assertThat(training.differences(elsewhere, located("bb"), MNIST)).isEmpty();
    }

    @Test
    void isOnlyOneThatWritesTheModel() throws Exception {
        var module = Builds.moduleWithPlugin(
                "<executions><execution><id>small</id><goals><goal>train</goal></goals><configuration><epochs>7</epochs>"
                        + "<outputDirectory>models/small</outputDirectory></configuration></execution></executions>");
        var session = Builds.session(List.of(module));
        var trainings =
                ConfiguredGoal.list("train", new Invocation(session, module, Builds.execution("verify", "gate", "")));

        assertThat(PlannedTraining.of(Path.of("models", "small", "model.zip"), trainings))
                .singleElement()
                .satisfies(training -> {
                    assertThat(training.execution()).isEqualTo("small");
                    assertThat(training.dataset()).isEqualTo("mnist");
                    assertThat(training.hyperparameters())
                            .containsEntry("epochs", "7")
                            .containsEntry("seed", "42");
                    assertThat(training.differences(MODEL, located("bb"), MNIST))
                            .as("what goes with the schedule")
                            .contains(
                                    "learningRate changed from 0.001 to 0.002",
                                    "augmentation changed from none to shift");
                });
        assertThat(PlannedTraining.of(Path.of("models", "large", "model.zip"), trainings))
                .isEmpty();
    }

    private static List<String> differences(Map<String, String> changes) {
        return new PlannedTraining("train", recipe(changes), null, "mnist", null, null, null)
                .differences(MODEL, located("bb"), MNIST);
    }

    /** The hyperparameters of the model, as text, with some of them changed. */
    private static Map<String, String> recipe(Map<String, String> changes) {
        var hyperparameters = new HashMap<String, String>();
        MODEL.hyperparameters().values().forEach((name, value) -> hyperparameters.put(name, value.toString()));
        hyperparameters.putAll(changes);
        return hyperparameters;
    }

    private static LocatedDataset located(String labels) {
        var sha256 = Map.of(
                "train-images-idx3-ubyte", "aa", "train-labels-idx1-ubyte", labels, "t10k-labels-idx1-ubyte", "dd");
        return new LocatedDataset(
                "mnist", Path.of("data"), InputsOfTests.MNIST.classNames(), sha256, null, null, "cache");
    }
}
