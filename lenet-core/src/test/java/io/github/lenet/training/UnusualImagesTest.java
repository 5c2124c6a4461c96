package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.TrainedState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that are few, small or all the same, for every architecture. */
class UnusualImagesTest {

    private static final List<String> CLASSES = List.of("one", "two", "three");

    static List<String> architectures() {
        return Architecture.names();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void threeClassesOfFiveImagesAreTrainedOnWithTheDefaults(String architecture) {
        var digits = SyntheticDigits.train(30, 1);
        var few = digits.subset(
                IntStream.range(0, 30).filter(image -> digits.label(image) < 3).toArray(), "train");
        var images = few.subset(IntStream.range(0, few.size()).limit(15).toArray(), "train");

        assertFinite(train(Hyperparameters.of(Map.of("architecture", architecture)), images), 10);
    }

    /** The variance of every plane is zero; of the smallest images, that of the last ones whatever the padding. */
    @ParameterizedTest
    @MethodSource("architectures")
    void constantImagesAreNoDivisionByZero(String architecture) {
        var smallest = Architecture.named(architecture).smallestImage();
        var recipe = SeedRecipe.of(architecture).with("epochs", 2).build();

        assertFinite(train(recipe, constant(0, smallest, 20)), 2);
        assertFinite(train(recipe, constant(255, smallest, 20)), 2);
    }

    /** The last group of a mini-batch has one image, of one value a plane in the last layers. */
    @ParameterizedTest
    @MethodSource("architectures")
    void oneImageIsLeftOver(String architecture) {
        var smallest = Architecture.named(architecture).smallestImage();

        assertFinite(train(SeedRecipe.of(architecture).with("epochs", 2).build(), constant(100, smallest, 33)), 2);
        assertFinite(train(SeedRecipe.of(architecture).build(), constant(100, smallest, 1)), 1);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void tooSmallImagesAreNamedWithTheArchitectureAndTheSmallestSize(String architecture) {
        var smallest = Architecture.named(architecture).smallestImage();
        var size = smallest - 1;

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> train(SeedRecipe.of(architecture).build(), constant(1, size, 40)))
                .withMessage(
                        "dataset is grey, but cannot be trained on with <architecture>%s</architecture>: images of %d x %d pixels do"
                                + " not fit %s, which takes %d x %d to 256 x 256; choose another <architecture>, or for"
                                + " pictures another <imageSize>, for example -Dlenet.imageSize=28",
                        architecture, size, size, architecture, smallest, smallest);
    }

    /** Each step moves each weight by one: no network learns so, but what leaves the training are numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"vgg6", "resnet8"})
    void stepsThatAreFarTooLargeGiveNumbers(String architecture) {
        var recipe = SeedRecipe.of(architecture).with("learningRate", 1).build();

        assertFinite(train(recipe, SyntheticDigits.train(33, 1)), 1);
    }

    /** From numbers that are finite, but too large to compute with. */
    @ParameterizedTest
    @CsvSource({
        "resnet8, 1e20, the network's statistics has Infinity at index ",
        "resnet8, 1e37, the loss is NaN after 20 images of epoch 1",
        "vgg6, 1e37, the loss is NaN after 20 images of epoch 1",
    })
    void aDeepNetworkThatDivergesEndsWithAdvice(String architecture, float factor, String problem) {
        var known = Architecture.named(architecture);
        var parameters = SeededParameters.of(known, new SeededRandom(1));
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] *= factor;
        }
        var huge = new NetworkState(parameters, SeededParameters.statistics(known.network()), null);
        var training = new Training(SeedRecipe.of(architecture).build(), SyntheticDigits.train(20, 1), null)
                .from(new TrainedState(huge, 0, 0));

        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> new Trainer(2).train(training))
                .withMessageContaining(problem)
                .withMessageEndingWith(
                        " of epoch 1: the training diverged with learningRate 0.001. Try a smaller one, such"
                                + " as a tenth: <lenet.learningRate>1.0E-4</lenet.learningRate> in the <properties> of the POM");
    }

    private static Dataset constant(int value, int size, int count) {
        var pixels = new byte[count * size * size];
        Arrays.fill(pixels, (byte) value);
        var labels = new byte[count];
        for (var image = 0; image < count; image++) {
            labels[image] = (byte) (image % 3);
        }
        return new Dataset("grey", "train", size, size, pixels, labels, CLASSES);
    }

    private static TrainedNetwork train(Hyperparameters hyperparameters, Dataset images) {
        return new Trainer(2).train(new Training(hyperparameters, images, null));
    }

    private static void assertFinite(TrainedNetwork trained, int epochs) {
        assertThat(trained.epochs())
                .hasSize(epochs)
                .allSatisfy(epoch -> assertThat(epoch.trainingLoss()).isFinite());
        for (var parameter : trained.state().network().parameters()) {
            assertThat(parameter).isFinite();
        }
    }
}
