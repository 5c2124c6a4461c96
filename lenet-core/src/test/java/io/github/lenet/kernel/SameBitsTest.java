package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Network;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The parameters after a few steps, to the last bit. A change of the arithmetic changes them, and the models that users
 * get from the same seed: make it on purpose, and say so.
 */
class SameBitsTest {

    private static final float[] NO_STATISTICS = {};

    @Test
    void leNet5() throws NoSuchAlgorithmException {
        assertThat(digestAfterSteps(Networks.LENET_5))
                .isEqualTo("ffbba928320253008047662bbe3b8cab7ff4de20d71bacccfc4b3c294d357fec");
    }

    @Test
    void leNet5Of1998() throws NoSuchAlgorithmException {
        assertThat(digestAfterSteps(Networks.LENET_5_OF_1998))
                .isEqualTo("4787495a8cf0bc70fd91d1246ad57ad358f44afed29b308437a25a0689be0107");
    }

    private static String digestAfterSteps(Network network) throws NoSuchAlgorithmException {
        float[] parameters = Networks.parameters(network, 1);
        var adam = new Adam(parameters.length);
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(network, workers);
            for (var step = 0; step < 5; step++) {
                adam.next(0.001);
                float[] images = Networks.images(network, 40, step);
                computation.step(parameters, NO_STATISTICS, images, Networks.labels(network, 40, step), 40, adam);
            }
        }
        var bytes = ByteBuffer.allocate(parameters.length * Float.BYTES);
        bytes.asFloatBuffer().put(parameters);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
