package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.IntervalMethod;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Subject ACCURACY =
            new Subject(null, new DatasetSummary("mnist", "test", 10_000), "accuracy", "accuracy", null, null, null);

    @Test
    void anExceptionIsAnErrorAndNoPass() {
        var result = judge(Bound.MINIMUM, "0", null).judge(() -> {
            throw new ArithmeticException("overflow");
        });

        assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(result.passed()).isFalse();
        assertThat(new Verdict(List.of(result)).passed()).isFalse();
        assertThat(result.displayValue()).isEqualTo("unknown");
        assertThat(result.message())
                .isEqualTo(
                        "accuracy on mnist test (10000 images) could not be measured: java.lang.ArithmeticException: overflow.");
    }

    /** The lower bounds of 9900 of 10000 at 95 % are 0.98823 (Wilson) and 0.98820 (Clopper-Pearson). */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 0.9882, PASSED",
        "WILSON, 0.98822, PASSED",
        "WILSON, 0.98823, MISSED",
        "CLOPPER_PEARSON, 0.98820, PASSED",
        "CLOPPER_PEARSON, 0.98822, MISSED",
        "WILSON, 0.99, MISSED",
    })
    void theLowerBoundMustReachAMinimum(IntervalMethod method, String minimum, Outcome outcome) {
        var result =
                judge(Bound.MINIMUM, minimum, new Confidence(0.95, method)).judge(() -> new Proportion(9_900, 10_000));

        assertThat(result.outcome()).isEqualTo(outcome);
    }

    /** The upper bound of 100 of 10000 at 95 % is 0.01178. */
    @ParameterizedTest
    @CsvSource({"0.0118, PASSED", "0.0117, MISSED", "0.01, MISSED"})
    void theUpperBoundMustKeepToAMaximum(String maximum, Outcome outcome) {
        var result = judge(Bound.MAXIMUM, maximum, Confidence.DEFAULT).judge(() -> new Proportion(100, 10_000));

        assertThat(result.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0, 0.005381", "500, 0.994618, 1.0"})
    void noneAndAllHaveBoundsAsWell(int count, double lower, double upper) {
        var share = new Proportion(count, 500);
        var minimum = judge(Bound.MINIMUM, "0.5", Confidence.DEFAULT).judge(() -> share);
        var maximum = judge(Bound.MAXIMUM, "0.5", Confidence.DEFAULT).judge(() -> share);

        assertThat(minimum.bound().value()).isBetween(lower, lower + 1e-6);
        assertThat(maximum.bound().value()).isBetween(upper, upper + 1e-6);
        assertThat(minimum.passed()).isNotEqualTo(maximum.passed());
    }

    /** With fractions of images, Wilson's formula needs 1.6449^2 * 0.988 * 0.012 / 0.001^2 - 10000, which is 22077. */
    @Test
    void saysHowManyMoreImagesWouldDecide() {
        var result = judge(Bound.MINIMUM, "0.988", Confidence.DEFAULT).judge(() -> new Proportion(9_890, 10_000));

        assertThat(result.message())
                .isEqualTo(
                        "accuracy on mnist test (10000 images) is 0.9890 (9890/10000) with a lower confidence bound of 0.9871"
                                + " (95 % Wilson, one-sided), but the minimum is 0.9880;"
                                + " the two-sided 95 % interval is 0.9867 to 0.9909."
                                + " With the same share, about 23308 more test images would decide it.");
    }

    @Test
    void saysThatNoNumberOfImagesWouldDecide() {
        var result = judge(Bound.MINIMUM, "0.99", Confidence.DEFAULT).judge(() -> new Proportion(9_900, 10_000));

        assertThat(result.message()).endsWith(" With the same share, no number of test images would decide it.");
    }

    @Test
    void promisesNothingWhenTheShareItselfMisses() {
        var result = judge(Bound.MINIMUM, "0.99", Confidence.DEFAULT).judge(() -> new Proportion(9_899, 10_000));

        assertThat(result.message()).endsWith("interval is 0.9877 to 0.9917.");
    }

    @Test
    void keepsTheBoundAndTheIntervalThatWereHeldAgainstTheLimit() {
        var result = judge(Bound.MINIMUM, "0.9", Confidence.DEFAULT).judge(() -> new Proportion(9_899, 10_000));

        assertThat(result.bound().interval()).isEqualTo(Confidence.DEFAULT.interval(new Proportion(9_899, 10_000)));
        assertThat(result.bound().value()).isBetween(result.bound().interval().lower(), 0.9899);
    }

    private static Judge judge(Bound bound, String threshold, Confidence confidence) {
        var limit = new Limit(bound, Threshold.parse("limit", threshold), Unit.SHARE);
        return new Judge(ACCURACY, limit, confidence, "test images");
    }
}
