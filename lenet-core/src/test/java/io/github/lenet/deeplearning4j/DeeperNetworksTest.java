package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.archive.StockNetwork;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.kernel.Inference;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.Shape;
import io.github.lenet.network.Slice;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Arithmetic;
import io.github.lenet.training.Batch;
import io.github.lenet.training.DrawnParameters;
import io.github.lenet.training.TestBatches;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The kernels compute what Deeplearning4j's layers compute for networks with batch normalisation, as long as a
 * mini-batch is one group of sixteen images: there, the statistics are those of the whole mini-batch.
 *
 * <p>A network of tanh and mean pooling shows that rounding is all that differs. Where a value is next to the kink of a
 * ReLU, the rounding of a sum decides whether its gradient counts; so the architectures are compared by the lengths of
 * their gradients, and steps apart lead further apart.
 */
class DeeperNetworksTest {

    private static final int GROUP = 16;

    @ParameterizedTest
    @CsvSource({
        "vgg6, 1, 28, 28, 10",
        "resnet8, 1, 28, 28, 10",
        "resnet14, 1, 28, 28, 10",
        "vgg6, 3, 13, 15, 3",
        "resnet8, 3, 17, 11, 5",
        "resnet14, 3, 15, 19, 2"
    })
    void theGradientOfAGroupIsThatOfDeeplearning(String name, int channels, int height, int width, int classes) {
        var architecture = Architecture.named(name).adaptedTo(new Shape(channels, height, width), classes);
        var state = state(architecture);
        var batch = batch(architecture, 1);
        var gradient = new float[architecture.parameterCount()];
        try (var workers = new Workers(2);
                var stock = network(architecture, recipe(architecture, 0), state)) {
            var expected = stock.gradient(images(architecture, batch), labels(architecture, batch));

            var loss = new GradientComputation(architecture.network(), workers)
                    .gradient(state.parameters(), state.statistics(), batch.images(), batch.labels(), GROUP, gradient);

            assertThat(Math.abs(loss / GROUP - stock.score())).isLessThan(1e-5 * stock.score());
            for (var node = 0; node < architecture.network().nodes().size(); node++) {
                for (var slice : architecture.network().slices(node)) {
                    assertThat(distance(part(gradient, slice), part(expected.parameters(), slice)))
                            .as(architecture.network().nodes().get(node).name())
                            .isLessThan(5e-3);
                }
            }
        }
    }

