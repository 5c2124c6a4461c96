package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.answer.EvaluationException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final List<String> NAMES = List.of("a", "b");

    @Test
    void comparesImageByImage() throws Exception {
        var labels = new int[] {0, 0, 0, 0, 0};
        var candidate = Evaluations.answers(NAMES, labels, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0);
        var baseline = Evaluations.answers(NAMES, labels, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1);

        var comparison = Comparison.of("last", candidate, baseline);

        assertThat(comparison.gained()).containsExactly(2, 4);
        assertThat(comparison.lost()).containsExactly(1);
        assertThat(comparison.bothCorrect()).isEqualTo(1);
        assertThat(comparison.neitherCorrect()).isEqualTo(1);
        assertThat(comparison.improvement()).isEqualTo(new Difference(1, 5));
        assertThat(comparison.regression()).isEqualTo(new Difference(-1, 5));
    }

    @Test
    void knowsTheSameArchive() {
        assertThat(Evaluations.comparisonWithItself(9, 10).isSameArchive()).isTrue();
        assertThat(Evaluations.comparison(1, 1, 10).isSameArchive()).isFalse();
    }

    /**
     * One-sided exact p-values: half of the two-sided ones in Fagerland, Lydersen and Laake, "The McNemar test for
     * binary matched-pairs data", BMC Medical Research Methodology 13 (2013), for 7 against 1 and 16 against 6; the
     * others from SciPy 1.10, {@code binomtest(lost, lost + gained, 0.5, alternative="greater")}.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 7, 0.03515625",
        "6, 16, 0.026239395",
        "30, 60, 0.001030133",
        "18, 30, 0.055701446",
        "0, 1, 0.5",
    })
    void hasThePublishedPValue(int gained, int lost, double p) {
        assertThat(Evaluations.comparison(gained, lost, 200).regressionPValue()).isCloseTo(p, within(1e-9));
    }

    @Test
    void asManyGainedAsLostSayNothing() {
        assertThat(Evaluations.comparison(5, 5, 100).regressionPValue()).isCloseTo(0.623046875, within(1e-12));
        assertThat(Evaluations.comparison(0, 0, 100).regressionPValue()).isEqualTo(1);
        assertThat(Evaluations.comparison(3, 0, 100).regressionPValue()).isEqualTo(1);
    }

    /**
     * The data of Bentur et al. (2009) and Cavo et al. (2012), the examples of Fagerland, Lydersen and Laake,
     * Statistics in Medicine 33 (2014); the limits computed from the published formula with SciPy 1.10.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 7, 21, 0.95, -0.5083593067, -0.0133798238",
        "6, 16, 161, 0.95, -0.1194988111, -0.0032005754",
        "18, 30, 10000, 0.9, -0.0023624472, -0.0000370729",
        "0, 0, 10000, 0.9, -0.0002325709, 0.0002325709",
    })
    void hasTheIntervalOfBonettAndPrice(int gained, int lost, int total, double level, double lower, double upper) {
        var interval = Evaluations.comparison(gained, lost, total).improvementInterval(level);

        assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
        assertThat(interval.method()).isEqualTo("bonett-price");
    }

    @Test
    void theOneSidedBoundIsTheEndOfAnIntervalThatErrsTwiceAsOften() {
        var comparison = Evaluations.comparison(18, 30, 10_000);

        assertThat(comparison.regressionUpperBound(0.95)).isCloseTo(0.0023624472, within(1e-9));
    }

    @Property(tries = 200)
    void theBoundLiesBetweenTheRegressionAndTheEndOfTheInterval(
            @ForAll @IntRange(max = 100) int gained,
            @ForAll @IntRange(max = 100) int lost,
            @ForAll @DoubleRange(min = 0.9, max = 0.99) double level) {
        var comparison = Evaluations.comparison(gained, lost, 500);
        var bound = comparison.regressionUpperBound(level);

        assertThat(bound).isLessThan(-comparison.improvementInterval(level).lower());
        assertThat(bound).isGreaterThan(comparison.regression().value());
    }

    /** Connor 1987: the example of powerandsamplesize.com, "McNemar's Z-test, 1-sided", needs 23 pairs. */
    @Test
    void needsThePublishedNumberOfImages() {
        assertThat(Comparison.imagesToDetect(0.4, 0.5, 0.05, 0.9)).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 37094", "0.005, 1482", "0.006, 1029"})
    void needsMoreImagesForASmallerFall(double fall, long images) {
        // 60 of 10000 images differ. SciPy 1.10: ceil(((z(0.95) sqrt(0.006) + z(0.8) sqrt(0.006 - fall^2)) / fall)^2).
        assertThat(Evaluations.comparison(20, 40, 10_000).imagesToDetect(fall, 0.05, 0.8))
                .isEqualTo(images);
    }

    @Test
    void modelsThatNeverDifferedMustAtLeastDifferByTheFall() {
        assertThat(Evaluations.comparison(0, 0, 100).imagesToDetect(0.01, 0.05, 0.8))
                .isEqualTo(Comparison.imagesToDetect(0.01, 0.01, 0.05, 0.8));
    }

    @Test
    void refusesAnotherLabelSet() {
        var candidate = Evaluations.answers(NAMES, new int[] {0}, 1, 0);
        var baseline = Evaluations.answers(List.of("a", "c"), new int[] {0}, 1, 0);

        assertThatThrownBy(() -> Comparison.of("last", candidate, baseline))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("the baseline knows the classes [a, c], but the model knows [a, b];"
                        + " choose a baseline for the same classes");
    }

    @Test
    void refusesAnswersToOtherImages() {
        var candidate = Evaluations.answers(NAMES, new int[] {0, 1}, 1, 0, 1, 0);

        for (var others : List.of(new int[] {0}, new int[] {0, 0})) {
            var baseline = Evaluations.answers(NAMES, others, new float[2 * others.length]);
            assertThatThrownBy(() -> Comparison.of("last", candidate, baseline))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageContaining("only answers to the same images can be compared");
        }
    }
}
