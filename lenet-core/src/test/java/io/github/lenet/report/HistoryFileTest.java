package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.json.DamagedJson;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {

    private static final String FIRST = "0".repeat(40);
    private static final String SECOND = "1".repeat(40);

    @TempDir
    private Path folder;

    private Path path;
    private HistoryFile history;

    @BeforeEach
    void begin() {
        path = folder.resolve("models/history.jsonl");
        history = new HistoryFile(path);
    }

    @Test
    void addsALineForEachVerification() throws Exception {
        assertThat(history.append(entry(FIRST, "digits")).warning()).isEmpty();
        history.append(HistoryEntry.of("2026-11-30T23:20:00Z", null, null, "scores", Samples.classesAlone()));

        assertThat(path)
                .content()
                .startsWith("{\"schemaVersion\":1,\"time\":\"2026-11-30T22:00:00Z\",\"commit\":\"" + FIRST
                        + "\",\"version\":\"1.0\",\"name\":\"digits\",\"dataset\":{\"name\":\"mnist\",\"split\":\"test\",\"images\""
                        + ":10000},\"model\":{\"kind\":\"lenet\",")
                .contains(",\"correct\":9873,\"total\":10000,\"accuracy\":0.9873,\"confidenceInterval\":{", "\"loss\":")
                .containsPattern(
                        "\"passed\":false\\}\n\\{\"schemaVersion\":1,\"time\":\"2026-11-30T23:20:00Z\",\"name\":\"scores\"")
                .endsWith("}\n");
        assertThat(Files.readAllLines(path).get(1)).doesNotContain("loss", "commit", "version\":\"");
    }

    @Test
    void readsWhatItAdded() throws Exception {
        assertThat(history.read().entries()).isEmpty();
        assertThat(path.getParent()).doesNotExist();

        var classesAlone = HistoryEntry.of("2026-11-30T23:20:00Z", null, null, "scores", Samples.classesAlone());
        history.append(entry(FIRST, "digits"));
        var content = history.append(classesAlone);

        assertThat(content.entries()).containsExactly(entry(FIRST, "digits"), classesAlone);
        assertThat(history.read()).isEqualTo(content);
    }

    @Test
    void aRepetitionAddsNone() throws Exception {
        history.append(entry(FIRST, "digits"));
        var before = Files.readString(path);
        assertThat(history.append(entry(FIRST, "digits")).entries()).hasSize(1);
        assertThat(path).content().isEqualTo(before);

        history.append(entry(FIRST, "letters"));
        history.append(entry(SECOND, "digits"));
        assertThat(Files.readAllLines(path)).hasSize(3);
    }

    @Test
    void keepsWhatItCannotRead() throws Exception {
        history.append(entry(FIRST, "digits"));
        var whole = Files.readString(path);
        var torn = whole + "\n" + whole.substring(0, 70);
        Files.writeString(path, torn);

        var content = history.append(entry(SECOND, "digits"));

        assertThat(content.warning()).contains("Line 3 of " + path + " is no entry of a history, and stays as it is.");
        assertThat(content.entries()).hasSize(2).isEqualTo(history.read().entries());
        assertThat(path).content().startsWith(torn + "\n{\"schemaVersion\"");
        assertThat(Files.readAllLines(path)).hasSize(4);
    }

    /** As a full disk leaves it; a strict decoder would refuse the whole file. */
    @Test
    void keepsALineThatIsTornWithinACharacter() throws Exception {
        var name = "\"name\":\"gr\u00fc".getBytes(StandardCharsets.UTF_8);
        var torn = Arrays.copyOf(name, name.length - 1);
        history.append(entry(FIRST, "digits"));
        Files.write(path, torn, StandardOpenOption.APPEND);
        var before = Files.readAllBytes(path);

        var content = history.append(entry(SECOND, "digits"));

        assertThat(content.otherLines()).containsExactly(2);
        assertThat(content.entries()).hasSize(2);
        var after = Files.readAllBytes(path);
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        assertThat(after[before.length]).isEqualTo((byte) '\n');
        assertThat(history.read()).isEqualTo(content);
    }

    @Test
    void namesTheFirstOfManyOtherLines() throws Exception {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "no JSON\n".repeat(12));

        assertThat(history.read().warning())
                .contains("Lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and more of " + path
                        + " are no entries of a history, and stay as they are.");
    }

    @Test
    void readsWhatALaterVersionHasAdded() throws Exception {
        var later = Json.line(entry(FIRST, "digits"))
                .replace(
                        "\"dataset\":{",
                        "\"slices\":[{\"name\":\"a\",\"values\":[1,[2]]}],\"dataset\":{\"digest\":null,");
        Files.createDirectories(path.getParent());
        Files.writeString(path, later + "\n" + later.replace("\"schemaVersion\":1", "\"schemaVersion\":2") + "\n");

        var content = history.read();

        assertThat(content.entries()).containsExactly(entry(FIRST, "digits"));
        assertThat(content.otherLines()).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "correct":9873    | "correct":9874
            "correct":9873    | "correct":-1
            "total":10000     | "total":0
            "accuracy":0.9873 | "accuracy":"NaN"
            "accuracy":0.9873 | "accuracy":0.98
            "loss":           | "loss":-
            "passed":false    | "passed":"false"
            "lower":0.98      | "lower":1.98
            "time":           | "when":
            """)
    void takesNoEntryWhoseNumbersContradictEachOther(String text, String replacement) throws Exception {
        var line = Json.line(entry(FIRST, "digits"));
        assertThat(line).contains(text);
        Files.createDirectories(path.getParent());
        Files.writeString(path, line.replace(text, replacement) + "\n");

        assertThat(history.read().entries()).isEmpty();
        assertThat(history.read().otherLines()).containsExactly(1);
    }

    @Test
    void survivesWhateverBecameOfALine() throws Exception {
        Files.createDirectories(path.getParent());
        var damaged = DamagedJson.of(Json.line(entry(FIRST, "digits")));
        Files.writeString(path, damaged.stream().collect(Collectors.joining("\n", "", "\n")));

        var content = history.append(entry(SECOND, "digits"));

        assertThat(content.entries().size() + content.otherLines().size()).isEqualTo(damaged.size() + 1);
        assertThat(content.entries()).last().isEqualTo(entry(SECOND, "digits"));
    }

    @Test
    void refusesWhatIsNoFileOrTooLarge() throws Exception {
        Files.createDirectories(path);
        assertThatThrownBy(() -> history.append(entry(FIRST, "digits")))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " is no file");

        Files.delete(path);
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Sparse: it takes no space on the disk.
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 1L << 40);
        }
        assertThatThrownBy(history::read)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        path + " has 1099511627777 bytes, but a history must not have more than 67108864: go on in a"
                                + " new file");
    }

    @Test
    void losesNoLineOfBuildsAtTheSameTime() throws Exception {
        var builds = Executors.newFixedThreadPool(4);
        try {
            var all = IntStream.range(0, 12)
                    .mapToObj(build -> (Callable<Object>) () -> history.append(entry(FIRST, "build-" + build)))
                    .toList();
            for (var build : builds.invokeAll(all)) {
                build.get();
            }
        } finally {
            builds.shutdownNow();
        }

        assertThat(Files.readAllLines(path)).hasSize(12);
    }

    private static HistoryEntry entry(String commit, String name) throws IOException {
        return HistoryEntry.of("2026-11-30T22:00:00Z", commit, "1.0", name, Samples.verification(Samples.FAILED));
    }
}
