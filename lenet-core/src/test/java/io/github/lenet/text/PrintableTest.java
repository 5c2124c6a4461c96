package io.github.lenet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ankle boot",
                "grün, žluťoučký, 数字, ۴۲, نه",
                "می\u200cخواهم",
                "👩\u200d🚀 and 👍🏽",
                "C:\\digits\\model.zip",
                "a::b, ::",
                "# heading, ## heading, issue ##1",
                "%s $1 \\$ {{name}} <script>"
            })
    void whatCanBeReadStaysAsItIs(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
        assertThat(Printable.name(text)).isEqualTo(text);
        assertThat(Printable.message(text)).isEqualTo(text);
        assertThat(Printable.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, \\u0000", "0009, \\u0009", "000a, \\u000a", "000d, \\u000d", "001b, \\u001b", "007f, \\u007f",
                "0085, \\u0085",
        "009b, \\u009b", "00ad, \\u00ad", "061c, \\u061c", "200b, \\u200b", "200e, \\u200e", "2028, \\u2028",
                "2029, \\u2029",
        "202a, \\u202a", "202e, \\u202e", "2066, \\u2066", "2069, \\u2069", "d800, \\ud800", "dfff, \\udfff",
                "feff, \\ufeff",
        "fffe, \\ufffe", "e0041, \\udb40\\udc41"
    })
    void whatCannotBeSeenIsWrittenAsInJava(String character, String escaped) {
        var text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";

        assertThat(Printable.of(text)).isEqualTo("a" + escaped + "b");
        assertThat(Printable.message(text)).isEqualTo("a" + escaped + "b");
    }

    @ParameterizedTest
    @CsvSource({
        "from acme (https://anna:secret@repo.example/maven): 401, from acme (https://...@repo.example/maven): 401",
        "https://token@repo.example, https://...@repo.example",
        "'https://a:b@c.example/x, http://d:e@f.example', 'https://...@c.example/x, http://...@f.example'",
        "https://anna:p@ss@repo.example/, https://...@repo.example/",
        "https://registry.example/@scope/digits, https://registry.example/@scope/digits",
        "mail anna@example.org, mail anna@example.org"
    })
    void noPasswordOfAnAddressIsShown(String text, String shown) {
        assertThat(Printable.of(text)).isEqualTo(shown);
        assertThat(Printable.message(text)).isEqualTo(shown);
        assertThat(Printable.visible(text)).isEqualTo(shown);
    }

    @Test
    void theHalvesOfACharacterInTheWrongOrderAreEscaped() {
        assertThat(Printable.of("\udc00\ud800")).isEqualTo("\\udc00\\ud800");
    }

    /** GitHub's runner ignores space before a command. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::stop-commands::x|\\u003a:stop-commands::x",
                "  ::error::x|  \\u003a:error::x",
                "\u00a0\u3000::error::x|\u00a0\u3000\\u003a:error::x",
                ":::error::x|\\u003a::error::x",
                "a ##[error]b|a \\u0023#[error]b",
                "###[error]b|#\\u0023#[error]b",
                "##vso[task.complete]|\\u0023#vso[task.complete]",
                "##teamcity[buildStop]|\\u0023#teamcity[buildStop]"
            })
    void noTextGivesABuildServerAnOrder(String text, String printed) {
        assertThat(Printable.of(text)).isEqualTo(printed);
        assertThat(Printable.message("first\n  " + text)).isEqualTo("first\n  " + printed);
    }

    @Test
    void onlyTheIndentedLinesOfAMessageAreLines() {
        assertThat(Printable.message(
                        "2 files cannot be used:\n  - a\n[INFO] BUILD SUCCESS\r\n  - b\n ::error::c\r\nd\n"))
                .isEqualTo(
                        "2 files cannot be used:\n  - a\\u000a[INFO] BUILD SUCCESS\n  - b\\u000a ::error::c\\u000d\\u000ad\\u000a");
    }

    @Test
    void aLongTextKeepsItsEnds() {
        var text = "digits/" + "x".repeat(4_000) + " cannot be read";

        assertThat(Printable.of(text))
                .hasSizeLessThan(2_100)
                .startsWith("digits/xxx")
                .contains("x... (2022 characters left out) ...x")
                .endsWith("xxx cannot be read");
        assertThat(Printable.name(text))
                .hasSizeLessThan(150)
                .startsWith("digits/xxx")
                .endsWith("xxx cannot be read");
        assertThat(Printable.visible(text)).isEqualTo(text);
    }

    @Test
    void aMessageHasABoundedNumberOfLines() {
        assertThat(Printable.message("first" + "\n  x".repeat(5_000)).lines())
                .hasSize(1_001)
                .endsWith("  and 4001 more lines");
    }

    @Test
    void cutsNoCharacterInHalf() {
        IntStream.range(90, 130)
                .forEach(length -> assertThat(Printable.name("a".repeat(length % 2) + "😀".repeat(length))
                                .codePoints())
                        .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    @Property
    void everyTextBecomesPrintableAndStaysSo(@ForAll @StringLength(max = 300) String text) {
        var message = Printable.message(text);

        assertThat(Printable.message(message)).isEqualTo(message);
        assertThat(message.replaceAll("\n(?=  )", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || c == 0x202E
                        || c == 0x2028);
        assertThat(message.lines()).noneMatch(line -> line.stripLeading().startsWith("::"));
    }
}
