package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Network;
import io.github.lenet.network.Shape;
import io.github.lenet.network.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with batch normalisation and branches, whose groups of images are those of {@link GradientComputation}. */
class LaneGradientTest {

    /** Those of tests, and the layers that users train. */
    static Stream<Network> networks() {
        var small = new Shape(1, 8, 9);
        return Stream.concat(
                Networks.deep(),
                Stream.of(Architecture.RESNET8, Architecture.VGG6)
                        .map(architecture -> architecture.adaptedTo(small, 3).network()));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithDoublePrecision(Network network) {
        var parameters = Networks.parameters(network, 5);
        for (var count : new int[] {2, 16, 37}) {
            var images = Networks.images(network, count, 2);
            var labels = Networks.labels(network, count, 3);
            var expected = new double[parameters.length];
            var measured = new double[network.statisticsCount()];
            var expectedLoss = addGradient(network, parameters, images, labels, count, expected, measured);
            var statistics = new float[network.statisticsCount()];
            Arrays.fill(statistics, 0.5f);
            var gradient = new float[parameters.length];

            double loss;
            try (var workers = new Workers(2)) {
                var computation = new GradientComputation(network, workers);
                loss = computation.gradient(parameters, statistics, images, labels, count, gradient);
                computation.averageStatistics(statistics, BatchNormalization.DECAY);
            }

            assertThat(loss).isCloseTo(expectedLoss, within(1e-5 * expectedLoss));
            for (var slice : ReferenceNetworkTest.slices(network)) {
                var scale = Arrays.stream(expected, slice.from(), slice.to())
                        .map(Math::abs)
                        .max()
                        .orElse(0);
                for (var i = slice.from(); i < slice.to(); i++) {
                    assertThat((double) gradient[i])
                            .as("%s, parameter %d of %d images", slice, i, count)
                            .isCloseTo(expected[i], within(1e-4 * scale + 1e-4));
                }
            }
            for (var i = 0; i < statistics.length; i++) {
                assertThat((double) statistics[i])
                        .isCloseTo(0.99 * 0.5 + 0.01 * measured[i], within(1e-6 + 1e-7 * measured[i]));
            }
        }
    }

    /** In groups of at most sixteen images, as equal as can be. */
    private static double addGradient(
            Network network,
            float[] parameters,
            float[] images,
            byte[] labels,
            int count,
            double[] gradient,
            double[] measured) {
        var reference = new ReferenceNetwork(network, Networks.widen(parameters, 0, parameters.length));
        var groups = (count + 15) / 16;
        var loss = 0D;
        for (var group = 0; group < groups; group++) {
            var first = count * group / groups;
            var size = count * (group + 1) / groups - first;
            double[][] values = new double[size][];
            Arrays.setAll(values, i -> Networks.widen(images, (first + i) * network.inputSize(), network.inputSize()));
            var classes = new int[size];
            Arrays.setAll(classes, i -> labels[first + i]);
            loss += reference.addGradient(values, classes, gradient);
            for (var i = 0; i < measured.length; i++) {
                measured[i] += reference.measured()[i] * size / count;
            }
        }
        return loss;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void hasTheSameBitsOnAnyNumberOfThreads(Network network) {
        var expected = gradient(network, 1);

        assertThat(gradient(network, 2)).containsExactly(expected);
        assertThat(gradient(network, 3)).containsExactly(expected);
    }

    private static float[] gradient(Network network, int threads) {
        var count = 37;
        var gradient = new float[network.parameterCount()];
        try (var workers = new Workers(threads)) {
            new GradientComputation(network, workers)
                    .gradient(
                            Networks.parameters(network, 5),
                            new float[network.statisticsCount()],
                            Networks.images(network, count, 2),
                            Networks.labels(network, count, 3),
                            count,
                            gradient);
        }
        return gradient;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void constantImagesHaveNoVariance(Network network) {
        var images = new float[5 * network.inputSize()];
        Arrays.fill(images, 0.7f);
        var parameters = Networks.parameters(network, 5);
        var statistics = new float[network.statisticsCount()];
        var gradient = new float[parameters.length];
        try (var workers = new Workers(1)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(parameters, statistics, images, new byte[5], 5, gradient);
            computation.averageStatistics(statistics, BatchNormalization.DECAY);
        }
        for (var value : gradient) {
            assertThat(value).isFinite();
        }
        for (var value : statistics) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void aSingleValueIsNormalizedWithTheRunningStatistics() {
        var image = new Shape(1, 3, 3);
        var convolution = new Convolution(image, 1, 3, 1, 0, false, Activation.IDENTITY);
        var normalization = new BatchNormalization(convolution.output(), Activation.IDENTITY, 1);
        var network = Network.sequence(image, convolution, normalization, new Dense(1, 2, Activation.IDENTITY));
        var parameters = new float[network.parameterCount()];
        Arrays.fill(parameters, 1);
        var scale = network.slice(1, Slice.Kind.SCALES).from();
        var outputs = network.slice(2, Slice.Kind.WEIGHTS).from();
        parameters[outputs] = 0;
        var statistics = new float[] {5, 4};
        var gradient = new float[parameters.length];
        var pixels = new float[9];
        Arrays.fill(pixels, 1);
        try (var workers = new Workers(1)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(parameters, statistics, pixels, new byte[] {1}, 1, gradient);
        }
        // The convolution gives 9, normalised (9 - 5) / 2 = 2; as logits 1 and 1 + (2 + 1).
        var probability = 1 / (1 + Math.exp(-3));
        assertThat((double) gradient[scale]).isCloseTo(2 * (probability - 1), within(1e-5));
        assertThat(List.of(gradient[0], gradient[1]))
                .allSatisfy(value -> assertThat((double) value).isCloseTo((probability - 1) / 2, within(1e-5)));
    }

    @Test
    void theFirstStepsCountAlikeInTheRunningAverages() {
        var image = new Shape(1, 1, 2);
        var convolution = new Convolution(image, 1, 1, 1, 0, false, Activation.IDENTITY);
        var normalization = new BatchNormalization(convolution.output(), Activation.IDENTITY, 1);
        var network = Network.sequence(image, convolution, normalization, new Dense(2, 2, Activation.IDENTITY));
        var parameters = new float[network.parameterCount()];
        Arrays.fill(parameters, 1);
        var statistics = new float[] {9, 9};
        try (var workers = new Workers(1)) {
            var computation = new GradientComputation(network, workers);
            for (var step = 1; step <= 3; step++) {
                var images = new float[] {step, step + 2};
                computation.gradient(parameters, statistics, images, new byte[1], 1, new float[parameters.length]);
                computation.averageStatistics(statistics, BatchNormalization.decay(step));
            }
        }
        // The means 2, 3 and 4, and the variance 1 of each.
        assertThat(statistics[0]).isCloseTo(3, within(1e-5f));
        assertThat(statistics[1]).isCloseTo(1, within(1e-5f));
        assertThat(BatchNormalization.decay(1000)).isEqualTo(BatchNormalization.DECAY);
    }
}
