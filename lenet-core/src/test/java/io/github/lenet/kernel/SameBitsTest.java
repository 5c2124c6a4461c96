package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
        .isEqualTo("75d37833404425006766734d3ccc9ce022d734b6b5fd4a55dac29f0b3c65e50e");
  }

  @Test
  void leNet5Of1998() throws NoSuchAlgorithmException {
    assertThat(digestAfterSteps(Networks.LENET_5_OF_1998))
        .isEqualTo("dff2e03d35cdfcc5295602ffaeb8dce0174561416ea07eb7d37cfa3c8ab44bd4");
  }

  private static String digestAfterSteps(Network network) throws NoSuchAlgorithmException {
    float[] parameters = Networks.parameters(network, 1);
    var adam = new Adam(parameters.length, 0.9, 0.999, 1e-8);
    try (var computation = new GradientComputation(network, 2)) {
      for (int step = 0; step < 5; step++) {
        adam.next(0.001);
        float[] images = Networks.images(network, 40, step);
        computation.step(parameters, images, Networks.labels(network, 40, step), 40, adam);
      }
    }
    var bytes = ByteBuffer.allocate(parameters.length * Float.BYTES);
    bytes.asFloatBuffer().put(parameters);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
  }
}
