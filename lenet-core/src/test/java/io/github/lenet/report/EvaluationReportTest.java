package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Gate;
import io.github.lenet.io.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationReportTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("evaluation.json");
  }

  @Test
  void hasTheKeysOfTheContract() throws IOException {
    EvaluationReport.of(Samples.EVALUATION, Samples.FAILED).write(file);

    Map<?, ?> json = Json.read(file, Map.class);
    assertThat(json.keySet())
        .hasToString(
            "[schemaVersion, dataset, model, correct, total, accuracy, loss, confidenceInterval,"
                + " confusionMatrix, classes, verdict]");
    assertThat(json.get("schemaVersion")).isEqualTo(1);
    assertThat(json.get("dataset")).hasToString("{name=mnist, split=test, images=10000}");
    assertThat(json.get("model"))
        .hasToString("{sha256=" + "0123456789abcdef".repeat(4) + ", architecture=lenet5, parameters=44426}");
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
    EvaluationReport.of(Samples.EVALUATION, Samples.FAILED).write(file);

    assertThat(Json.read(file, Map.class).get("verdict").toString())
        .startsWith(
            "{passed=false, rules=[{metric=accuracy, element=model, minimum=0.99, value=0.9873, passed=false},"
                + " {metric=loss, element=model, maximum=0.5, value=0.1")
        .endsWith(", passed=true}]}");
  }

  @Test
  void theRowsOfTheConfusionMatrixAreTheTrueClasses() {
    // Two images of a, one of them taken for b; nothing of b.
    var evaluation = Evaluations.of(List.of("a", "b"), new int[] {0, 0}, 1, 0, 0, 1);

    assertThat(EvaluationReport.of(evaluation, null).confusionMatrix()).isDeepEqualTo(new int[][] {{1, 1}, {0, 0}});
  }

  @Test
  void leavesTheVerdictOutIfNoGateWasAsked() throws IOException {
    EvaluationReport.of(Samples.EVALUATION, null).write(file);

    assertThat(Files.readString(file)).contains("\"classes\"").doesNotContain("verdict");
  }

  @Test
  void whatIsUndefinedIsNull() throws IOException {
    var broken = Evaluations.of(List.of("a", "b"), new int[] {0}, Float.NaN, Float.NaN);
    EvaluationReport.of(broken, new Gate(List.of(Samples.MAXIMUM_LOSS)).check(broken)).write(file);

    assertThat(Files.readString(file)).doesNotContain("NaN");
    var report = EvaluationReport.read(file);
    assertThat(report.loss()).isNull();
    assertThat(report.classes().get(1).recall()).isNull();
    assertThat(report.verdict().rules()).singleElement().matches(rule -> rule.value() == null && !rule.passed());
  }

  @Test
  void canBeReadBack() throws IOException {
    var report = EvaluationReport.of(Samples.EVALUATION, Samples.PASSED);
    report.write(file);

    assertThat(EvaluationReport.read(file)).usingRecursiveComparison().isEqualTo(report);
    assertThat(EvaluationReport.read(file).verdict().rules().get(0).minimum()).isEqualTo(new BigDecimal("0.985"));
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    EvaluationReport.of(Samples.EVALUATION, null).write(file);
    Files.writeString(file, Files.readString(file).replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));

    assertThatThrownBy(() -> EvaluationReport.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("evaluation.json", "schemaVersion is 2, but this version of LeNet knows only 1");
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    EvaluationReport.of(Samples.EVALUATION, Samples.PASSED).write(file);
    Files.writeString(file, Files.readString(file).replace("\"total\"", "\"sum\": 1, \"total\""));

    assertThatThrownBy(() -> EvaluationReport.read(file)).isInstanceOf(IOException.class).hasMessageContaining("sum");
  }
}
