package io.github.lenet.maven.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.GithubActions;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.report.AggregateReport;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateGoalTest {

    private static final Rule HALF = Rule.minimumAccuracy("0.5");
    private static final Rule ALL = Rule.minimumAccuracy("1");

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private final List<String> absent = new ArrayList<>();

    @Test
    void passesWhenEveryModulePassedAndEveryRuleIsMet() throws Exception {
        run(true, List.of(Rule.minimumAccuracy("0.7")), module("first", HALF), module("second", HALF));

        assertThat(log.lines())
                .contains(
                        "info: Passed: first: accuracy on drawn test (4 images) is 0.7500 (3/4), and the minimum is 0.5000.")
                .contains(
                        "info: Passed: second: accuracy on drawn test (4 images) is 0.7500 (3/4), and the minimum is 0.7000.");
    }

    @Test
    void aModuleThatFailedByItselfFailsTheBuild() throws Exception {
        var failed = module("second", ALL);

        assertThatThrownBy(() -> run(true, List.of(), module("first", HALF), failed))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "second: accuracy on drawn test (4 images) is 0.7500 (3/4), but the minimum is 1.0000.");
        assertThat(reports().htmlFile()).content().contains("✗ failed");
        assertThat(AggregateReport.read(reports().aggregateFile()).evaluations())
                .extracting(EvaluationReport::name)
                .containsExactly("first", "second");
    }

    @Test
    void passesEvenIfThePageCannotBeWritten() throws Exception {
        Files.createDirectories(reports().outputDirectory());
        Files.writeString(reports().outputDirectory().resolve("report"), "a file where a folder must be");

        run(true, List.of(), module("first", HALF));

        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .contains(reports().htmlFile() + ": the folder ");
        assertThat(AggregateReport.read(reports().aggregateFile()).verdict().passed())
                .isTrue();
    }

    @Test
    void onlyWarnsWithoutHaltOnFailure() throws Exception {
        run(false, List.of(ALL), module("first", HALF));

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("warn: first: accuracy")
                .endsWith("The build goes on, because haltOnFailure is false.");
    }

    @Test
    void aMissingResultIsNoPass() throws Exception {
        var missing = new ModuleResult(
                "com.example:second", "verify", "second", folder.resolve("evaluation.json"), null, null);

        assertThatThrownBy(() -> run(true, List.of(HALF), module("first", HALF), missing))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The execution 'verify' of lenet:verify in com.example:second has left no result")
                .hasMessageContaining("Build them together with `mvn verify -pl :all -am`");
    }

    @Test
    void namesAllThatDoNotCountAtOnce() throws Exception {
        var first = module("first", HALF);
        var skipped = new ModuleResult(
                first.module(),
                "verify",
                "first",
                first.evaluationFile(),
                "was skipped in this build: lenet.skip is set",
                null);
        absent.add("com.example:third is no module of this build");

        assertThatThrownBy(() -> run(true, List.of(HALF), skipped, module("second", HALF)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("""
            Not every module has a result that counts:
              com.example:third is no module of this build.
              The execution 'verify' of lenet:verify in com.example:first was skipped in this build: lenet.skip is set.
              Build them together with `mvn verify -pl :all -am`, or skip the aggregate with -Dlenet.skipVerify.""");
        assertThat(reports().aggregateFile()).doesNotExist();
    }

    @Test
    void nothingToAggregateIsNoPass() {
        assertThatThrownBy(() -> run(true, List.of(HALF)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nothing to aggregate")
                .hasMessageContaining("<dependencies>");
    }

    @Test
    void nothingToCheckIsNoPass() {
        assertThatThrownBy(() -> run(true, List.of(), module("first")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("nothing to check");
    }

    private void run(boolean haltOnFailure, List<Rule> rules, ModuleResult... modules) throws Exception {
        new AggregateGoal(new Conclusion(new GithubActions(Map.of(), System.out), log.log()))
                .run(new AggregateRequest(
                        new DeclaredModules(List.of(modules), absent),
                        "mvn verify -pl :all -am",
                        rules,
                        haltOnFailure,
                        reports()));
    }

    private Reports reports() {
        return new Reports(folder.resolve("aggregate"), "all");
    }

    /** The result of a module that classified three of four images right, and whose gate had these rules. */
    private ModuleResult module(String name, Rule... rules) throws IOException {
        var images = new DatasetSummary("drawn", "test", 4);
        var model = new ModelSummary("0123456789abcdef".repeat(4), "lenet5", 44_426, 180_000);
        var answers = new float[] {1, 0, 0, 1, 1, 0, 1, 0};
        var evaluation = Evaluation.of(
                Answers.ofProbabilities(model, images, List.of("no", "yes"), new int[] {0, 1, 0, 1}, answers));
        var reports = new Reports(folder.resolve(name), name);
        if (rules.length == 0) {
            EvaluationReport.of(evaluation).write(reports.evaluationFile());
        } else {
            var verdict = new Verdict(new Gate(List.of(rules)).check(evaluation));
            reports.write(new Verification(description(), evaluation, verdict));
        }
        return new ModuleResult("com.example:" + name, "verify", name, reports.evaluationFile(), null, null);
    }

    private static ModelDescription description() {
        return ModelDescription.of(
                Architecture.LENET5,
                InputsOfTests.of(SeedRecipe.of("lenet5").build()),
                List.of(new EpochResult(1, 0.001, 0.5, 0.8, null, null, 1, 1_000)));
    }
}
