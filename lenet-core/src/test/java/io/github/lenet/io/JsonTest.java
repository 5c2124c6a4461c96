package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

  record Point(int x, Double y, List<String> names) {}

  @Test
  void writesRecordsInDeclaredOrderWithLineFeeds() {
    assertThat(new String(Json.bytes(new Point(1, null, List.of("a", "b")))))
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

  @Test
  void refusesUnknownDuplicateMissingAndTrailing() {
    assertThatThrownBy(() -> Json.parse("{\"x\":1,\"z\":2}", Point.class, "text"))
        .hasMessageEndingWith(": the key \"z\" is unknown");
    assertThatThrownBy(() -> Json.parse("{\"x\":1,\"x\":2}", Point.class, "text")).hasMessageContaining("'x'");
    assertThatThrownBy(() -> Json.parse("{\"y\":1}", Point.class, "text"))
        .hasMessageMatching("text is not the expected JSON at line 1, column \\d+: \"x\" is missing, or its value is of another type");
    assertThatThrownBy(() -> Json.parse("{\"x\":1} {}", Point.class, "text")).hasMessageContaining("text");
    assertThatThrownBy(() -> Json.parse("null", Point.class, "text")).hasMessageContaining("null");
  }

  record Line(List<Point> points) {}

  @Test
  void namesTheKeyOfAValueOfAnotherType() {
    assertThatThrownBy(() -> Json.parse("{\"points\":[{\"x\":1},{\"x\":true}]}", Line.class, "text"))
        .hasMessageEndingWith(": \"points[1].x\" is missing, or its value is of another type");
  }

  @Test
  void writesTheShortestDigitsOnEveryJavaVersion() {
    // Double.toString gives 1.9999999999999998E23 before JDK 19.
    assertThat(Json.line(List.of(2e23, 0.002, 0x1p-44))).isEqualTo("[2.0E23,0.002,5.684341886080802E-14]");
  }

  record Percentage(int value) {
    Percentage {
      if (value > 100) {
        throw new IllegalArgumentException("value is " + value + ", but must be at most 100");
      }
    }
  }

  @Test
  void letsARecordSayWhyItRefusesAValue() {
    assertThatThrownBy(() -> Json.parse("{\"value\":101}", Percentage.class, "text"))
        .hasMessageMatching("text is not the expected JSON at line 1, column \\d+: value is 101, but must be at most 100");
  }
}
