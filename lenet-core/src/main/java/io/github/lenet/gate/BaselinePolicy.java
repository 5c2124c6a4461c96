package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Comparison;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.parameter.InvalidParameterException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits for a model that is compared with its baseline. Immutable.
 *
 * <p>The values in a {@link RuleResult} are differences of accuracies: {@code regression} how far it fell,
 * {@code improvement} how far it rose.
 */
public final class BaselinePolicy {

    /** Metric of the result that says whether the model is worse than its baseline. */
    public static final String REGRESSION = "regression";

    /** Metric of the results that say whether it is as much better as it must and may be. */
    public static final String IMPROVEMENT = "improvement";

    /** All metrics of a comparison with a baseline. */
    public static final List<String> METRICS = List.of(REGRESSION, IMPROVEMENT);

    /** Probability of noticing a fall that a test set should give, as is usual in the planning of studies. */
    private static final double POWER = 0.8;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final RegressionTest regressionTest;
    private final Limit maximumRegression;
    private final BigDecimal significance;
    private final List<Limit> improvements;

    private BaselinePolicy(
            RegressionTest regressionTest, Limit maximumRegression, BigDecimal significance, List<Limit> improvements) {
        this.regressionTest = regressionTest;
        this.maximumRegression = maximumRegression;
        this.significance = significance;
        this.improvements = improvements;
    }

    /**
     * Reads a policy from the parameters of a POM, which the errors name.
     *
     * @param regressionTest "significant" or "non-inferior"; null for "significant"
     * @param maximumRegression how far the accuracy may fall, from 0 to 1 or in per cent; null for 0. A non-inferior
     *     model needs more than 0
     * @param significance probability of calling noise a fall, greater than 0 and below 0.5, or in per cent; null for
     *     0.05
     * @param minimumImprovement how far the accuracy must rise, from 0 to 1 or in per cent; null for no such rule
     * @param maximumImprovement how far it can rise before a mistake is more likely, such as test images among the
     *     training images, from 0 to 1 or in per cent; null for no such rule
     * @return the policy
     * @throws InvalidParameterException if a value is unknown or out of its range
     */
    public static BaselinePolicy of(
            @Nullable String regressionTest,
            @Nullable String maximumRegression,
            @Nullable String significance,
            @Nullable String minimumImprovement,
            @Nullable String maximumImprovement) {
        var test = regressionTest == null
                ? RegressionTest.SIGNIFICANT
                : RegressionTest.named("regressionTest", regressionTest);
        var fall = share("maximumRegression", Bound.MAXIMUM, maximumRegression == null ? "0" : maximumRegression);
        if (test == RegressionTest.NON_INFERIOR && fall.threshold().value().signum() == 0) {
            throw new InvalidParameterException(
                    "maximumRegression",
                    maximumRegression == null ? "" : maximumRegression,
                    "must be greater than 0 with the regressionTest non-inferior: no test can show that nothing was lost");
        }
        var improvements = new ArrayList<Limit>();
        if (minimumImprovement != null) {
            improvements.add(share("minimumImprovement", Bound.MINIMUM, minimumImprovement));
        }
        if (maximumImprovement != null) {
            improvements.add(share("maximumImprovement", Bound.MAXIMUM, maximumImprovement));
        }
        return new BaselinePolicy(
                test, fall, significance(significance == null ? "0.05" : significance), List.copyOf(improvements));
    }

    private static Limit share(String parameter, Bound bound, String text) {
        return new Limit(bound, LimitText.share(parameter, text), Unit.SHARE);
    }

    private static BigDecimal significance(String text) {
        var value = Threshold.parse("significance", text).value();
        if (value.signum() <= 0 || value.compareTo(HALF) >= 0) {
            throw new InvalidParameterException(
                    "significance", text, "must be greater than 0 and below 0.5, such as 0.05 or 5%");
        }
        return value;
    }

    /**
     * Checks a model against this policy. A check that cannot be made is not passed; it throws no exception.
     *
     * @param comparison the model compared with its baseline
     * @return a result for the regression, and one for each limit of the improvement
     */
    public List<RuleResult> check(Comparison comparison) {
        var results = new ArrayList<RuleResult>();
        results.add(regression(comparison));
        var subject = Subject.of(null, comparison.candidate().dataset(), IMPROVEMENT, null, null);
        for (var limit : improvements) {
            var result = new Judge(subject, limit, null, "").judge(comparison::improvement);
            results.add(
                    limit.bound() == Bound.MAXIMUM && result.outcome() == Outcome.MISSED ? suspicious(result) : result);
        }
        return List.copyOf(results);
    }

    private RuleResult regression(Comparison comparison) {
        return new RegressionCheck(regressionTest, maximumRegression, significance).check(comparison);
    }

    /** Adds a possible cause to the message about a gain that is too large. */
    private static RuleResult suspicious(RuleResult result) {
        return new RuleResult(
                result.subject(),
                result.limit(),
                result.outcome(),
                result.measurement(),
                result.bound(),
                result.message() + " So large a gain can mean that test images are among the training images.");
    }

    /**
     * What a reader of the results must know: that both sides are the same file, or that no fall was shown but the test
     * set is too small to notice one of {@code maximumRegression} in four of five cases.
     *
     * @param comparison the model compared with its baseline
     * @return sentences; empty if there is nothing to say
     */
    public List<String> warnings(Comparison comparison) {
        if (comparison.isSameArchive()) {
            return List.of(format(
                    "the baseline %s is the same archive as the model (SHA-256 %s), so nothing was compared",
                    comparison.name(), comparison.baseline().model().sha256()));
        }
        return tooFewImages(comparison).stream().toList();
    }

    private Optional<String> tooFewImages(Comparison comparison) {
        var fall = maximumRegression.threshold().value().doubleValue();
        var shown = regressionTest == RegressionTest.SIGNIFICANT
                && !regression(comparison).passed();
        if (fall == 0 || shown) {
            return Optional.empty();
        }
        var images = comparison.candidate().accuracy().total();
        var needed = comparison.imagesToDetect(fall, significance.doubleValue(), POWER);
        return needed <= images
                ? Optional.empty()
                : Optional.of(format(
                        "%s cannot show reliably that the accuracy fell by %s: with a power of 80 %% that takes %s images",
                        comparison.candidate().dataset().describe(), maximumRegression.displayThreshold(), needed));
    }
}
