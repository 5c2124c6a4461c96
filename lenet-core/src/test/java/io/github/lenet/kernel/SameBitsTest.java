package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.Network;
import io.github.lenet.network.Shape;
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
                .isEqualTo("a9e6cc6bdc0b806e3b4c39e420a74af547c9a2a423f45d6b272101e8f551316d");
    }

    @Test
    void normalized() throws NoSuchAlgorithmException {
        assertThat(digestAfterSteps(Networks.NORMALIZED))
                .isEqualTo("e63f553598136235dc1e4f860a59880047f354724ae07777f56d496947efc2ab");
    }

    /** With the channels that Winograd's algorithm takes, and tiles that reach beyond the last row and column. */
    @Test
    void resNet8() throws NoSuchAlgorithmException {
        var architecture = Architecture.RESNET8.adaptedTo(new Shape(1, 36, 44), 3);
        assertThat(digestAfterSteps(architecture.network()))
                .isEqualTo("9e0e45db7dbbeb05c8b9c77951d566f4e47917ac2aef50b7d50f862ca8cdf065");
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
