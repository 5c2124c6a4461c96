package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA-256 0a1b",
                "Apache-2.0 (see LICENSE!)",
                "accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the minimum is 0.9900.",
                "my_digits + my_letters > 7 & more",
                "somebody@example.com",
                "1.1",
                "-1",
                "1970-01-01T00:00:00Z",
                "{a} #"
            })
    void leavesWhatHasNoPower(String text) {
        assertThat(Markdown.escape(text)).isEqualTo(text.replace(" #", " \\#"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "a `b` *c* _d_ ~e~ → a \\`b\\` \\*c\\* \\_d\\_ \\~e\\~",
                "![a](b) [c][d] → !\\[a\\](b) \\[c\\]\\[d\\]",
                "a | b → a \\| b",
                "<b>&lt;&amp</b> → &lt;b>&amp;lt;&amp&lt;/b>",
                "thanks to @somebody, see #7 → thanks to \\@somebody, see \\#7",
                "- a → \\- a",
                "+ a → \\+ a",
                "> a → \\> a",
                "12. a → 12\\. a",
                "3) a → 3\\) a",
                "--- → \\---",
                "=== → \\===",
                "# a → \\# a",
                "$a$ → \\$a\\$"
            })
    void takesThePowerOfTheRest(String text, String expected) {
        assertThat(Markdown.escape(text)).isEqualTo(expected);
    }

    @Test
    void keepsToOneLine() {
        assertThat(Markdown.escape("a\r\n# b\u001b")).isEqualTo("a \\# b\\\\u001b");
    }
}
