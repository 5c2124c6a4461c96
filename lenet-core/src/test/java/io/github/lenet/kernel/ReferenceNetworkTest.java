package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Network;
import io.github.lenet.network.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The naive gradient that {@link GradientComputationTest} compares with is that of the loss: finite differences. */
class ReferenceNetworkTest {

    @ParameterizedTest
    @MethodSource({"io.github.lenet.kernel.Networks#all", "io.github.lenet.kernel.Networks#deep"})
    void gradientIsTheSlopeOfTheLoss(Network network) {
        var step = 1e-6D;
        var parameters = new SplittableRandom(5)
                .doubles(network.parameterCount(), -0.2, 0.2)
                .toArray();
        var random = new SplittableRandom(6);
        double[][] images = new double[3][];
        Arrays.setAll(images, i -> random.doubles(network.inputSize()).toArray());
        int[] labels = {1, 0, 2};
        double[] gradient = new double[parameters.length];
        var reference = new ReferenceNetwork(network, parameters);
        reference.addGradient(images, labels, gradient);

        for (Slice slice : slices(network)) {
            var stride = Math.max(1, slice.length() / 10);
            for (var i = slice.from(); i < slice.to(); i += stride) {
                var value = parameters[i];
                parameters[i] = value + step;
                var above = reference.addGradient(images, labels, new double[gradient.length]);
                parameters[i] = value - step;
                var below = reference.addGradient(images, labels, new double[gradient.length]);
                parameters[i] = value;
                assertThat((above - below) / (2 * step))
                        .as("%s, parameter %d", slice, i)
                        .isCloseTo(gradient[i], within(1e-6 + 1e-5 * Math.abs(gradient[i])));
            }
        }
    }

    /** Of all layers. */
    static List<Slice> slices(Network network) {
        return IntStream.range(0, network.nodes().size())
                .mapToObj(network::slices)
                .flatMap(List::stream)
                .toList();
    }
}
