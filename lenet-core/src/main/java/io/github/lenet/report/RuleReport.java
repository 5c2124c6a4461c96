package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Difference;
import io.github.lenet.evaluation.Measurement;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.BaselinePolicy;
import io.github.lenet.gate.ConfidenceBound;
import io.github.lenet.gate.Limit;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Subject;
import io.github.lenet.gate.Threshold;
import io.github.lenet.json.Key;
import io.github.lenet.json.OmitEmpty;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one rule in {@code evaluation.json}. It has a minimum or a maximum. What does not apply to a rule is
 * left out of the file, but for the value.
 *
 * @param evaluation name of the evaluation; left out for the main one
 * @param metric what was measured, such as {@code accuracy}; {@code regression} or {@code improvement} for a comparison
 *     with a baseline
 * @param k how many answers count, if the metric is {@code topKAccuracy}
 * @param element what it was measured of: {@code model}, {@code class} or {@code slice}
 * @param className the class, if the element is {@code class}
 * @param slice the slice, if the element is {@code slice}
 * @param minimum the lowest value that is good enough
 * @param maximum the highest value that is good enough
 * @param value the measured value; null if it is not a number or could not be measured
 * @param count the numerator, if the value is a share of images or a difference of two
 * @param total the denominator
 * @param bound the one-sided confidence bound of the value, if it was compared with the limit instead of the value
 * @param interval the two-sided confidence interval of the value at the same level
 * @param passed true if the rule lets the model pass
 * @param outcome {@code passed}, {@code missed}, {@code warned} if the slice is too small to fail, or {@code error} if
 *     the value could not be measured
 * @param message the result as a sentence
 */
public record RuleReport(
        @OmitEmpty @Nullable String evaluation,
        String metric,
        @OmitEmpty @Nullable Integer k,
        @OmitEmpty @Nullable String element,
        @Key("class") @OmitEmpty @Nullable String className,
        @OmitEmpty @Nullable String slice,
        @OmitEmpty @Nullable BigDecimal minimum,
        @OmitEmpty @Nullable BigDecimal maximum,
        @Nullable Double value,
        @OmitEmpty @Nullable Integer count,
        @OmitEmpty @Nullable Integer total,
        @OmitEmpty @Nullable Double bound,
        @OmitEmpty @Nullable ConfidenceInterval interval,
        boolean passed,
        String outcome,
        String message) {

    /**
     * Checks that a gate could have given this result, so that whoever reads the file can rely on it.
     *
     * @throws IllegalArgumentException if something is missing, out of its range, or contradicts something else
     */
    public RuleReport {
        var known = outcome(outcome);
        require(passed == known.passes(), "passed is %s, but the outcome %s", passed, outcome);
        require((minimum == null) != (maximum == null), "a rule must have a minimum or a maximum");
        var subject = Subject.read(evaluation, null, metric, k, element, className, slice);
        require(known != Outcome.WARNED || slice != null, "the outcome of the %s is warned", element);
        var limit = limit(minimum, maximum, subject);
        require((count == null) == (total == null), "count is %s, but total %s", count, total);
        require((bound == null) == (interval == null), "bound is %s, but interval %s", bound, interval);
        var share = count == null || total == null ? null : new Difference(count, total);
        // Another program may have written the last digit.
        require(
                share == null || (value != null && Math.abs(value - share.value()) < 1e-9),
                "value is %s, but count %s and total %s",
                value,
                count,
                total);
        if (known == Outcome.ERROR) {
            require(value == null && bound == null, "the outcome is error, but there is a value");
        } else if (bound != null) {
            requireAgreement(known, limit, new Quantity(bound));
        } else if (share != null && !metric.equals(BaselinePolicy.REGRESSION)) {
            // A fall may exceed its limit and be noise; other values decide, and a share is known exactly.
            requireAgreement(known, limit, share);
        }
    }

    private static void requireAgreement(Outcome known, Limit limit, Measurement measurement) {
        require(
                (known == Outcome.PASSED) == limit.admits(measurement),
                "the outcome is %s, but that contradicts the value and its limit",
                known.title());
    }

    private static void require(boolean condition, String problem, @Nullable Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(format(problem, values));
        }
    }

    private static Outcome outcome(String title) {
        return Arrays.stream(Outcome.values())
                .filter(known -> known.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the outcome of a rule is " + title));
    }

    private static Limit limit(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum, Subject subject) {
        if (minimum != null) {
            return new Limit(Bound.MINIMUM, new Threshold(minimum), subject.unit());
        }
        var most = Objects.requireNonNull(maximum, "a rule without a minimum has a maximum");
        return new Limit(Bound.MAXIMUM, new Threshold(most), subject.unit());
    }

    static RuleReport of(RuleResult result) {
        var subject = result.subject();
        var limit = result.limit();
        var threshold = limit.threshold().value();
        var bound = result.bound();
        return new RuleReport(
                subject.evaluation(),
                subject.metric(),
                subject.k(),
                subject.element().id(),
                subject.className(),
                subject.slice(),
                limit.bound() == Bound.MINIMUM ? threshold : null,
                limit.bound() == Bound.MAXIMUM ? threshold : null,
                result.measurement() == null
                        ? null
                        : Numbers.finiteOrNull(result.measurement().value()),
                count(result.measurement()),
                total(result.measurement()),
                bound == null ? null : bound.value(),
                bound == null ? null : bound.interval(),
                result.passed(),
                result.outcome().title(),
                result.message());
    }

    /** The result that this was made of, under the name that its evaluation has where it is shown. */
    RuleResult result(@Nullable String evaluationName, DatasetSummary dataset, String shownMessage) {
        var whole = Subject.of(evaluationName, dataset, metric, k, className);
        var subject = slice == null ? whole : whole.ofSlice(slice);
        var restored = outcome(outcome);
        return new RuleResult(
                subject,
                limit(minimum, maximum, subject),
                restored,
                restored == Outcome.ERROR ? null : measurement(),
                bound == null || interval == null ? null : new ConfidenceBound(bound, interval),
                shownMessage);
    }

    /** A difference, because it can be any share, a negative one as well. */
    private Measurement measurement() {
        return count == null || total == null
                ? new Quantity(value == null ? Double.NaN : value)
                : new Difference(count, total);
    }

    private static @Nullable Integer count(@Nullable Measurement measurement) {
        return measurement instanceof Proportion share
                ? Integer.valueOf(share.count())
                : measurement instanceof Difference difference ? difference.count() : null;
    }

    private static @Nullable Integer total(@Nullable Measurement measurement) {
        return measurement instanceof Proportion share
                ? Integer.valueOf(share.total())
                : measurement instanceof Difference difference ? difference.total() : null;
    }
}
