package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.Network;
import io.github.lenet.network.Node;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of networks with batch normalisation and branches, by finite differences. */
class LaneGradientTest {

    private static final Shape IMAGE = new Shape(2, 9, 8);

    static Stream<Network> networks() {
        return Stream.of(residual(), pooled());
    }

    /** Tanh, because the kinks of ReLU spoil finite differences. */
    private static Network residual() {
        var conv1 = new Convolution(IMAGE, 3, 3, 2, 1, false, Activation.IDENTITY);
        var norm1 = new BatchNormalization(conv1.output(), Activation.TANH, 1);
        var conv2 = new Convolution(norm1.output(), 4, 3, 2, 1, false, Activation.IDENTITY);
        var norm2 = new BatchNormalization(conv2.output(), Activation.TANH, 1);
        var conv3 = new Convolution(norm2.output(), 4, 3, 1, 1, false, Activation.IDENTITY);
        var norm3 = new BatchNormalization(conv3.output(), Activation.IDENTITY, 0);
        var projection = new Convolution(norm1.output(), 4, 1, 2, 0, true, Activation.TANH);
        var sum = new Addition(norm3.output(), Activation.TANH);
        return new Network(
                IMAGE,
                List.of(
                        node("conv1", conv1, Network.IMAGE),
                        node("norm1", norm1, 0),
                        node("conv2", conv2, 1),
                        node("norm2", norm2, 2),
                        node("projection", projection, 1),
                        node("conv3", conv3, 3),
                        node("norm3", norm3, 5),
                        node("sum", sum, 6, 4),
                        node("twice", new Addition(sum.output(), Activation.IDENTITY), 7, 7),
                        node("pool", new GlobalPooling(sum.output()), 8),
                        node("classes", new Dense(4, 3, Activation.IDENTITY), 9)));
    }

    private static Network pooled() {
        var conv = new Convolution(IMAGE, 3, 3, 1, 1, false, Activation.IDENTITY);
        var norm = new BatchNormalization(conv.output(), Activation.TANH, 1);
        var pool = new Pooling(Pooling.Kind.AVERAGE, norm.output(), 2);
        var conv2 = new Convolution(pool.output(), 2, 2, 1, 0, true, Activation.TANH);
        return Network.sequence(
                IMAGE,
                conv,
                norm,
                pool,
                conv2,
                new Pooling(Pooling.Kind.MAXIMUM, conv2.output(), 1),
                new Dense(conv2.output().size(), 3, Activation.IDENTITY));
    }

    private static Node node(String name, io.github.lenet.network.Layer layer, Integer... inputs) {
        return new Node(name, layer, List.of(inputs));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithFiniteDifferences(Network network) {
        var parameters = Networks.parameters(network, 5);
        var statistics = new float[network.statisticsCount()];
        Arrays.fill(statistics, 0.5f);
        for (var count : new int[] {2, 16, 37}) {
            var images = Networks.images(network, count, 2);
            var labels = Networks.labels(network, count, 3);
            var gradient = new float[parameters.length];
            try (var workers = new Workers(2)) {
                var computation = new GradientComputation(network, workers);
                computation.gradient(parameters, statistics, images, labels, count, gradient);
                for (var i = 0; i < parameters.length; i++) {
                    var step = 1f / 128;
                    var moved = parameters.clone();
                    moved[i] = parameters[i] + step;
                    var above = computation.gradient(moved, statistics, images, labels, count, new float[moved.length]);
                    moved[i] = parameters[i] - step;
                    var below = computation.gradient(moved, statistics, images, labels, count, new float[moved.length]);
                    assertThat((above - below) / (2 * step))
                            .as("parameter %d of %d images", i, count)
                            .isCloseTo(gradient[i], within(0.01 * count));
                }
            }
        }
    }
}
