package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.network.Network;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InferenceTest {

    private static final float[] NO_STATISTICS = {};

    @ParameterizedTest
    @MethodSource("io.github.lenet.kernel.Networks#all")
    void agreesWithNaiveLoopsInDoublePrecision(Network network) {
        float[] parameters = Networks.parameters(network, 1);
        byte[] pixels = new byte[network.inputSize()];
        new Random(4).nextBytes(pixels);
        double[] image = new double[pixels.length];
        Arrays.setAll(image, i -> Byte.toUnsignedInt(pixels[i]) / 255.0);
        var reference = new ReferenceNetwork(network, Networks.widen(parameters, 0, parameters.length));
        float[] probabilities = new float[network.outputSize()];

        new Inference(FoldedNetwork.of(network, parameters, NO_STATISTICS)).probabilities(pixels, 0, probabilities);

        var expected = reference.probabilities(image);
        for (var i = 0; i < expected.length; i++) {
            assertThat((double) probabilities[i]).isCloseTo(expected[i], within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.lenet.kernel.Networks#all")
    void givesTheSameBitsForManyImagesAsOneByOne(Network network) {
        var count = 39;
        byte[] pixels = new byte[count * network.inputSize()];
        new Random(4).nextBytes(pixels);
        var inference = new Inference(FoldedNetwork.of(network, Networks.parameters(network, 1), NO_STATISTICS));
        float[] together = new float[count * network.outputSize()];

        inference.probabilities(pixels, 0, count, together);

        float[] single = new float[network.outputSize()];
        for (var i = 0; i < count; i++) {
            inference.probabilities(pixels, i * network.inputSize(), single);
            assertThat(single).isEqualTo(Arrays.copyOfRange(together, i * single.length, (i + 1) * single.length));
        }
    }

    @Test
    void keepsTheParametersItWasMadeWith() {
        float[] parameters = Networks.parameters(Networks.DENSE, 1);
        var inference = new Inference(FoldedNetwork.of(Networks.DENSE, parameters, NO_STATISTICS));
        float[] before = new float[4];
        float[] after = new float[4];
        inference.probabilities(new byte[20], 0, before);

        Arrays.fill(parameters, 7);
        inference.probabilities(new byte[20], 0, after);

        assertThat(after).isEqualTo(before);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Inference(FoldedNetwork.of(Networks.DENSE, new float[178], NO_STATISTICS)));
        var inference = new Inference(FoldedNetwork.of(Networks.DENSE, new float[179], NO_STATISTICS));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> inference.probabilities(new byte[20], 1, new float[4]));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> inference.probabilities(new byte[20], 0, new float[3]));
    }
}
