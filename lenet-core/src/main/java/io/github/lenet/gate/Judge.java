package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Measurement;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult.Outcome;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares one value with one limit, and describes the result in a sentence.
 *
 * @param subject what is measured
 * @param limit what the value must meet
 * @param confidence how sure that must be, or null if the observed value decides
 * @param images what the images are called that more of could decide: {@code test images}
 */
record Judge(Subject subject, Limit limit, @Nullable Confidence confidence, String images) {

    /** A metric that cannot be computed gives an error, which is no pass; nothing is thrown. */
    RuleResult judge(Supplier<Measurement> measure) {
        try {
            var measurement = measure.get();
            return confidence == null ? byValue(measurement) : byBound((Proportion) measurement, confidence);
        } catch (UnmeasurableException e) {
            return RuleResult.error(subject, limit, e.getMessage());
        } catch (RuntimeException e) {
            return RuleResult.error(subject, limit, "could not be measured: " + e);
        }
    }

    private RuleResult byValue(Measurement measurement) {
        var passed = limit.admits(measurement);
        var message = format(
                "%s is %s, %s the %s is %s.",
                subject.sentence(),
                limit.display(measurement),
                passed ? "and" : "but",
                limit.bound().title(),
                limit.displayThreshold());
        return new RuleResult(subject, limit, passed ? Outcome.PASSED : Outcome.MISSED, measurement, null, message);
    }

    private RuleResult byBound(Proportion share, Confidence required) {
        var minimum = limit.bound() == Bound.MINIMUM;
        var value = new Quantity(minimum ? required.lowerBound(share) : required.upperBound(share));
        var passed = limit.admits(value);
        var interval = required.interval(share);
        var message = format(
                "%s is %s with %s confidence bound of %s (%s, one-sided), %s the %s is %s; the two-sided %s interval is"
                        + " %s.%s",
                subject.sentence(),
                limit.display(share),
                minimum ? "a lower" : "an upper",
                limit.display(value),
                required.display(),
                passed ? "and" : "but",
                limit.bound().title(),
                limit.displayThreshold(),
                interval.displayLevel(),
                range(interval),
                !passed && limit.admits(share) ? advice(share, required) : "");
        return new RuleResult(
                subject,
                limit,
                passed ? Outcome.PASSED : Outcome.MISSED,
                share,
                new ConfidenceBound(value.value(), interval),
                message);
    }

    /** An interval, rounded outwards. */
    String range(ConfidenceInterval interval) {
        return new Quantity(interval.lower()).display(limit.decimals(), RoundingMode.FLOOR)
                + " to "
                + new Quantity(interval.upper()).display(limit.decimals(), RoundingMode.CEILING);
    }

    /** What to do if the observed share meets the limit and only its confidence bound does not. */
    private String advice(Proportion share, Confidence required) {
        var more = new MoreImages(required, limit, share).count();
        return more.isPresent()
                ? " With the same share, about " + more.getAsInt() + " more " + images + " would decide it."
                : " With the same share, no number of " + images + " would decide it.";
    }
}
