package io.github.lenet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 images", "1 | 1 image", "2 | 2 images", "60000 | 60,000 images"})
    void counts(int number, String text) {
        assertThat(English.count(number, "image")).isEqualTo(text);
    }

    @Test
    void endsASentenceOnce() {
        assertThat(English.sentence("it failed: no room")).isEqualTo("it failed: no room.");
        assertThat(English.sentence("it failed: There is no room.")).isEqualTo("it failed: There is no room.");
    }

    @Test
    void listsTheFirstTen() {
        assertThat(English.list(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(English.list(Collections.nCopies(10, "a"))).endsWith("a, a");
        assertThat(English.list(Collections.nCopies(11, "a"))).isEqualTo("a, a, a, a, a, a, a, a, a, a and more");
    }
}
