package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {

    @Test
    void showsAFailedVerdict() {
        assertThat(MarkdownSummary.text("digits", Samples.verification(Samples.FAILED)))
                .startsWith("""
            ## ❌ digits failed its gate

            | Rule | Value | Two-sided interval | Limit | Result |
            | --- | --- | --- | --- | --- |
            | accuracy | 0.9873 (9873/10000) |  | minimum 0.9900 | ❌ missed |
            | loss | 0.1""")
                .contains(" | maximum 0.5000 | ✅ passed |\n\n")
                .contains("Accuracy on mnist test (10000 images): **0.9873** (95 % confidence: 0.984")
                .contains("SHA-256 `0123456789abcdef")
                .endsWith("`\n");
    }

    @Test
    void showsAPassedVerdict() {
        assertThat(MarkdownSummary.text("digits", Samples.verification(Samples.PASSED)))
                .startsWith("## ✅ digits passed its gate\n")
                .contains("| accuracy | 0.9873 (9873/10000) |  | minimum 0.9850 | ✅ passed |");
    }

    @Test
    void showsARuleThatCouldNotBeMeasured() {
        assertThat(MarkdownSummary.text("digits", Samples.verification(Samples.unmeasurable("it broke"))))
                .contains("| accuracy | unknown |  | minimum 0.9900 | ❌ error |");
    }

    @Test
    void aSliceOfTooFewImagesIsAWarning() {
        assertThat(MarkdownSummary.text("digits", Samples.sliced()))
                .contains("| accuracy of slice writer=b | 0.9473 (90/95) |  | minimum 0.9500 | ❌ missed |")
                .contains("| accuracy of slice writer=c | 0.0000 (0/5) |  | minimum 0.9500 | ⚠️ warned |")
                .contains("⚠️ 1 slice misses a limit, which is only a warning below the ");
    }

    @Test
    void namesAreOnlyText() {
        assertThat(summary(Evaluations.of(List.of("<script>", "a|b\n# *c*"), new int[] {0, 1}, 0, 1, 0, 1)))
                .contains("Most frequent mistakes: &lt;script> taken for a\\|b \\# \\*c\\* (1).\n");
    }

    @Test
    void aModelWithoutMistakesHasNoListOfThem() {
        assertThat(summary(Evaluations.digits(100, 100))).contains("**1.0000**").doesNotContain("mistakes");
    }

    @Test
    void showsClassesIntervalsEvaluationsAndTheBaseline() {
        assertThat(MarkdownSummary.text("digits", Samples.complete()))
                .contains("| recall of class 7 | 0.9940 (994/1000) | 0.9869 to 0.9973 (95 % Wilson) |")
                .contains("| shifted: accuracy | 0.9000 (9000/10000) |  | minimum 0.9900 | ❌ missed |")
                .contains("\n\nshifted: accuracy on mnist test (10000 images): **0.9000**")
                .contains("Baseline: io.example:digits:1.0 with **0.9970**; images gained: 30, lost: 60.")
                .contains("⚠️ mnist test (10000 images) cannot show reliably");
    }

    private static String summary(Evaluation evaluation) {
        return MarkdownSummary.text("digits", Samples.verification(evaluation, Samples.MINIMUM_ACCURACY));
    }
}