    /**
     * Without a kink, rounding is all that can differ: on noise, and on digits, where planes are constant in places.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSmoothGradientDiffersByRoundingAlone(boolean onDigits) {
        var architecture = Architecture.named("test-smooth-residual");
        var state = state(architecture);
        var batch = onDigits ? TestBatches.of(SyntheticDigits.test(GROUP, 5), 0, GROUP) : batch(architecture, 1);
        var gradient = new float[architecture.parameterCount()];
        try (var workers = new Workers(2);
                var stock = network(architecture, recipe(architecture, 0), state)) {
            var expected = stock.gradient(images(architecture, batch), labels(architecture, batch));

            new GradientComputation(architecture.network(), workers)
                    .gradient(state.parameters(), state.statistics(), batch.images(), batch.labels(), GROUP, gradient);

            for (var node = 0; node < architecture.network().nodes().size(); node++) {
                for (var slice : architecture.network().slices(node)) {
                    assertThat(distance(part(gradient, slice), part(expected.parameters(), slice)))
                            .as(architecture.network().nodes().get(node).name())
                            .isLessThan(1e-4);
                }
            }
        }
    }

    /** A step of ours moves parameters and running statistics as one of theirs. */
    @ParameterizedTest
    @CsvSource({"test-smooth-residual, 1e-4", "vgg6, 0.1", "resnet8, 0.1", "resnet14, 0.1"})
    void fiveStepsOfGradientDescentLeadToTheSamePlace(String name, double tolerance) {
        var architecture = Architecture.named(name);
        var initial = state(architecture);
        var parameters = initial.parameters().clone();
        var statistics = initial.statistics().clone();
        try (var workers = new Workers(2);
                var stock = network(architecture, recipe(architecture, 0), new Sgd(0.01), initial)) {
            var computation = new GradientComputation(architecture.network(), workers);
            for (var step = 0; step < 5; step++) {
                var batch = batch(architecture, step);
                stock.fit(images(architecture, batch), labels(architecture, batch));
                computation.step(
                        parameters,
                        statistics,
                        batch.images(),
                        batch.labels(),
                        GROUP,
                        (all, gradient, from, to) ->
                                IntStream.range(from, to).forEach(i -> all[i] -= 0.01f * gradient[i]));
                // As in the hundredth step and later, for Deeplearning4j knows no other.
                computation.averageStatistics(statistics, BatchNormalization.DECAY);
            }

            var expected = stock.state();
            assertThat(apart(parameters, expected.parameters(), initial.parameters()))
                    .isLessThan(tolerance);
            assertThat(apart(statistics, expected.statistics(), initial.statistics()))
                    .isLessThan(Math.min(tolerance, 1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "test-smooth-residual, 0, 1e-4",
        "test-smooth-residual, 0.9, 1e-4",
        "vgg6, 0, 0.2",
        "resnet8, 0, 0.2",
        "resnet14, 0, 0.2"
    })
    void fiveStepsOfAdamLeadToTheSamePlace(String name, double weightDecay, double tolerance) {
        var architecture = Architecture.named(name);
        var recipe = recipe(architecture, weightDecay);
        var initial = state(architecture);
        try (var workers = new Workers(2);
                var ours = Arithmetic.kernels()
                        .begin(architecture, recipe, initial.parameters().clone(), workers);
                var stock = network(architecture, recipe, initial)) {
            ours.restore(initial, 0);
            for (var step = 0; step < 5; step++) {
                var batch = batch(architecture, step);
                ours.step(batch, recipe.learningRate());
                stock.fit(images(architecture, batch), labels(architecture, batch));
            }

            assertThat(apart(ours.state().parameters(), stock.state().parameters(), initial.parameters()))
                    .isLessThan(tolerance);
            assertThat(distance(ours.state().firstMoments(), stock.state().firstMoments()))
                    .isLessThan(tolerance);
            assertThat(distance(ours.state().secondMoments(), stock.state().secondMoments()))
                    .isLessThan(tolerance);
        }
    }

    /** What they are apart, against the way from the beginning. */
    private static double apart(float[] actual, float[] expected, float[] initial) {
        return distance(moved(actual, initial), moved(expected, initial));
    }

    @ParameterizedTest
    @CsvSource({"vgg6, 1, 28, 28, 10", "resnet8, 3, 33, 20, 7", "resnet14, 3, 15, 19, 2"})
    void probabilitiesAreThoseOfDeeplearning(String name, int channels, int height, int width, int classes) {
        var architecture = Architecture.named(name).adaptedTo(new Shape(channels, height, width), classes);
        var state = state(architecture);
        var noise = noise(architecture, 37, 7);
        var images = array(architecture, TestBatches.of(noise, 0, 37).images());
        var probabilities = new float[37 * classes];
        try (var stock = network(architecture, recipe(architecture, 0), state);
                var copy = stock.copy(architecture)) {
            var expected = stock.output(images);

            new Inference(FoldedNetwork.of(architecture.network(), state.parameters(), state.statistics()))
                    .probabilities(noise.pixels(), 0, 37, probabilities);

            assertThat(probabilities).containsExactly(expected, within(1e-5f));
            assertThat(copy.output(images)).isEqualTo(expected);
        }
    }

    private static StockNetwork network(Architecture architecture, Hyperparameters recipe, NetworkState state) {
        return architecture.network().isSequence()
                ? StockNetwork.of(NetworkConfiguration.list(architecture, recipe), architecture, state)
                : StockNetwork.of(NetworkConfiguration.graph(architecture, recipe), architecture, state);
    }

    private static StockNetwork network(
            Architecture architecture, Hyperparameters recipe, IUpdater updater, NetworkState state) {
        if (architecture.network().isSequence()) {
            var list = NetworkConfiguration.list(architecture, recipe);
            list.getConfs().forEach(layer -> set(updater, layer.getLayer()));
            return StockNetwork.of(list, architecture, state);
        }
        var graph = NetworkConfiguration.graph(architecture, recipe);
        for (var vertex : graph.getVertices().values()) {
            if (vertex instanceof LayerVertex layer) {
                set(updater, layer.getLayerConf().getLayer());
            }
        }
        return StockNetwork.of(graph, architecture, state);
    }

    private static void set(IUpdater updater, Object layer) {
        if (layer instanceof BaseLayer weighted) {
            weighted.setIUpdater(updater);
        }
    }

    private static Hyperparameters recipe(Architecture architecture, double weightDecay) {
        return SeedRecipe.of(architecture.name())
                .with("weightDecay", weightDecay)
                .build();
    }

    /** Scales, shifts and statistics that are not those of a beginning, so that each of them counts. */
    private static NetworkState state(Architecture architecture) {
        var network = architecture.network();
        var random = new SeededRandom(3);
        var parameters = DrawnParameters.of(architecture);
        for (var node = 0; node < network.nodes().size(); node++) {
            for (var slice : network.slices(node)) {
                if (slice.kind() == Slice.Kind.SCALES || slice.kind() == Slice.Kind.SHIFTS) {
                    var least = slice.kind() == Slice.Kind.SCALES ? 0.5 : -0.5;
                    IntStream.range(slice.from(), slice.to())
                            .forEach(i -> parameters[i] = (float) (least + random.nextDouble()));
                }
            }
        }
        var statistics = new float[network.statisticsCount()];
        IntStream.range(0, statistics.length).forEach(i -> statistics[i] = (float) (0.1 + random.nextDouble()));
        return new NetworkState(parameters, statistics, null);
    }

    private static Batch batch(Architecture architecture, int seed) {
        return TestBatches.of(noise(architecture, GROUP, seed), 0, GROUP);
    }

    private static Dataset noise(Architecture architecture, int images, int seed) {
        var random = new SeededRandom(seed);
        var image = architecture.image();
        var pixels = new byte[images * image.size()];
        var labels = new byte[images];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (random.nextDouble() * 256));
        IntStream.range(0, images).forEach(i -> labels[i] = (byte) (random.nextDouble() * architecture.classes()));
        var names = IntStream.range(0, architecture.classes())
                .mapToObj(String::valueOf)
                .toList();
        return new Dataset("noise", "train", image.channels(), image.height(), image.width(), pixels, labels, names);
    }

    private static INDArray images(Architecture architecture, Batch batch) {
        return array(architecture, batch.images());
    }

    private static INDArray array(Architecture architecture, float[] images) {
        var image = architecture.image();
        return Nd4j.create(
                images,
                new long[] {images.length / image.size(), image.channels(), image.height(), image.width()},
                'c');
    }

    private static INDArray labels(Architecture architecture, Batch batch) {
        var labels = Nd4j.create(GROUP, architecture.classes());
        IntStream.range(0, GROUP).forEach(image -> labels.putScalar(image, batch.labels()[image], 1));
        return labels;
    }

    /** The length of the difference, relative to that of what is expected. */
    private static double distance(float[] actual, float[] expected) {
        assertThat(length(expected)).isPositive();
        return length(moved(actual, expected)) / length(expected);
    }

    private static double length(float[] values) {
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (double) values[i] * values[i])
                .sum());
    }

    private static float[] moved(float[] values, float[] from) {
        assertThat(values).hasSameSizeAs(from);
        var moved = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> moved[i] = values[i] - from[i]);
        return moved;
    }

    private static float[] part(float[] values, Slice slice) {
        return Arrays.copyOfRange(values, slice.from(), slice.to());
    }
}
