package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Network;
import io.github.lenet.network.Slice;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientComputationTest {

    private static final float[] NO_STATISTICS = {};

    static Stream<Arguments> networksAndSizes() {
        return Networks.all()
                .flatMap(network -> Stream.of(1, 23, 32, 64, 257).map(count -> Arguments.of(network, count)));
    }

    @ParameterizedTest
    @MethodSource("networksAndSizes")
    void agreesWithNaiveLoopsInDoublePrecision(Network network, int count) {
        float[] parameters = Networks.parameters(network, 1);
        float[] images = Networks.images(network, count, 2);
        byte[] labels = Networks.labels(network, count, 3);
        double[] expected = new double[parameters.length];
        var expectedLoss = 0D;
        var reference = new ReferenceNetwork(network, Networks.widen(parameters, 0, parameters.length));
        for (var i = 0; i < count; i++) {
            double[] image = Networks.widen(images, i * network.inputSize(), network.inputSize());
            expectedLoss += reference.addGradient(image, labels[i], expected);
        }
        float[] gradient = new float[parameters.length];

        double loss;
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(network, workers);
            loss = computation.gradient(parameters, NO_STATISTICS, images, labels, count, gradient);
        }

        assertThat(loss).isCloseTo(expectedLoss, within(1e-5 * expectedLoss));
        for (Slice slice : ReferenceNetworkTest.slices(network)) {
            var scale = Arrays.stream(expected, slice.from(), slice.to())
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            for (var i = slice.from(); i < slice.to(); i++) {
                assertThat((double) gradient[i])
                        .as("%s, parameter %d", slice, i)
                        .isCloseTo(expected[i], within(1e-5 * scale));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void givesTheSameBitsOnAnyNumberOfThreads(int threads) {
        float[] alone = parametersAfterThreeSteps(1);

        assertThat(parametersAfterThreeSteps(threads)).isEqualTo(alone);
    }

    private static float[] parametersAfterThreeSteps(int threads) {
        var network = Networks.LENET_5;
        float[] parameters = Networks.parameters(network, 1);
        var adam = new Adam(parameters.length);
        try (var workers = new Workers(threads)) {
            var computation = new GradientComputation(network, workers);
            for (int count : new int[] {100, 32, 7}) {
                adam.next(0.001);
                byte[] labels = Networks.labels(network, count, 3);
                computation.step(parameters, NO_STATISTICS, Networks.images(network, count, 2), labels, count, adam);
            }
        }
        return parameters;
    }

    @Test
    void updatesAlongTheMeanGradient() {
        var network = Networks.DENSE;
        float[] parameters = Networks.parameters(network, 1);
        float[] images = Networks.images(network, 40, 2);
        byte[] labels = Networks.labels(network, 40, 3);
        float[] sum = new float[parameters.length];
        var stepped = parameters.clone();

        try (var workers = new Workers(3)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(parameters, NO_STATISTICS, images, labels, 40, sum);
            computation.step(
                    stepped,
                    NO_STATISTICS,
                    images,
                    labels,
                    40,
                    (values, gradient, from, to) -> System.arraycopy(gradient, from, values, from, to - from));
        }

        for (var i = 0; i < sum.length; i++) {
            assertThat(stepped[i]).isEqualTo(sum[i] / 40);
        }
    }

    @Test
    void countsTheImagesThatAreRecognised() {
        var network = Networks.DENSE;
        float[] parameters = Networks.parameters(network, 1);
        float[] images = Networks.images(network, 50, 2);
        byte[] labels = new byte[50];
        var reference = new ReferenceNetwork(network, Networks.widen(parameters, 0, parameters.length));
        var expected = 0;
        for (var i = 0; i < 50; i++) {
            var probabilities = reference.probabilities(Networks.widen(images, i * 20, 20));
            expected += Arrays.stream(probabilities).max().orElseThrow() == probabilities[0] ? 1 : 0;
        }

        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(parameters, NO_STATISTICS, images, labels, 50, new float[parameters.length]);

            assertThat(computation.correct()).isEqualTo(expected);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        var network = Networks.DENSE;
        float[] parameters = Networks.parameters(network, 1);
        float[] gradient = new float[parameters.length];
        float[] images = Networks.images(network, 2, 2);
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(network, workers);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            computation.gradient(parameters, NO_STATISTICS, images, new byte[] {0, 4}, 2, gradient))
                    .withMessage("the label of image 1 is 4, but there are 4 classes");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> computation.gradient(parameters, NO_STATISTICS, images, new byte[2], 0, gradient))
                    .withMessage("count must be at least 1, not 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> computation.gradient(new float[3], NO_STATISTICS, images, new byte[2], 2, gradient))
                    .withMessage("the network has 179 parameters, but 3 were given");
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(
                            () -> computation.gradient(parameters, NO_STATISTICS, images, new byte[3], 3, gradient));
        }
    }
}
