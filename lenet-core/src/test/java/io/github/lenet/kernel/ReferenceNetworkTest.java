package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The naive gradient that {@link GradientComputationTest} compares with is that of the loss: finite differences. */
class ReferenceNetworkTest {

    static Stream<Network> networks() {
        return Stream.of(Networks.LENET_5, Networks.LENET_5_OF_1998, Networks.ODD, Networks.DENSE);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientIsTheSlopeOfTheLoss(Network network) {
        double step = 1e-6;
        double[] parameters = new SplittableRandom(5)
                .doubles(network.parameterCount(), -0.2, 0.2)
                .toArray();
        double[] image = new SplittableRandom(6).doubles(network.inputSize()).toArray();
        double[] gradient = new double[parameters.length];
        var reference = new ReferenceNetwork(network, parameters);
        reference.addGradient(image, 1, gradient);

        int offset = 0;
        for (Layer layer : network.layers()) {
            int stride = Math.max(1, layer.parameterCount() / 20);
            for (int i = offset; i < offset + layer.parameterCount(); i += stride) {
                double value = parameters[i];
                parameters[i] = value + step;
                double above = -Math.log(reference.probabilities(image)[1]);
                parameters[i] = value - step;
                double below = -Math.log(reference.probabilities(image)[1]);
                parameters[i] = value;
                assertThat((above - below) / (2 * step))
                        .as("%s, parameter %d", layer, i - offset)
                        .isCloseTo(gradient[i], within(1e-6 + 1e-5 * Math.abs(gradient[i])));
            }
            offset += layer.parameterCount();
        }
    }
}
