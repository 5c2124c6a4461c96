package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {

    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
     * Statistics in Medicine 17 (1998), table I: methods 3 (score) and 5 (exact).
     */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 81, 263, 0.2553, 0.3662",
        "WILSON, 15, 148, 0.0624, 0.1605",
        "WILSON, 0, 20, 0.0000, 0.1611",
        "WILSON, 1, 29, 0.0061, 0.1718",
        "CLOPPER_PEARSON, 81, 263, 0.2527, 0.3676",
        "CLOPPER_PEARSON, 15, 148, 0.0578, 0.1617",
        "CLOPPER_PEARSON, 0, 20, 0.0000, 0.1684",
        "CLOPPER_PEARSON, 1, 29, 0.0009, 0.1776",
    })
    void hasThePublishedInterval(IntervalMethod method, int count, int total, double lower, double upper) {
        var interval = new Confidence(0.95, method).interval(new Proportion(count, total));

        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
        assertThat(interval.method()).isEqualTo(method.id());
        assertThat(interval.level()).isEqualTo(0.95);
    }

    /**
     * Lower and upper bound at 95 %, from SciPy 1.10: {@code binomtest(x, n, alternative="greater" or "less")
     * .proportion_ci(0.95, "wilson" or "exact")}.
     */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 9899, 10000, 0.9881176954, 0.9914172872",
        "WILSON, 0, 500, 0, 0.0053819646",
        "WILSON, 1, 500, 0.0004463110, 0.0089141258",
        "WILSON, 499, 500, 0.9910858742, 0.9995536890",
        "WILSON, 500, 500, 0.9946180354, 1",
        "WILSON, 9999, 10000, 0.9995518825, 0.9999776905",
        "WILSON, 0, 1, 0, 0.7301340512",
        "WILSON, 1, 1, 0.2698659488, 1",
        "CLOPPER_PEARSON, 9899, 10000, 0.9880947398, 0.9914879107",
        "CLOPPER_PEARSON, 0, 500, 0, 0.0059735515",
        "CLOPPER_PEARSON, 1, 500, 0.0001025813, 0.0094522822",
        "CLOPPER_PEARSON, 499, 500, 0.9905477178, 0.9998974187",
        "CLOPPER_PEARSON, 500, 500, 0.9940264485, 1",
        "CLOPPER_PEARSON, 9999, 10000, 0.9995257023, 0.9999948707",
        "CLOPPER_PEARSON, 0, 1, 0, 0.95",
        "CLOPPER_PEARSON, 1, 1, 0.05, 1",
    })
    void hasTheOneSidedBounds(IntervalMethod method, int count, int total, double lower, double upper) {
        var confidence = new Confidence(0.95, method);

        assertThat(confidence.lowerBound(new Proportion(count, total))).isCloseTo(lower, within(1e-9));
        assertThat(confidence.upperBound(new Proportion(count, total))).isCloseTo(upper, within(1e-9));
    }

    @Property
    void theBoundsLieInsideTheIntervalAroundTheShare(
            @ForAll IntervalMethod method,
            @ForAll @DoubleRange(min = 0.51, max = 0.99) double level,
            @ForAll @IntRange(min = 1, max = 1_000_000) int total,
            @ForAll @IntRange int part) {
        var share = new Proportion(part % (total + 1), total);
        var confidence = new Confidence(level, method);
        var interval = confidence.interval(share);

        assertThat(interval.lower()).isBetween(0.0, confidence.lowerBound(share));
        assertThat(confidence.lowerBound(share)).isLessThanOrEqualTo(share.value());
        assertThat(confidence.upperBound(share)).isBetween(share.value(), interval.upper());
        assertThat(interval.upper()).isLessThanOrEqualTo(1);
    }

    @Property
    void theBoundsRiseWithTheCount(
            @ForAll IntervalMethod method,
            @ForAll @IntRange(min = 1, max = 100_000) int total,
            @ForAll @IntRange int part) {
        var confidence = new Confidence(0.95, method);
        var count = part % total;
        var share = new Proportion(count, total);
        var better = new Proportion(count + 1, total);

        assertThat(confidence.lowerBound(better)).isGreaterThan(confidence.lowerBound(share));
        assertThat(confidence.upperBound(better)).isGreaterThan(confidence.upperBound(share));
    }

    @Property
    void theIntervalOfTheOthersIsItsMirror(
            @ForAll IntervalMethod method,
            @ForAll @IntRange(min = 1, max = 1_000_000) int total,
            @ForAll @IntRange int part) {
        var confidence = new Confidence(0.95, method);
        var share = new Proportion(part % (total + 1), total);
        var interval = confidence.interval(share);
        var mirror = confidence.interval(share.complement());

        assertThat(interval.lower()).isCloseTo(1 - mirror.upper(), within(1e-9));
        assertThat(interval.upper()).isCloseTo(1 - mirror.lower(), within(1e-9));
    }

    @Property(tries = 100)
    void anExactBoundIsRightAtLeastAsOftenAsItPromises(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double truth,
            @ForAll @IntRange(min = 1, max = 300) int total) {
        assertThat(coverage(IntervalMethod.CLOPPER_PEARSON, truth, total)).isGreaterThanOrEqualTo(0.95 - 1e-9);
    }

    @Example
    void aWilsonBoundIsRightAsOftenAsItPromisesOnAverage() {
        var sum = 0D;
        for (var thousandths = 900; thousandths < 1_000; thousandths++) {
            sum += coverage(IntervalMethod.WILSON, thousandths / 1_000.0, 2_000);
        }

        assertThat(sum / 100).isCloseTo(0.95, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, -1, 95, Double.NaN})
    void refusesALevelThatIsNone(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Confidence(level, IntervalMethod.WILSON))
                .withMessageContaining("greater than 0.5 and below 1, not " + level);
    }

    @ParameterizedTest
    @EnumSource
    void aMethodIsFoundByItsName(IntervalMethod method) {
        assertThat(IntervalMethod.named("confidenceMethod", " " + method.id() + " "))
                .isEqualTo(method);
    }

    /** How likely the lower bound is below the true share, summed over every count that can be observed. */
    private static double coverage(IntervalMethod method, double truth, int total) {
        var confidence = new Confidence(0.95, method);
        var counts = BinomialDistribution.of(total, truth);
        var covered = 0D;
        for (var count = 0; count <= total; count++) {
            if (confidence.lowerBound(new Proportion(count, total)) <= truth) {
                covered += counts.probability(count);
            }
        }
        return covered;
    }
}
