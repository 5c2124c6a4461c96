package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregationTest {

    @TempDir
    private Path folder;

    private EvaluationReport module;

    /** Reads what a module wrote: a rule on a class, one on shifted images, and one beside a baseline. */
    @BeforeEach
    void readAModule() throws IOException {
        EvaluationReport.of(Samples.complete()).write(folder.resolve("evaluation.json"));
        module = EvaluationReport.read(folder.resolve("evaluation.json"));
    }

    @Test
    void everyEvaluationIsNamedByItsModule() {
        assertThat(module.evaluations("digits"))
                .extracting(NamedEvaluation::name)
                .containsExactly("digits", "digits: shifted");
        assertThat(module.evaluations("digits").get(1).evaluation().accuracy().value())
                .isEqualTo(0.9);
    }

    @Test
    void theVerdictOfAModuleIsRestored() {
        var written = Samples.complete().verdict().rules();
        var restored = module.results("digits");

        assertThat(restored).hasSameSizeAs(written);
        for (var rule = 0; rule < written.size(); rule++) {
            assertThat(restored.get(rule).outcome()).isEqualTo(written.get(rule).outcome());
            assertThat(restored.get(rule).limit()).isEqualTo(written.get(rule).limit());
            assertThat(restored.get(rule).bound()).isEqualTo(written.get(rule).bound());
            assertThat(restored.get(rule).measurement().value())
                    .isEqualTo(written.get(rule).measurement().value());
            assertThat(restored.get(rule).message())
                    .isEqualTo("digits: " + written.get(rule).message());
        }
        assertThat(restored)
                .extracting(RuleResult::name)
                .containsExactly(
                        "minimum digits: recall of class 7 on mnist test",
                        "minimum digits: shifted: accuracy on mnist test",
                        "maximum digits: regression of the accuracy on mnist test");
    }

    @Test
    void whatCouldNotBeMeasuredIsRestoredAsSuch() throws IOException {
        EvaluationReport.of(Samples.verification(Samples.unmeasurable("it broke")))
                .write(folder.resolve("broken.json"));

        assertThat(EvaluationReport.read(folder.resolve("broken.json")).results("digits"))
                .singleElement()
                .matches(result -> result.outcome() == Outcome.ERROR && result.measurement() == null);
    }

    @Test
    void aModuleWithoutAGateHasNoResults() {
        assertThat(EvaluationReport.of(Samples.EVALUATION).results("digits")).isEmpty();
    }

    @Test
    void everyReportShowsTheOneVerdict() throws IOException {
        var reports = new Reports(folder.resolve("lenet"), "all");

        reports.write(aggregation());
        reports.writeSummary(aggregation());

        var json = AggregateReport.read(reports.aggregateFile());
        assertThat(json.verdict().passed()).isFalse();
        assertThat(json.evaluations())
                .extracting(EvaluationReport::name)
                .containsExactly("digits", "digits: shifted", "b");
        assertThat(reports.junitFile()).content().contains("tests=\"4\"", "failures=\"3\"", "b: model.sha256");
        assertThat(reports.summaryFile())
                .content()
                .contains("❌ all failed", "| b: accuracy | 0.9800 (98/100) |", "b: accuracy on mnist test");

        reports.deletePrevious();
        assertThat(reports.aggregateFile()).doesNotExist();
    }

    @Test
    void theJUnitFileIsValid() throws Exception {
        assertThat(JUnitXmlReportTest.suite(aggregation()).getAttribute("name")).isEqualTo("lenet.digits");
    }

    @Test
    void theFileFollowsItsSchema() throws IOException {
        AggregateReport.of(aggregation()).write(folder.resolve("aggregate.json"));

        assertThat(EvaluationSchemaTest.validateAggregate(Files.readString(folder.resolve("aggregate.json"))))
                .isEmpty();
        assertThat(EvaluationSchemaTest.validateAggregate("{\"schemaVersion\": 1, \"evaluations\": []}"))
                .hasSize(2);
    }

    @Test
    void nothingToAggregateIsNoPass() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Aggregation(List.of(), Samples.PASSED));
    }

    /** The rules of one module, and a rule of the aggregate over another one. */
    private Aggregation aggregation() {
        var other = new NamedEvaluation("b", Evaluations.digits(98, 100));
        var results = new ArrayList<>(module.results("digits"));
        results.addAll(new Gate(List.of(Samples.MINIMUM_ACCURACY)).check(other.name(), other.evaluation()));
        var evaluations = new ArrayList<>(module.evaluations("digits"));
        evaluations.add(other);
        return new Aggregation(evaluations, new Verdict(results));
    }
}
