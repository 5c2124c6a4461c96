package io.github.lenet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.parameter.InvalidParameterException;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxInputTest {

    /** Two images of two pixels and three channels. */
    private static final byte[] PIXELS = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255, 51, 51, 51, 51, 51, 51};

    @ParameterizedTest
    @CsvSource({
        "nchw, 0,         1,         0 0.2 0.4 0.6 0.8 1",
        "nhwc, 0,         1,         0 0.4 0.8 0.2 0.6 1",
        "nchw, 0.5,       0.5,       -1 -0.6 -0.2 0.2 0.6 1",
        "nchw, '0,0.4,1', '1, 2,.1', 0 0.2 0 0.1 -2 0",
        "nhwc, '0,0.4,1', '1, 2,.1', 0 0 -2 0.2 0.1 0"
    })
    void writesImagesAsTheNetworkWantsThem(String layout, String mean, String deviation, String expected) {
        var target = FloatBuffer.allocate(12);

        OnnxInput.of(layout, mean, deviation).put(PIXELS, 0, 1, 3, 2, target);

        var numbers = expected.split(" ", -1);
        for (var i = 0; i < numbers.length; i++) {
            assertThat(target.get(i)).isCloseTo(Float.parseFloat(numbers[i]), within(1e-6f));
        }
        assertThat(target.get(6)).as("the second image").isZero();
    }

    @Test
    void saysTheDimensionsOfABatch() {
        assertThat(OnnxInput.of("nchw", "0", "1").shape(8, 3, 32, 48)).containsExactly(8, 3, 32, 48);
        assertThat(OnnxInput.of("nhwc", "0", "1").shape(8, 3, 32, 48)).containsExactly(8, 32, 48, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "nhcw, 0,       1,     'onnxLayout is nhcw, but is unknown'",
        "nchw, '',      1,     'onnxMean is empty, but must be a number such as 0.1307'",
        "nchw, '1,',    1,     'onnxMean is 1,, but must be a number such as 0.1307'",
        "nchw, NaN,     1,     'onnxMean is NaN, but must be a number'",
        "nchw, 1e39,    1,     'onnxMean is 1e39, but must be a number'",
        "nchw, 0,       '1,0', 'onnxStandardDeviation is 1,0, but must be greater than 0, for each channel'",
        "nchw, 0,       1e-99, 'onnxStandardDeviation is 1e-99, but must be greater than 0, for each channel'",
        "nchw, 0,       -1,    'onnxStandardDeviation is -1, but must be greater than 0, for each channel'"
    })
    void refuses(String layout, String mean, String deviation, String message) {
        assertThatThrownBy(() -> OnnxInput.of(layout, mean, deviation))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith(message);
    }
}
