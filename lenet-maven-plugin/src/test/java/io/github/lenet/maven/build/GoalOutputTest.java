package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GoalOutputTest {

    private final ByteArrayOutputStream standardOutput = new ByteArrayOutputStream();

    @Test
    void areLinesOfTheLog() {
        var log = new RecordingLog();

        print(log);

        assertThat(log.lines()).containsExactly("info: 7 1.0000", "info: 3 0.9");
        assertThat(standardOutput.toByteArray()).isEmpty();
    }

    @Test
    void areAllThatAQuietBuildPrints() {
        var log = RecordingLog.quiet();

        print(log);

        assertThat(standardOutput.toString(StandardCharsets.UTF_8).lines()).containsExactly("7 1.0000", "3 0.9");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void giveNoOrdersToABuildServer() {
        new GoalOutput(RecordingLog.quiet().log(), new PrintStream(standardOutput, true, StandardCharsets.UTF_8))
                .print("::stop-commands::x");

        assertThat(standardOutput.toString(StandardCharsets.UTF_8))
                .doesNotStartWith("::")
                .contains("stop-commands");
    }

    private void print(RecordingLog log) {
        var answers = new GoalOutput(log.log(), new PrintStream(standardOutput, true, StandardCharsets.UTF_8));
        answers.print("7 1.0000");
        answers.print("3 0.9");
    }
}
