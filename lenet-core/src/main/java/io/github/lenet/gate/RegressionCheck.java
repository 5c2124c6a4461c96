package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.RuleResult.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a model is worse than its baseline.
 *
 * @param test when it counts as worse
 * @param limit how far its accuracy may fall
 * @param significance probability of calling noise a fall
 */
record RegressionCheck(RegressionTest test, Limit limit, BigDecimal significance) {

    private static final int DECIMALS = 4;
    private static final double LEAST_DISPLAYED = 0.0001;

    /** Never throws: a check that breaks is a check that is not passed. */
    RuleResult check(Comparison comparison) {
        var subject = Subject.of(null, comparison.candidate().dataset(), BaselinePolicy.REGRESSION, null, null);
        try {
            if (comparison.isSameArchive()) {
                return same(subject, comparison);
            }
            return test == RegressionTest.SIGNIFICANT
                    ? significant(subject, comparison)
                    : nonInferior(subject, comparison);
        } catch (RuntimeException e) {
            return RuleResult.error(subject, limit, "could not be measured: " + e);
        }
    }

    /** Passes, because a model is not worse than itself; the sentence says that nothing was shown. */
    private RuleResult same(Subject subject, Comparison comparison) {
        var message = format(
                "%s was not measured, because the baseline %s is the same archive as the model (SHA-256 %s).",
                subject.sentence(),
                comparison.name(),
                comparison.baseline().model().sha256());
        return new RuleResult(subject, limit, Outcome.PASSED, comparison.regression(), null, message);
    }

    private RuleResult significant(Subject subject, Comparison comparison) {
        var admitted = limit.admits(comparison.regression());
        var p = comparison.regressionPValue();
        var noise = p > significance.doubleValue();
        var relation = admitted ? "and the maximum is %s" : noise ? "above the maximum of %s" : "but the maximum is %s";
        var test = admitted
                ? ""
                : format(
                        ", %s: McNemar's exact one-sided test gives p %s against a significance of %s",
                        noise ? "but that can be noise" : "and that is no noise",
                        display(p),
                        significance.stripTrailingZeros().toPlainString());
        return result(subject, comparison, admitted || noise, null, format(relation, limit.displayThreshold()) + test);
    }

    private RuleResult nonInferior(Subject subject, Comparison comparison) {
        var level = BigDecimal.ONE.subtract(significance).doubleValue();
        var upper = new Quantity(comparison.regressionUpperBound(level));
        var improvement = comparison.improvementInterval(level);
        var interval = new ConfidenceInterval(level, improvement.method(), -improvement.upper(), -improvement.lower());
        var passed = limit.admits(upper);
        var relation = format(
                "with an upper confidence bound of %s (%s Bonett-Price, one-sided), %s the maximum is %s",
                limit.display(upper), interval.displayLevel(), passed ? "and" : "but", limit.displayThreshold());
        return result(subject, comparison, passed, new ConfidenceBound(upper.value(), interval), relation);
    }

    private RuleResult result(
            Subject subject, Comparison comparison, boolean passed, @Nullable ConfidenceBound bound, String relation) {
        var regression = comparison.regression();
        var baseline = comparison.baseline();
        var message = format(
                "%s is %s, %s. The baseline %s (%s) has an accuracy of %s; %s images gained, %s lost.",
                subject.sentence(),
                limit.display(regression),
                relation,
                comparison.name(),
                baseline.model().title(),
                limit.display(baseline.accuracy()),
                comparison.gained().size(),
                comparison.lost().size());
        return new RuleResult(subject, limit, passed ? Outcome.PASSED : Outcome.MISSED, regression, bound, message);
    }

    private static String display(double p) {
        return p < LEAST_DISPLAYED ? "< 0.0001" : "= " + new Quantity(p).display(DECIMALS, RoundingMode.CEILING);
    }
}
