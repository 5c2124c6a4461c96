package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Shape;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling that is fused with the convolution before it, and pooling as a pass of its own. */
class PoolingPassTest {

    private static final float[] NO_STATISTICS = {};

    private static final int COUNT = 23;

    static Stream<Arguments> poolings() {
        return Stream.of(Pooling.Kind.values())
                .flatMap(kind -> Stream.of(Activation.values())
                        .flatMap(activation -> Stream.of(2, 3).map(size -> Arguments.of(kind, activation, size))));
    }

    @ParameterizedTest
    @MethodSource("poolings")
    void givesTheSameBitsFusedAndPlain(Pooling.Kind kind, Activation activation, int size) {
        var fused = network(kind, activation, size, false);
        var plain = network(kind, activation, size, true);
        var pixels = new byte[COUNT * fused.inputSize()];
        new Random(4).nextBytes(pixels);

        assertThat(probabilities(plain, pixels)).isEqualTo(probabilities(fused, pixels));
    }

    /** The gradients of a kernel are added in another order, for squares and for rows. */
    @ParameterizedTest
    @MethodSource("poolings")
    void givesTheSameGradientFusedAndPlain(Pooling.Kind kind, Activation activation, int size) {
        var fused = gradient(network(kind, activation, size, false));
        var plain = gradient(network(kind, activation, size, true));

        assertThat(plain).containsExactly(fused, within(1e-5f));
        assertThat(fused).isNotEqualTo(new float[fused.length]);
    }

    @Test
    void fusesOnlyWhatIsBehindAConvolution() {
        assertThat(passes(network(Pooling.Kind.MAXIMUM, Activation.RELU, 2, false)))
                .containsExactly(Interleaving.class, ConvolutionPass.class, Flattening.class, DensePass.class);
        assertThat(passes(network(Pooling.Kind.MAXIMUM, Activation.RELU, 2, true)))
                .containsExactly(
                        Interleaving.class,
                        ConvolutionPass.class,
                        PoolingPass.class,
                        Flattening.class,
                        DensePass.class);
        assertThat(passes(Networks.CONVOLUTIONS))
                .containsExactly(
                        Interleaving.class,
                        ConvolutionPass.class,
                        ConvolutionPass.class,
                        Flattening.class,
                        DensePass.class);
        assertThat(passes(Networks.DENSE)).containsExactly(DensePass.class, DensePass.class);
    }

    private static Stream<Class<?>> passes(Network network) {
        var images = Rows.allocate(1, network.inputSize());
        return Passes.of(network, 1, true, images).passes().stream().map(Pass::getClass);
    }

    /** With squares of a single value between, which change nothing, nothing is left to fuse with. */
    private static Network network(Pooling.Kind kind, Activation activation, int size, boolean apart) {
        var image = new Shape(2, 8, 7);
        var convolution = new Convolution(image, 3, 3, 1, activation);
        var pooling = new Pooling(kind, convolution.output(), size);
        var output = new Dense(pooling.output().size(), 4, Activation.IDENTITY);
        return apart
                ? Network.sequence(
                        image, convolution, new Pooling(Pooling.Kind.MAXIMUM, convolution.output(), 1), pooling, output)
                : Network.sequence(image, convolution, pooling, output);
    }

    private static float[] probabilities(Network network, byte[] pixels) {
        var probabilities = new float[COUNT * network.outputSize()];
        new Inference(FoldedNetwork.of(network, Networks.parameters(network, 1), NO_STATISTICS))
                .probabilities(pixels, 0, COUNT, probabilities);
        return probabilities;
    }

    private static float[] gradient(Network network) {
        var gradient = new float[network.parameterCount()];
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(
                    Networks.parameters(network, 1),
                    NO_STATISTICS,
                    Networks.images(network, COUNT, 2),
                    Networks.labels(network, COUNT, 3),
                    COUNT,
                    gradient);
        }
        return gradient;
    }
}
