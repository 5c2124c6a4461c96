package io.github.lenet.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    record Point(int x, @Nullable Double y, @Nullable List<String> names) {}

    @Test
    void writesRecordsInDeclaredOrderWithLineFeeds() {
        assertThat(new String(Json.bytes(new Point(1, null, List.of("a", "b"))), UTF_8))
                .isEqualTo("{\n  \"x\": 1,\n  \"y\": null,\n  \"names\": [ \"a\", \"b\" ]\n}\n");
    }

    @Test
    void writesALineWithoutBreaks() {
        assertThat(Json.line(Map.of("text", "two\nlines"))).isEqualTo("{\"text\":\"two\\nlines\"}");
    }

    @Test
    void readsWhatItWrote(@TempDir Path folder) throws Exception {
        var point = new Point(7, 0.1, List.of());
        Json.write(folder.resolve("point.json"), point);

        assertThat(Json.read(folder.resolve("point.json"), Point.class)).isEqualTo(point);
    }

    @Test
    void namesFileLineAndColumnOfAnError(@TempDir Path folder) throws Exception {
        var file = folder.resolve("point.json");
        Files.writeString(file, "{\n  \"x\": one\n}");

        assertThatThrownBy(() -> Json.read(file, Point.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          {"x":1,"z":2}                 |  8 | the key "z" is unknown
          {"y":1}                       |  7 | "x" is missing
          {"x":null}                    |  6 | "x" is null
          {"x":true}                    |  6 | "x" is not a whole number
          {"x":1.0}                     |  6 | "x" is not a whole number
          {"x":"1"}                     |  6 | "x" is not a whole number
          {"x":99999999999}             |  6 | "x" is 99999999999, which is out of range
          {"x":1,"y":"2"}               | 12 | "y" is not a number
          {"x":1,"names":"a"}           | 16 | "names" is not a list
          {"x":1,"names":{}}            | 16 | "names" is not a list
          {"x":1,"names":[["a"]]}       | 17 | "names[0]" is not a text
          {"x":1} {}                    |  9 | it goes on after its end
          {"x":1,"names":["a",null]}    | 21 | "names[1]" is null
          [1]                           |  1 | it is not an object
          null                          |  1 | it is null
          ``                            |  1 | it is empty
          """)
    void refusesWhatIsNotARecord(String text, int column, String problem) {
        assertThatThrownBy(() -> Json.parse(text, Point.class, "text"))
                .isInstanceOf(IOException.class)
                .hasMessage("text is not the expected JSON at line 1, column %d: %s", column, problem);
    }

    @Test
    void refusesADuplicateKeyAndAnEndThatIsTooSoon() {
        assertThatThrownBy(() -> Json.parse("{\"x\":1,\"x\":2}", Point.class, "text"))
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> Json.parse("{\"x\":1", Point.class, "text"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("text is not the expected JSON at line 1");
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000), Map.class, "text"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("text is not the expected JSON");
        assertThatThrownBy(() -> Json.parse("{\"a\":" + "[".repeat(100_000), Map.class, "text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("depth");
    }

    record Line(List<Point> points) {}

    @Test
    void skipsUnknownKeysWhereItIsAskedTo() throws Exception {
        var text =
                "{\"new\":{\"x\":[1,{}]},\"points\":[{\"z\":null,\"x\":1,\"names\":[\"a\"],\"w\":\"{\"}],\"more\":[]}";

        assertThat(Json.parseKnownKeys(text, Line.class, "text"))
                .isEqualTo(new Line(List.of(new Point(1, null, List.of("a")))));
        assertThatThrownBy(() -> Json.parseKnownKeys("{\"new\":1}", Line.class, "text"))
                .hasMessageEndingWith(": \"points\" is missing");
        assertThatThrownBy(() -> Json.parseKnownKeys("{\"points\":[],\"new\":[1", Line.class, "text"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("text is not the expected JSON at line 1");
    }

    record Choice(@OmitEmpty @Nullable String name, boolean chosen) {}

    record Settings(Map<String, String> values, Map<String, Object> tree) {}

    @Test
    void takesNothingForWhatMayBeNullOrMissingUnlessItIsMarked() throws Exception {
        assertThatThrownBy(() -> Json.parse("{\"points\":null}", Line.class, "text"))
                .hasMessageEndingWith(": \"points\" is null");
        assertThatThrownBy(() -> Json.parse("{}", Line.class, "text")).hasMessageEndingWith(": \"points\" is missing");
        assertThatThrownBy(() -> Json.parse("{\"points\":[null]}", Line.class, "text"))
                .hasMessageEndingWith(": \"points[0]\" is null");
        assertThatThrownBy(() -> Json.parse("{\"values\":{\"a\":null},\"tree\":{}}", Settings.class, "text"))
                .hasMessageEndingWith(": \"values.a\" is null");
        assertThat(Json.parse("{\"values\":{},\"tree\":{\"a\":null}}", Settings.class, "text")
                        .tree())
                .containsEntry("a", null);
        assertThat(Json.parse("{\"x\":1,\"y\":null}", Point.class, "text")).isEqualTo(new Point(1, null, null));
        assertThatThrownBy(() -> Json.parse("{}", Choice.class, "text"))
                .hasMessageEndingWith(": \"chosen\" is missing");
    }

    record Warnings(
            @OmitEmpty List<String> texts,
            @OmitEmpty Map<String, Integer> lines,
            @OmitEmpty String author) {}

    @Test
    void takesNothingForWhatIsLeftOutWhenItIsEmpty() throws Exception {
        var none = new Warnings(List.of(), Map.of(), "");

        assertThat(Json.line(none)).isEqualTo("{}");
        assertThat(Json.parse("{}", Warnings.class, "text")).isEqualTo(none);
        assertThatThrownBy(() -> Json.parse("{\"texts\":null}", Warnings.class, "text"))
                .hasMessageEndingWith(": \"texts\" is null");
    }

    @Test
    void refusesAFileThatIsNoText(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("point.json"), new byte[] {'"', (byte) 0xFF, '"'});

        assertThatThrownBy(() -> Json.read(file, Point.class))
                .hasMessage(file + " is not the expected JSON: it is not a text in UTF-8");
    }

    @Test
    void refusesAFileThatWouldFillTheMemory(@TempDir Path folder) throws Exception {
        var file = folder.resolve("huge.json");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Sparse: it takes no space on the disk.
            channel.write(ByteBuffer.wrap(new byte[] {'1'}), 1L << 40);
        }

        assertThatThrownBy(() -> Json.read(file, Point.class))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " has ");
    }

    @Test
    void namesTheKeyOfAProblem() {
        assertThatThrownBy(() -> Json.parse("{\"points\":[{\"x\":1},{\"x\":true}]}", Line.class, "text"))
                .hasMessageEndingWith(": \"points[1].x\" is not a whole number");
        assertThatThrownBy(() -> Json.parse("{\"points\":[{\"x\":1},{\"x\":[]}]}", Line.class, "text"))
                .hasMessageEndingWith(": \"points[1].x\" is not a whole number");
        assertThatThrownBy(() -> Json.parse("{\"points\":[{\"x\":1},{}]}", Line.class, "text"))
                .hasMessageEndingWith(": \"points[1].x\" is missing");
        assertThatThrownBy(() -> Json.parse("{\"points\":[{\"x\":1},7]}", Line.class, "text"))
                .hasMessageEndingWith(": \"points[1]\" is not an object");
        assertThatThrownBy(() -> Json.parse("{\"points\":[{\"x\":1,\"z\":0}]}", Line.class, "text"))
                .hasMessageEndingWith(": the key \"points[0].z\" is unknown");
    }

    @Test
    @SuppressWarnings("FloatingPointLiteralPrecision") // A number that is not exactly a double.
    void writesTheShortestDigitsOnEveryJavaVersion() {
        // Double.toString gives 1.9999999999999998E23 before JDK 19.
        assertThat(Json.line(List.of(2e23, 0.002, 0x1p-44))).isEqualTo("[2.0E23,0.002,5.684341886080802E-14]");
    }

    record Percentages(List<Percentage> list) {}

    record Percentage(int value) {
        Percentage {
            if (value > 100) {
                throw new IllegalArgumentException("value is " + value + ", but must be at most 100");
            }
        }
    }

    @Test
    void saysWhatLiesInThePlaceOfATextOfJson() {
        assertThatThrownBy(() -> Json.parse(
                        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 47040016\n",
                        Map.class,
                        "provenance.json"))
                .isInstanceOf(IOException.class)
                .hasMessage("provenance.json is a Git LFS pointer: run git lfs pull");
    }

    @Test
    void letsARecordSayWhyItRefusesAValue() {
        assertThatThrownBy(() -> Json.parse("{\"value\":101}", Percentage.class, "text"))
                .hasMessageMatching(
                        "text is not the expected JSON at line 1, column \\d+: value is 101, but must be at most 100");
        assertThatThrownBy(() -> Json.parse("{\"list\":[{\"value\":101}]}", Percentages.class, "text"))
                .hasMessageEndingWith(": \"list[0]\": value is 101, but must be at most 100");
    }
}
