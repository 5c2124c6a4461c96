package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.build.BuildFacts;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a repository of the Git of this machine. */
class BuildHistoryTest {

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private Path history;
    private String properties = "";

    @BeforeEach
    void write() throws Exception {
        history = folder.resolve("module/history.jsonl");
        Files.createDirectory(folder.resolve("module"));
        Files.writeString(folder.resolve("module/pom.xml"), "<project/>");
        Files.writeString(history, "");
        git("init");
    }

    @Test
    void addsALineOfTheCommitWhateverBecameOfTheHistory() throws Exception {
        var commit = commit();

        add("digits", false);
        add("digits", false);
        add("letters", false);

        assertThat(log.lines()).isEmpty();
        assertThat(Files.readAllLines(history))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"schemaVersion\":1,\"time\":\"2026-11-30T22:00:00Z\",\"commit\":\"" + commit
                                + "\",\"version\":\"1.1\",\"name\":\""));
    }

    @Test
    void addsNoneOfATreeThatNobodyCanCheckOutUnlessAsked() throws Exception {
        commit();
        Files.writeString(folder.resolve("module/pom.xml"), "<project/> <!-- changed -->");

        add("digits", false);
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith(history + " gets no line: there are changes");
        assertThat(history).isEmptyFile();

        add("digits", true);
        assertThat(Files.readAllLines(history)).hasSize(1);
    }

    @Test
    void tellsWhatIsThereAndWarnsOfOtherLines() throws Exception {
        Files.writeString(history, "{\"torn");
        commit();

        assertThat(update("digits", false, true).entries()).isEmpty();
        assertThat(history).content().isEqualTo("{\"torn");
        assertThat(add("digits", false).entries()).hasSize(1);

        assertThat(log.lines("warn"))
                .hasSize(2)
                .containsOnly("Line 1 of " + history + " is no entry of a history, and stays as it is.");
    }

    @Test
    void takesTheTimeOfTheSourceCodeAndNoneOfTheBuild() throws Exception {
        add("digits", false);
        assertThat(log.lines("warn")).singleElement().asString().contains("gets no line: without a Git commit");

        properties = "<properties><project.build.outputTimestamp>2026-11-24T00:00:00Z</project.build.outputTimestamp>"
                + "</properties>";
        add("digits", false);
        assertThat(history).content().startsWith("{\"schemaVersion\":1,\"time\":\"2026-11-24T00:00:00Z\",\"version\":");
    }

    private HistoryFile.Content add(String name, boolean ofDirtyTree) throws Exception {
        return update(name, ofDirtyTree, false);
    }

    private HistoryFile.Content update(String name, boolean ofDirtyTree, boolean isFailing) throws Exception {
        var scores = Files.writeString(folder.resolve("scores.csv"), "label,predicted\ncat,cat\ndog,dog\n");
        var evaluation =
                Evaluation.of(PredictionsFile.read(scores, "scores.csv", ',').answers());
        var verdict = new Verdict(new Gate(List.of(Rule.minimumAccuracy("0.5"))).check(evaluation));
        var module = Builds.module("<artifactId>digits</artifactId>" + properties);
        module.setFile(folder.resolve("module/pom.xml").toFile());
        var session = Builds.session(List.of(module));
        return new BuildHistory(
                        history,
                        ofDirtyTree,
                        name,
                        "1.1",
                        new BuildFacts(session, log.log()),
                        new Workplace(session, module),
                        log.log())
                .update(new Verification(null, evaluation, verdict), isFailing);
    }

    private String commit() throws Exception {
        git("add", ".");
        git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--message=First");
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_COMMITTER_DATE", "2026-11-30T23:00:00+01:00");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
