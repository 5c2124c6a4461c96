package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.Adam;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Arithmetic;
import io.github.lenet.training.Batch;
import io.github.lenet.training.DrawnParameters;
import io.github.lenet.training.TestBatches;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;

/** The kernels compute what Deeplearning4j's layers and updater compute. */
class KernelArithmeticTest {

    private static final float[] NO_STATISTICS = {};

    private static final Architecture LENET5 = Architecture.named("lenet5");
    private static final double LEARNING_RATE = 0.001;

    private final Dataset digits = SyntheticDigits.train(257, 1);

    @ParameterizedTest
    @CsvSource({
        "lenet5, 1", "lenet5, 23", "lenet5, 32", "lenet5, 64", "lenet5, 257",
        "lenet5-1998, 1", "lenet5-1998, 23", "lenet5-1998, 32", "lenet5-1998, 64", "lenet5-1998, 257",
        "test-perceptron, 23", "test-convolutions, 23", "test-one-convolution, 23"
    })
    void theGradientOfEveryTensorIsThatOfDeeplearning(String name, int images) {
        requireStockGradient(Architecture.named(name), batch(0, images));
    }

    /** Odd planes lose their last row or column when they are pooled. */
    @ParameterizedTest
    @CsvSource({
        "lenet5, 16, 16, 2",
        "lenet5, 17, 19, 3",
        "lenet5, 29, 30, 10",
        "lenet5, 32, 32, 43",
        "lenet5, 31, 65, 256",
        "lenet5-1998, 12, 12, 2",
        "lenet5-1998, 13, 15, 3",
        "lenet5-1998, 29, 30, 10",
        "lenet5-1998, 35, 26, 256"
    })
    void theGradientOnOtherImagesIsThatOfDeeplearning(String name, int height, int width, int classes) {
        var random = new SeededRandom(5);
        var pixels = new byte[23 * height * width];
        var labels = new byte[23];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (random.nextDouble() * 256));
        IntStream.range(0, labels.length).forEach(i -> labels[i] = (byte) (random.nextDouble() * classes));
        var names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        var noise = new Dataset("noise", "train", height, width, pixels, labels, names);

