package io.github.lenet.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outputs of two images in two classes. */
class OnnxOutputTest {

    @ParameterizedTest
    @CsvSource({
        "auto,          0.2 0.8 1 0,       probabilities",
        "auto,          0.2 0.8 0.3 0.7005, probabilities",
        "auto,          NaN 0.8 1 0,       probabilities",
        "auto,          0.2 0.8 -1 3,      logits",
        "auto,          0.2 0.3 -1 3,      logits",
        "probabilities, 0.2 0.8 1 0,       probabilities",
        "logits,        0.2 0.8 1 0,       logits"
    })
    void findsOutWhatTheNumbersMean(String name, String outputs, String expected) throws Exception {
        assertThat(OnnxOutput.named(name).of(floats(outputs), 2, "model.onnx")).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "auto,          0.2 0.8 0.2 0.3, for image 1 their sum is 0.5000",
        "probabilities, 0.2 0.8 0.2 0.3, for image 1 their sum is 0.5000",
        "probabilities, -1 3 0.2 0.3,    for image 0 one is not from 0 to 1"
    })
    void refusesWhatMayBeEither(String name, String outputs, String problem) {
        assertThatThrownBy(() -> OnnxOutput.named(name).of(floats(outputs), 2, "model.onnx"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("the outputs of model.onnx are no probabilities: " + problem
                        + ". If its last layer is no softmax, set <onnxOutput>logits</onnxOutput>"
                        + " (-Dlenet.onnxOutput=logits)");
    }

    @Test
    void makesProbabilitiesOfLogits() {
        var outputs = floats("0 1 1000 1000 -Infinity 3 NaN 1");

        var probabilities = OnnxOutput.LOGITS.probabilities(outputs, 2);

        assertThat(Arrays.copyOf(probabilities, 6))
                .containsExactly(new float[] {0.2689414f, 0.7310586f, 0.5f, 0.5f, 0, 1}, within(1e-6f));
        assertThat(Arrays.copyOfRange(probabilities, 6, 8)).containsExactly(Float.NaN, Float.NaN);
        assertThat(OnnxOutput.PROBABILITIES.probabilities(outputs, 2)).isEqualTo(outputs);
    }

    @Test
    void listsTheMeanings() {
        assertThatThrownBy(() -> OnnxOutput.named("softmax"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("onnxOutput is softmax, but is unknown; known are auto, probabilities, logits");
    }

    private static float[] floats(String text) {
        var numbers = text.split(" ", -1);
        var floats = new float[numbers.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = Float.parseFloat(numbers[i]);
        }
        return floats;
    }
}
