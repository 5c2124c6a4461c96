package io.github.lenet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormattingTest {

    @Test
    void chosenNumbersKeepAllTheirDigits() {
        assertThat(Formatting.plain(0.0001)).isEqualTo("0.0001");
        assertThat(Formatting.plain(1e-7)).isEqualTo("0.0000001");
        assertThat(Formatting.plain(100)).isEqualTo("100");
    }
}
