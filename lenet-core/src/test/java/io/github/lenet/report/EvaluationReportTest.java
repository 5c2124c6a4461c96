package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Metric;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Verdict;
import io.github.lenet.json.DamagedJson;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationReportTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("evaluation.json");
    }

    @Test
    void hasTheKeysOfTheContract() throws IOException {
        EvaluationReport.of(Samples.verification(Samples.FAILED)).write(file);

        Map<?, ?> json = Json.read(file, Map.class);
        assertThat(json.keySet())
                .hasToString("[schemaVersion, dataset, model, correct, total, accuracy, loss, confidenceInterval,"
                        + " confusionMatrix, classes, topKCorrect, calibration, verdict]");
        assertThat(json.get("schemaVersion")).isEqualTo(1);
        assertThat(json.get("dataset")).hasToString("{name=mnist, split=test, images=10000}");
        assertThat(json.get("model"))
                .hasToString("{kind=lenet, sha256=%s, architecture=lenet5, parameters=44426, bytes=178912}"
                        .formatted("0123456789abcdef".repeat(4)));
        assertThat(json.get("correct")).isEqualTo(9_873);
        assertThat(json.get("total")).isEqualTo(10_000);
        assertThat(json.get("accuracy")).isEqualTo(0.9873);
        assertThat(json.get("confidenceInterval").toString())
                .startsWith("{level=0.95, method=wilson, lower=0.98")
                .contains(", upper=0.98");
        assertThat((List<?>) json.get("classes")).hasSize(10);
        assertThat(((List<?>) json.get("classes")).get(0).toString())
                .startsWith("{label=0, precision=0.98")
                .contains(", recall=0.988, f1=0.98")
                .endsWith(", support=1000}");
    }

    @Test
    void holdsTheVerdictWithTheLimitOfEachRule() throws IOException {
        EvaluationReport.of(Samples.verification(Samples.FAILED)).write(file);

        assertThat(Json.read(file, Map.class).get("verdict").toString())
                .startsWith(
                        "{passed=false, rules=[{metric=accuracy, element=model, minimum=0.99, value=0.9873, count=9873, total=10000, passed=false,"
                                + " outcome=missed, message=accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the"
                                + " minimum is 0.9900.}, {metric=loss, element=model, maximum=0.5, value=0.1")
                .contains(", passed=true, outcome=passed, message=loss on mnist test")
                .endsWith("}]}");
    }

    @Test
    void holdsWhatARuleLookedAt() throws IOException {
        EvaluationReport.of(Samples.complete()).write(file);

        var verdict = EvaluationReport.read(file).verdict();
        assertThat(verdict.warnings()).singleElement().asString().contains("cannot show reliably");
        assertThat(verdict.rules()).extracting(RuleReport::metric).containsExactly("recall", "accuracy", "regression");
        var recall = verdict.rules().get(0);
        assertThat(recall.element()).isEqualTo("class");
        assertThat(recall.className()).isEqualTo("7");
        assertThat(recall.bound()).isBetween(recall.interval().lower(), recall.value());
        assertThat(verdict.rules().get(1).evaluation()).isEqualTo("shifted");
        assertThat(Files.readString(file)).contains("\"class\": \"7\"");
    }

    @Test
    void holdsTheFurtherEvaluationsAndTheBaseline() throws IOException {
        var verification = Samples.complete();
        EvaluationReport.of(verification).write(file);

        var report = EvaluationReport.read(file);
        assertThat(report.evaluations()).singleElement().satisfies(further -> {
            assertThat(further.name()).isEqualTo("shifted");
            assertThat(further.accuracy()).isEqualTo(0.9);
        });
        var baseline = report.baseline();
        assertThat(baseline.name()).isEqualTo("io.example:digits:1.0");
        assertThat(baseline.accuracy()).isEqualTo(0.997);
        assertThat(baseline.improvement()).isEqualTo(-0.003);
        assertThat(baseline.gained()).hasSize(30);
        assertThat(baseline.lost()).hasSize(60);
        assertThat(baseline.bothCorrect() + baseline.neitherCorrect() + 90).isEqualTo(10_000);
        assertThat(baseline.regressionPValue()).isBetween(0.001, 0.002);
    }

    @Test
    void holdsTheSlices() throws IOException {
        var verification = Samples.sliced();
        EvaluationReport.of(verification).write(file);

        var report = EvaluationReport.read(file);
        assertThat(report.evaluation().slices())
                .isEqualTo(verification.evaluation().slices());
        assertThat(report.slices().list()).last().satisfies(writer -> {
            assertThat(writer.property()).isEqualTo("writer");
            assertThat(writer.value()).isEqualTo("c");
            assertThat(writer.accuracy()).isZero();
            assertThat(writer.confidenceInterval().upper()).isBetween(0.43, 0.44);
        });
        assertThat(report.decision().orElseThrow().rules())
                .extracting(RuleResult::outcome, result -> result.subject().slice())
                .containsExactly(
                        tuple(Outcome.PASSED, "writer=a"),
                        tuple(Outcome.MISSED, "writer=b"),
                        tuple(Outcome.WARNED, "writer=c"));
        assertThat(report.verdict().passed()).isFalse();
        assertThat(report.verdict().rules().get(2).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          "correct": 90,                 | "correct": 91,               | accuracy is 0.947
          "total": 95,                   | "total": 94,                 | accuracy is 0.947
          "withoutRow": 0,               | "withoutRow": 1,             | slices of an evaluation contradict each other
          "value": "c",                  | "value": "b",                | 3 slices of 2 names
          "slice": "writer=c",           | "slice": "writer=d",         | a rule is about the slice writer=d, which is not there
          "slice": "writer=c",           | "class": "c",                | the accuracy of element slice and class c is unknown
          "outcome": "warned",           | "outcome": "passed",         | the outcome is passed, but that contradicts
          "outcome": "warned",           | "outcome": "missed",         | passed is true, but the outcome missed
          """)
    void refusesSlicesThatContradictEachOther(String old, String changed, String problem) throws IOException {
        EvaluationReport.of(Samples.sliced()).write(file);
        var content = Files.readString(file);
        assertThat(content).contains(old);
        Files.writeString(file, content.replace(old, changed));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void theSameArchiveHasNoComparison() throws IOException {
        var comparison = Evaluations.comparisonWithItself(9, 10);
        EvaluationReport.of(new Verification(
                        Samples.model(), comparison.candidate(), null, List.of(), comparison, Samples.PASSED))
                .write(file);

        var baseline = EvaluationReport.read(file).baseline();
        assertThat(baseline.sameArchive()).isTrue();
        assertThat(baseline.improvementInterval()).isNull();
        assertThat(baseline.regressionPValue()).isNull();
    }

    @Test
    void everyRuleGivesTheSameResultAfterReading() throws IOException {
        var broken = Evaluations.of(List.of("a", "b"), new int[] {0, 1}, Float.NaN, Float.NaN, 0.25f, 0.75f);

        for (var evaluation : List.of(Samples.EVALUATION, broken)) {
            EvaluationReport.of(evaluation).write(file);
            var restored = EvaluationReport.read(file).evaluation();

            for (var metric : Metric.values()) {
                var k = metric == Metric.TOP_K_ACCURACY ? "1" : null;
                var rule = new RuleDefinition("rules/rule[1]")
                        .metric(metric.id())
                        .k(k)
                        .maximum("0.5")
                        .rules()
                        .get(0);
                assertThat(rule.check(null, restored)).isEqualTo(rule.check(null, evaluation));
            }
        }
    }

    @Test
    void refusesNumbersThatContradictEachOther() throws IOException {
        EvaluationReport.of(Samples.EVALUATION).write(file);
        Files.writeString(file, Files.readString(file).replace("\"correct\": 9873", "\"correct\": 9999"));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("9999 correct of 10000 contradict the confusionMatrix");
    }

    @Test
    void refusesAnUnknownOutcome() throws IOException {
        EvaluationReport.of(Samples.verification(Samples.PASSED)).write(file);
        Files.writeString(file, Files.readString(file).replace("\"outcome\": \"passed\"", "\"outcome\": \"fine\""));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the outcome of a rule is fine");
    }

    @Test
    void refusesAFileThatLacksAPart() throws IOException {
        Files.writeString(file, "{\"schemaVersion\": 1, \"correct\": 1, \"total\": 1, \"accuracy\": 1}");

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"dataset\" is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          "minimum": 0.99,                      | "minimum": 1e-9999999,            | "verdict.rules[0]": the limit 1E-9999999 is no decimal number
          "minimum": 0.99,                      | "minimum": 1e9999999,             | "verdict.rules[0]": the limit 1E+9999999 is no decimal number
          "minimum": 0.99,                      | "minimum": 1.5,                   | "verdict.rules[0]": minimum is 1.5, but must be from 0 to 1
          "count": 9873,                        |                                   | "verdict.rules[0]": count is null, but total 10000
          "passed": false,                      | "passed": true,                   | "verdict.rules[0]": passed is true, but the outcome missed
          "metric": "accuracy"                  | "metric": "beauty"                | "verdict.rules[0]": metric is beauty, which is unknown
          "metric": "accuracy"                  | "metric": "topKAccuracy"          | "verdict.rules[0]": k is null for the metric topKAccuracy
          "metric": "accuracy"                  | "metric": "recall", "class": "11" | "verdict.rules[0]": the recall of element model and class 11
          "message": "accuracy                  | "message": null, "class": "       | "verdict.rules[0].message" is null
          "sha256": "0123                       | "sha256": "                       | "model": sha256 is 456789abcdef
          "accuracy": 0.9873                    | "accuracy": 0.5                   | accuracy is 0.5, not correct / total
          "level": 0.95                         | "level": "NaN"                    | "confidenceInterval": 0.98
          """)
    void namesTheKeyOfAValueThatNoGateCouldHaveWritten(String before, String after, String problem) throws IOException {
        EvaluationReport.of(Samples.verification(Samples.FAILED)).write(file);
        var text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, replaceLast(text, before, after == null ? "" : after));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is not the expected JSON at line ")
                .hasMessageContaining(": " + problem)
                .message()
                .doesNotContain("\n");
    }

    private static String replaceLast(String text, String before, String after) {
        int last = text.lastIndexOf(before);
        return text.substring(0, last) + after + text.substring(last + before.length());
    }

    @Test
    void refusesAVerdictOverNothing() throws IOException {
        EvaluationReport.of(Samples.verification(Samples.PASSED)).write(file);
        Files.writeString(file, Files.readString(file).replaceFirst("(?s)\"rules\": \\[.*]", "\"rules\": []"));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"verdict\": rules is empty");
    }

    /** Whatever stands in the file, it is refused in one line, or every report can be made of it. */
    @Test
    void everyDamageIsNoticedOrHarmless() throws Exception {
        EvaluationReport.of(Samples.complete()).write(file);
        int noticed = 0;
        int harmless = 0;
        for (var text : DamagedJson.of(Files.readString(file))) {
            EvaluationReport read;
            try {
                read = Json.parse(text, EvaluationReport.class, file.toString());
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(file.toString()).message().doesNotContain("\n");
                noticed++;
                continue;
            }
            use(read);
            harmless++;
        }
        assertThat(noticed).as("noticed, and %d harmless", harmless).isGreaterThan(10 * harmless);
    }

    private static void use(EvaluationReport report) throws IOException {
        report.decision();
        EvaluationTable.lines(report.evaluation());
        var results = report.results("digits");
        if (!results.isEmpty()) {
            var aggregation = new Aggregation(report.evaluations("digits"), new Verdict(results));
            MarkdownSummary.text("digits", aggregation);
            JUnitXmlReport.write(OutputStream.nullOutputStream(), "digits", aggregation);
        }
    }

    @Test
    void theRowsOfTheConfusionMatrixAreTheTrueClasses() {
        // Two images of a, one of them taken for b; nothing of b.
        var evaluation = Evaluations.of(List.of("a", "b"), new int[] {0, 0}, 1, 0, 0, 1);

        assertThat(EvaluationReport.of(evaluation).confusionMatrix()).isDeepEqualTo(new int[][] {{1, 1}, {0, 0}});
    }

    @Test
    void leavesTheVerdictOutIfNoGateWasAsked() throws IOException {
        EvaluationReport.of(Samples.EVALUATION).write(file);

        assertThat(Files.readString(file)).contains("\"classes\"").doesNotContain("verdict");
    }

    @Test
    void whatIsUndefinedIsNull() throws IOException {
        var broken = Evaluations.of(List.of("a", "b"), new int[] {0}, Float.NaN, Float.NaN);
        EvaluationReport.of(Samples.verification(broken, Samples.MAXIMUM_LOSS)).write(file);

        assertThat(Files.readString(file)).doesNotContain("NaN").contains("\"loss\": null");
        var report = EvaluationReport.read(file);
        assertThat(report.evaluation().loss().getAsDouble()).isNaN();
        assertThat(report.classes().get(1).recall()).isNull();
        assertThat(report.verdict().rules()).singleElement().matches(rule -> rule.value() == null && !rule.passed());
    }

    @Test
    void whatNobodyKnowsIsLeftOut() throws IOException {
        var verification = Samples.classesAlone();
        EvaluationReport.of(verification).write(file);

        Map<?, ?> json = Json.read(file, Map.class);
        assertThat(json.keySet())
                .hasToString("[schemaVersion, dataset, model, correct, total, accuracy, confidenceInterval,"
                        + " confusionMatrix, classes, baseline, verdict]");
        assertThat(json.get("dataset")).hasToString("{name=labels.csv, images=200}");
        assertThat(json.get("model"))
                .hasToString("{kind=predictions, name=new.csv, sha256=%s}"
                        .formatted(verification.evaluation().model().sha256()));
        var report = EvaluationReport.read(file);
        assertThat(report.evaluation()).usingRecursiveComparison().isEqualTo(verification.evaluation());
        assertThat(report.decision().orElseThrow().passed()).isFalse();
    }

    @Test
    void aFileOfAnEarlierVersionIsAboutAModelOfThisProject() throws IOException {
        EvaluationReport.of(Samples.EVALUATION).write(file);
        var text = Files.readString(file).replaceFirst("\\s*\"kind\": \"lenet\",", "");
        Files.writeString(file, text);

        assertThat(text).doesNotContain("kind");
        assertThat(EvaluationReport.read(file).model()).isEqualTo(Samples.EVALUATION.model());
    }

    @ParameterizedTest
    @ValueSource(strings = {"topKCorrect", "calibration"})
    void refusesHalfOfWhatProbabilitiesGive(String key) throws IOException {
        EvaluationReport.of(Samples.EVALUATION).write(file);
        Files.writeString(
                file, Files.readString(file).replaceFirst("(?s),\\s*\"" + key + "\": (?:\\[[^]]*]|\\{.*?]\\s*})", ""));

        assertThat(Files.readString(file)).doesNotContain(key);
        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of loss, topKCorrect and calibration, one is missing and another one is not");
    }

    @Test
    void canBeReadBack() throws IOException {
        var report = EvaluationReport.of(Samples.verification(Samples.PASSED));
        report.write(file);

        assertThat(EvaluationReport.read(file)).usingRecursiveComparison().isEqualTo(report);
        assertThat(EvaluationReport.read(file).verdict().rules().get(0).minimum())
                .isEqualTo(new BigDecimal("0.985"));
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        EvaluationReport.of(Samples.EVALUATION).write(file);
        Files.writeString(file, Files.readString(file).replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "evaluation.json", "schemaVersion is 2, but this version of LeNet knows only 1");
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        EvaluationReport.of(Samples.verification(Samples.PASSED)).write(file);
        Files.writeString(file, Files.readString(file).replace("\"total\"", "\"sum\": 1, \"total\""));

        assertThatThrownBy(() -> EvaluationReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sum");
    }
}
