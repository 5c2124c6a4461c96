package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

    @ParameterizedTest
    @CsvSource({
        "0.99, 0.99, 0.9900",
        "98.5%, 0.985, 0.9850",
        "' 98.5 % ', 0.985, 0.9850",
        "1, 1, 1.0000",
        "100%, 1, 1.0000",
        "0, 0, 0.0000",
        ".5, 0.5, 0.5000",
        "0.98996, 0.98996, 0.98996",
        "0.990000000, 0.99, 0.9900",
        "99.999%, 0.99999, 0.99999",
        "20, 20, 20.0000",
    })
    void isReadAndDisplayedExactly(String text, BigDecimal value, String display) {
        var threshold = Threshold.parse("minimum", text);

        assertThat(threshold.value()).isEqualByComparingTo(value);
        assertThat(threshold.display(4)).isEqualTo(display);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "%", ".", "0,99", "NaN", "1e-3", "1e999999999", "0x1", "99%%", "high", "0.9 9", "+0.9", "٠"
            })
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> Threshold.parse("minimumAccuracy", text))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("minimumAccuracy is " + text + ", but must be a decimal number such as 0.985 or 98.5%");
    }

    @Test
    void refusesNoText() {
        assertThatThrownBy(() -> Threshold.parse("minimumAccuracy", ""))
                .hasMessage("minimumAccuracy is empty, but must be a decimal number such as 0.985 or 98.5%");
    }
}
