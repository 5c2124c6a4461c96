package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Gate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

  @Test
  void showsAFailedVerdict() {
    assertThat(MarkdownSummary.text("digits", Samples.EVALUATION, Samples.FAILED))
        .startsWith(
            """
            ## ❌ digits failed its gate

            | Metric | Value | Limit | Result |
            | --- | --- | --- | --- |
            | accuracy | 0.9873 (9873/10000) | minimum 0.9900 | ❌ missed |
            | loss | 0.1""")
        .contains(" | maximum 0.5000 | ✅ passed |\n\n")
        .contains("Accuracy on mnist test \\(10000 images\\): **98.73 %** (95 % confidence: 98.4")
        .contains("SHA-256 `0123456789abcdef")
        .endsWith("`\n");
  }

  @Test
  void showsAPassedVerdict() {
    assertThat(MarkdownSummary.text("digits", Samples.EVALUATION, Samples.PASSED))
        .startsWith("## ✅ digits passed its gate\n")
        .contains("| accuracy | 0.9873 (9873/10000) | minimum 0.9850 | ✅ passed |");
  }

  @Test
  void showsARuleThatCouldNotBeMeasured() {
    assertThat(MarkdownSummary.text("digits", Samples.EVALUATION, Samples.unmeasurable("it broke")))
        .contains("| accuracy | unknown | minimum 0.9900 | ❌ error |");
  }

  @Test
  void namesAreOnlyText() {
    assertThat(summary(Evaluations.of(List.of("<script>", "a|b\n# *c*"), new int[] {0, 1}, 0, 1, 0, 1)))
        .contains("Most frequent mistakes: &lt;script\\> taken for a\\|b \\# \\*c\\* (1).\n");
  }

  @Test
  void aModelWithoutMistakesHasNoListOfThem() {
    assertThat(summary(Evaluations.digits(100, 100))).contains("**100.00 %**").doesNotContain("mistakes");
  }

  private static String summary(Evaluation evaluation) {
    return MarkdownSummary.text("digits", evaluation, new Gate(List.of(Samples.MINIMUM_ACCURACY)).check(evaluation));
  }
}
