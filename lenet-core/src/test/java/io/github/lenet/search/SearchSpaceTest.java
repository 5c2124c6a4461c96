package io.github.lenet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {

    @Test
    void theLineAndTheElementsOfThePomAreTheSameSpace() {
        var line = SearchSpace.parse(
                " batchSize = 32,64 ;augmentation=affine, none;\n learningRate=5e-4 .. .01 log; epochs=5..20;"
                        + "warmup=0..500 step 100; weightDecay=0..0.1;");
        var elements = new HashMap<String, String>();
        elements.put("learningRate", "0.0005..0.01  log");
        elements.put("batchSize", "\n  32,\n  64\n");
        elements.put("augmentation", "affine,none");
        elements.put("epochs", "5..20 step 1");
        elements.put("warmup", "0..500 step 100");
        elements.put("weightDecay", "0.0..0.10");

        assertThat(line.texts())
                .containsExactly(
                        Map.entry("epochs", "5..20 step 1"),
                        Map.entry("batchSize", "32, 64"),
                        Map.entry("learningRate", "0.0005..0.01 log"),
                        Map.entry("weightDecay", "0..0.1"),
                        Map.entry("augmentation", "affine, none"),
                        Map.entry("warmup", "0..500 step 100"))
                .isEqualTo(SearchSpace.of(elements).texts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    learningrate | 0.1, 0.2         | is no hyperparameter: learningrate is unknown, perhaps you mean learningRate; known are architecture, epochs, batchSize, learningRate, schedule, weightDecay, augmentation, warmup
                    initialModel | a.zip, b.zip     | is no hyperparameter: initialModel is unknown; known are architecture, epochs, batchSize, learningRate, schedule, weightDecay, augmentation, warmup
                    seed         | 1..9             | cannot be searched; what can be is architecture, epochs, batchSize, learningRate, schedule, weightDecay, augmentation, warmup
                    learningRate | 0.0005..2 log    | has 2, which must be greater than 0 and at most 1
                    learningRate | 0..0.1 log       | has 0, which must be greater than 0 and at most 1
                    weightDecay  | 0..0.1 log       | cannot be logarithmic from 0: begin above it, such as 0.0001..0.1 log, or leave out log
                    warmup       | 0..500 log       | cannot be logarithmic from 0: begin above it, such as 1..500 log, or leave out log
                    batchSize    | 8..64.5          | has 64.5, which must be a whole number from 1 to 65536
                    batchSize    | 64..8            | must begin below its end; a single value is written alone
                    batchSize    | 8..8             | must begin below its end; a single value is written alone
                    batchSize    | 8..64 step 0     | has the step 0, which must be a whole number greater than 0
                    batchSize    | 8..64 step 1.5   | has the step 1.5, which must be a whole number greater than 0
                    weightDecay  | 0..1 step x      | has the step x, which must be a number greater than 0
                    batchSize    | 8..64 step 100   | has a step that leads out of it
                    batchSize    | 8..64 linear     | must be a range such as 0.0005..0.01 log, 0..0.1 or 8..64 step 8, or a list such as 32, 64
                    batchSize    | 8..64 log step 8 | must be a range such as 0.0005..0.01 log, 0..0.1 or 8..64 step 8, or a list such as 32, 64
                    batchSize    | 8..              | must be a range such as 0.0005..0.01 log, 0..0.1 or 8..64 step 8, or a list such as 32, 64
                    batchSize    | 32,,64           | has an empty value, which must be a whole number from 1 to 65536
                    batchSize    | 32, 64, 032      | names 32 twice
                    augmentation | none, afine      | has afine, which is unknown, perhaps you mean affine; known are none, shift, affine, elastic, flip, shift-flip, crop-flip
                    augmentation | none..affine     | is a range, but the values of augmentation are names: list them, with commas between them
                    """)
    void whatCannotBeTriedIsRefused(String name, String text, String reason) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> SearchSpace.of(Map.of(name, text)))
                .satisfies(refused -> {
                    assertThat(refused.parameter()).isEqualTo("search/" + name);
                    assertThat(refused.value()).isEqualTo(text);
                    assertThat(refused.reason()).isEqualTo(reason);
                });
    }

    @Test
    void anElementWithoutTextIsRefused() {
        var written = new HashMap<String, String>();
        written.put("batchSize", null);

        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> SearchSpace.of(written))
                .withMessage("search/batchSize is empty, but must be a range such as 0.0005..0.01 log, 0..0.1 or"
                        + " 8..64 step 8, or a list such as 32, 64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                            | search is empty, but must name values to choose from, such as learningRate=
                    ' ; '                         | search is empty, but must name values to choose from, such as learningRate=
                    batchSize=32; schedule=cosine | search is batchSize=32; schedule=cosine, but has one point, but must have values to choose from, such as
                    batchSize                     | search is batchSize, but has no = in "batchSize"; an example is learningRate=
                    epochs=1,2;epochs=3           | search is epochs=1,2;epochs=3, but names epochs twice
                    """)
    void aLineThatIsNoSpaceIsRefused(String line, String message) {
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> SearchSpace.parse(line))
                .withMessageStartingWith(message);
    }

    @Test
    void aNumberHasFourDigits() {
        var range = SearchSpace.parse("learningRate=0.000123456..0.1 log")
                .dimensions()
                .get(0);

        assertThat(range.value(range.coordinate(0.5))).isEqualTo("0.003514");
        assertThat(range.value(range.coordinate(0))).isEqualTo("0.0001235");
        assertThat(range.value(range.coordinate(1 - 0x1p-53))).isEqualTo("0.1");
    }

    @Test
    void everyWholeNumberHasAnEqualPart() {
        var range = SearchSpace.parse("batchSize=8..66 step 8").dimensions().get(0);

        assertThat(range.size()).isEqualTo(8);
        for (var i = 0; i < 8; i++) {
            assertThat(range.value(range.coordinate(i / 8.0 + 1e-9))).isEqualTo(Integer.toString(8 + 8 * i));
            assertThat(range.value(range.coordinate((i + 1) / 8.0 - 1e-9))).isEqualTo(Integer.toString(8 + 8 * i));
            assertThat(range.coordinateOf(8 + 8L * i)).hasValue((i + 0.5) / 8);
        }
        assertThat(range.coordinateOf(12L)).isEmpty();
        assertThat(range.coordinateOf(72L)).isEmpty();
    }

    @Test
    void chartsHaveAnAxisForEachDimension() {
        var space = SearchSpace.parse("learningRate=0.0005..0.01 log; epochs=5..20 step 5; batchSize=32, 64");

        assertThat(space.axes())
                .containsExactly(
                        new Axis("epochs", List.of(5.0, 20.0), false, List.of()),
                        new Axis("batchSize", List.of(), false, List.of("32", "64")),
                        new Axis("learningRate", List.of(0.0005, 0.01), true, List.of()));
    }
}
