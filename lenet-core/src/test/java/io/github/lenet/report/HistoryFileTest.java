package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    private static final String FIRST = "0".repeat(40);

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
        assertThat(history.append(entry(FIRST, "digits"))).isEmpty();
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
    void aRepetitionAddsNone() throws Exception {
        history.append(entry(FIRST, "digits"));
        var before = Files.readString(path);
        history.append(entry(FIRST, "digits"));
        assertThat(path).content().isEqualTo(before);

        history.append(entry(FIRST, "letters"));
        history.append(entry("1".repeat(40), "digits"));
        assertThat(Files.readAllLines(path)).hasSize(3);
    }

    @Test
    void keepsWhatItCannotRead() throws Exception {
        history.append(entry(FIRST, "digits"));
        var whole = Files.readString(path);
        var torn = whole + "\n" + whole.substring(0, 70);
        Files.writeString(path, torn);

        assertThat(history.append(entry("1".repeat(40), "digits")))
                .containsExactly("line 3 of " + path + " is no entry of a history, and stays as it is");

        assertThat(path).content().startsWith(torn + "\n{\"schemaVersion\"");
        assertThat(Files.readAllLines(path)).hasSize(4);
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