        requireStockGradient(
                Architecture.named(name).adaptedTo(new Shape(1, height, width), classes), TestBatches.of(noise, 0, 23));
    }

    private static void requireStockGradient(Architecture architecture, Batch batch) {
        var images = batch.size();
        var parameters = initial(architecture);
        var stock = network(architecture, parameters);
        stock.setInput(images(architecture, batch));
        stock.setLabels(labels(architecture, batch));
        stock.computeGradientAndScore();

        var gradient = new float[parameters.length];
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(architecture.network(), workers);
            var loss =
                    computation.gradient(parameters, NO_STATISTICS, batch.images(), batch.labels(), images, gradient);

            assertThat(Math.abs(loss / images - stock.score())).isLessThan(1e-5 * stock.score());
        }
        var offset = 0;
        var expected = stock.gradient().gradient().toFloatVector();
        for (Map.Entry<String, INDArray> tensor : stock.paramTable().entrySet()) {
            var end = offset + (int) tensor.getValue().length();
            assertThat(relativeDifference(gradient, expected, offset, end))
                    .as(tensor.getKey())
                    .isLessThan(1e-5);
            offset = end;
        }
        assertThat(offset).isEqualTo(parameters.length);
        stock.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void fiveStepsOfPlainGradientDescentLeadToTheSamePlace(String name) {
        var architecture = Architecture.named(name);
        var parameters = initial(architecture);
        var stock = network(architecture, parameters);
        var gradient = new float[parameters.length];
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(architecture.network(), workers);
            for (var step = 0; step < 5; step++) {
                var batch = batch(32 * step, 32);
                stock.setInput(images(architecture, batch));
                stock.setLabels(labels(architecture, batch));
                stock.computeGradientAndScore();
                stock.params().subi(stock.gradient().gradient().mul(0.1 / 32));
                computation.gradient(parameters, NO_STATISTICS, batch.images(), batch.labels(), 32, gradient);
                IntStream.range(0, parameters.length).forEach(i -> parameters[i] -= 0.1f / 32 * gradient[i]);
            }
        }

        assertThat(difference(parameters, stock.params().toFloatVector())).isLessThan(1e-5);
        stock.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void fiveStepsOfAdamLeadToTheSamePlace(String name) {
        var architecture = Architecture.named(name);
        try (var workers = new Workers(2);
                var ours = kernels(architecture, workers);
                var stock = new DeeplearningArithmetic(architecture, recipe(architecture), initial(architecture))) {
            for (var step = 0; step < 5; step++) {
                // The last of them is smaller.
                var batch = batch(32 * step, step == 4 ? 23 : 32);
                var score = ours.step(batch, LEARNING_RATE);
                var expected = stock.step(batch, LEARNING_RATE);
                assertThat(score.correct()).isEqualTo(expected.correct());
                assertThat(Math.abs(score.meanLoss() - expected.meanLoss())).isLessThan(1e-4);
            }

            // Adam divides by the size of the gradient, which turns the rounding of a tiny one into a whole step.
            assertThat(difference(ours.state().parameters(), stock.state().parameters()))
                    .isLessThan(1e-4);
            assertThat(difference(ours.state().updaterState(), stock.state().updaterState()))
                    .isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void weightDecayIsThatOfDeeplearning(String name) {
        var architecture = Architecture.named(name);
        var decaying = SeedRecipe.of(name).with("weightDecay", 0.9).build();
        var batch = batch(0, 32);
        try (var workers = new Workers(1);
                var ours = Arithmetic.kernels().begin(architecture, decaying, initial(architecture), workers);
                var without = kernels(architecture, workers);
                var stock = new DeeplearningArithmetic(architecture, decaying, initial(architecture))) {
            for (var learningRate : new double[] {0.001, 0.0005, 0.0005}) {
                var score = ours.step(batch, learningRate);
                without.step(batch, learningRate);

                // The loss is that of the images alone, as without decay.
                assertThat(stock.step(batch, learningRate).loss()).isCloseTo(score.loss(), within(1e-2));
            }

            assertThat(ours.state().parameters()).containsExactly(stock.state().parameters(), within(1e-4f));
            assertThat(difference(ours.state().parameters(), without.state().parameters()))
                    .isGreaterThan(2e-4);
        }
    }

    @Test
    void onEqualGradientsAdamDoesWhatTheUpdaterOfDeeplearningDoes() {
        var random = new SeededRandom(3);
        var count = 1000;
        var parameters = new float[count];
        var adam = new Adam(count);
        var expected = Nd4j.zeros(count);
        var updater = new AdamUpdater(new org.nd4j.linalg.learning.config.Adam(LEARNING_RATE));
        updater.setStateViewArray(Nd4j.zeros(1, 2L * count), new long[] {1, count}, 'c', true);
        for (var step = 0; step < 5; step++) {
            var gradient = new float[count];
            IntStream.range(0, count).forEach(i -> gradient[i] = (float) Math.pow(10, -6 * random.nextDouble()));
            adam.next(LEARNING_RATE);
            adam.apply(parameters, gradient, 0, count);
            var update = Nd4j.createFromArray(gradient).reshape(1, count);
            updater.applyUpdater(update, step, 0);
            expected.subi(update.reshape(count));
        }

        assertThat(difference(parameters, expected.toFloatVector())).isLessThan(1e-6);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        try (var oneWorker = new Workers(1);
                var threeWorkers = new Workers(3);
                var one = kernels(LENET5, oneWorker);
                var three = kernels(LENET5, threeWorkers)) {
            for (var from = 0; from < 257; from += 100) {
                assertThat(three.step(batch(from, 57), LEARNING_RATE))
                        .isEqualTo(one.step(batch(from, 57), LEARNING_RATE));
            }
            assertThat(three.state()).isEqualTo(one.state());
        }
    }

    private static float[] initial(Architecture architecture) {
        return DrawnParameters.of(architecture);
    }

    private static Arithmetic kernels(Architecture architecture, Workers workers) {
        return Arithmetic.kernels().begin(architecture, recipe(architecture), initial(architecture), workers);
    }

    private static MultiLayerConfiguration configuration(Architecture architecture) {
        return NetworkConfiguration.list(architecture, recipe(architecture));
    }

    private static Hyperparameters recipe(Architecture architecture) {
        return SeedRecipe.of(architecture.name())
                .with("learningRate", LEARNING_RATE)
                .build();
    }

    private static MultiLayerNetwork network(Architecture architecture, float[] parameters) {
        var network = new MultiLayerNetwork(configuration(architecture));
        network.init(Nd4j.createFromArray(parameters), true);
        return network;
    }

    private Batch batch(int from, int images) {
        return TestBatches.of(digits, from, Math.min(images, digits.size() - from));
    }

    private static INDArray images(Architecture architecture, Batch batch) {
        return Nd4j.create(
                batch.images(),
                new long[] {
                    batch.size(),
                    1,
                    architecture.image().height(),
                    architecture.image().width()
                },
                'c');
    }

    private static INDArray labels(Architecture architecture, Batch batch) {
        var labels = Nd4j.create(batch.size(), architecture.classes());
        IntStream.range(0, batch.size())
                .forEach(image -> labels.putScalar(image, Byte.toUnsignedInt(batch.labels()[image]), 1));
        return labels;
    }

    private static double difference(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        return difference(actual, expected, 0, actual.length);
    }

    private static double difference(float[] actual, float[] expected, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]))
                .max()
                .orElseThrow();
    }

    /** The largest difference within a tensor, relative to the largest element of it. */
    private static double relativeDifference(float[] actual, float[] expected, int from, int to) {
        var largest = IntStream.range(from, to)
                .mapToDouble(i -> Math.abs(expected[i]))
                .max()
                .orElseThrow();
        return difference(actual, expected, from, to) / largest;
    }
}
