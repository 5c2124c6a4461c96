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

    @Test
    void residual() throws NoSuchAlgorithmException {
        assertThat(digestAfterSteps(Networks.RESIDUAL))
                .isEqualTo("bf0232352c10d653ff6cf2064206d0fdab5d3fae93f84827859dee93a47d8f3f");
    }

    @Test
    void normalized() throws NoSuchAlgorithmException {
        assertThat(digestAfterSteps(Networks.NORMALIZED))
                .isEqualTo("60fa6f663c1ca87eda42899b1a14fe44bb67e13da6714d842427241ddb864b29");
    }

    private static String digestAfterSteps(Network network) throws NoSuchAlgorithmException {
        float[] parameters = Networks.parameters(network, 1);
        float[] statistics = new float[network.statisticsCount()];
        var adam = new Adam(parameters.length);
        try (var workers = new Workers(2)) {
            var computation = new GradientComputation(network, workers);
            for (var step = 0; step < 5; step++) {
                adam.next(0.001);
                float[] images = Networks.images(network, 40, step);
                computation.step(parameters, statistics, images, Networks.labels(network, 40, step), 40, adam);
            }
        }
        var bytes = ByteBuffer.allocate(parameters.length * Float.BYTES);
        bytes.asFloatBuffer().put(parameters);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
