package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinePolicyTest {

    private static final BaselinePolicy DEFAULT = BaselinePolicy.of(null, null, null, null, null);

    /** McNemar's p is 0.056 for 30 lost and 18 gained, 0.0010 for 60 and 30, and 0.5 for 1 and 0. */
    @ParameterizedTest
    @CsvSource({
        "18, 30, 0, 0.05, PASSED",
        "18, 30, 0, 0.06, MISSED",
        "30, 60, 0, 0.05, MISSED",
        "30, 60, 0.0029, 5%, MISSED",
        "30, 60, 0.003, 0.05, PASSED",
        "60, 30, 0, 0.05, PASSED",
        "5, 5, 0, 0.05, PASSED",
        "0, 0, 0, 0.05, PASSED",
        "0, 1, 0, 0.05, PASSED",
    })
    void onlyASignificantFallBeyondTheMaximumIsARegression(
            int gained, int lost, String maximum, String significance, Outcome outcome) {
        var policy = BaselinePolicy.of("significant", maximum, significance, null, null);

        assertThat(only(policy.check(Evaluations.comparison(gained, lost, 10_000)))
                        .outcome())
                .isEqualTo(outcome);
    }

    /** The upper bound of the regression is 0.00236 for 30 lost and 18 gained, and 0.00023 without any difference. */
    @ParameterizedTest
    @CsvSource({
        "18, 30, 0.002, MISSED",
        "18, 30, 0.0024, PASSED",
        "0, 0, 0.0002, MISSED",
        "0, 0, 0.0003, PASSED",
        "60, 30, 0.0001, PASSED",
    })
    void inDoubtAModelIsNotNonInferior(int gained, int lost, String maximum, Outcome outcome) {
        var policy = BaselinePolicy.of("non-inferior", maximum, "0.05", null, null);

        assertThat(only(policy.check(Evaluations.comparison(gained, lost, 10_000)))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void saysWhyAFallIsNoNoise() {
        assertThat(only(DEFAULT.check(Evaluations.comparison(30, 60, 10_000))).message())
                .isEqualTo(
                        "regression of the accuracy on mnist test (10000 images) is 0.0030 (30/10000), but the maximum is 0.0000,"
                                + " and that is no noise: McNemar's exact one-sided test gives p = 0.0011 against a significance of"
                                + " 0.05. The baseline io.example:digits:1.0 (lenet5) has an accuracy of 0.9970 (9970/10000);"
                                + " 30 images gained, 60 lost.");
    }

    @Test
    void saysWhyAFallCanBeNoise() {
        assertThat(only(DEFAULT.check(Evaluations.comparison(18, 30, 10_000))).message())
                .contains("is 0.0012 (12/10000), above the maximum of 0.0000, but that can be noise: ")
                .contains(" gives p = 0.0558 against a significance of 0.05.");
    }

    @Test
    void saysThatAGainKeepsToTheMaximum() {
        assertThat(only(DEFAULT.check(Evaluations.comparison(60, 30, 10_000))).message())
                .contains("is -0.0030 (-30/10000), and the maximum is 0.0000. The baseline");
    }

    @Test
    void saysHowFarTheTrueRegressionMayReach() {
        var result = only(BaselinePolicy.of("non-inferior", "0.2%", null, null, null)
                .check(Evaluations.comparison(18, 30, 10_000)));

        assertThat(result.message())
                .contains(
                        "is 0.0012 (12/10000), with an upper confidence bound of 0.0024 (95 % Bonett-Price, one-sided),")
                .contains(" but the maximum is 0.0020.");
        assertThat(result.bound().value()).isBetween(0.00236, 0.00237);
        assertThat(result.bound().interval().level()).isEqualTo(0.95);
        assertThat(result.bound().interval().upper())
                .isGreaterThan(result.bound().value());
    }

    @ParameterizedTest
    @CsvSource({"0.001, PASSED", "0.2%, PASSED", "0.003, MISSED"})
    void demandsAnImprovement(String minimum, Outcome outcome) {
        var results = BaselinePolicy.of(null, null, null, minimum, null).check(Evaluations.comparison(30, 10, 10_000));

        assertThat(results).hasSize(2);
        assertThat(results.get(1).subject().metric()).isEqualTo("improvement");
        assertThat(results.get(1).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0.1%, MISSED", "0.2%, PASSED"})
    void distrustsALargeImprovement(String maximum, Outcome outcome) {
        var results = BaselinePolicy.of(null, null, null, null, maximum).check(Evaluations.comparison(30, 10, 10_000));

        assertThat(results.get(1).outcome()).isEqualTo(outcome);
        assertThat(results.get(1).name()).isEqualTo("maximum improvement of the accuracy on mnist test");
        assertThat(results.get(1).message().contains("test images are among the training images"))
                .isEqualTo(outcome == Outcome.MISSED);
    }

    @ParameterizedTest
    @CsvSource({"significant", "non-inferior"})
    void theSameArchiveIsNoComparison(String test) {
        var policy = BaselinePolicy.of(test, "0.00001", null, "0.001", null);
        var comparison = Evaluations.comparisonWithItself(99, 100);

        var results = policy.check(comparison);

        assertThat(results).extracting(RuleResult::outcome).containsExactly(Outcome.PASSED, Outcome.MISSED);
        assertThat(results.get(0).message())
                .contains(
                        "was not measured, because the baseline io.example:digits:1.0 is the same archive as the model")
                .contains(comparison.candidate().model().sha256());
        assertThat(policy.warnings(comparison))
                .singleElement()
                .asString()
                .contains("the same archive", "nothing was compared");
    }

    @Test
    void warnsWhenTheTestSetIsTooSmall() {
        var policy = BaselinePolicy.of(null, "0.1%", null, null, null);

        // 60 of 10000 images differ: 37094 are needed for a fall of 0.001, but fewer than 10000 for one of 0.002.
        assertThat(policy.warnings(Evaluations.comparison(25, 35, 10_000)))
                .containsExactly("mnist test (10000 images) cannot show reliably that the accuracy fell by 0.0010:"
                        + " with a power of 80 % that takes 37094 images");
        assertThat(BaselinePolicy.of(null, "0.2%", null, null, null).warnings(Evaluations.comparison(25, 35, 10_000)))
                .isEmpty();
        assertThat(DEFAULT.warnings(Evaluations.comparison(25, 35, 10_000))).isEmpty();
    }

    @Test
    void doesNotWarnOfTooFewImagesWhenTheyShowedAFall() {
        var fall = Evaluations.comparison(30, 60, 10_000);

        assertThat(BaselinePolicy.of("significant", "0.1%", null, null, null).warnings(fall))
                .isEmpty();
        assertThat(BaselinePolicy.of("non-inferior", "0.1%", null, null, null).warnings(fall))
                .hasSize(1);
    }

    @Test
    void anExceptionIsAnErrorAndNoPass() {
        var small = Evaluations.comparison(0, 1, 10);
        var tooManyLost = IntStream.range(0, 11).boxed().toList();
        var impossible = new Comparison("last", small.candidate(), small.baseline(), List.of(), tooManyLost);

        assertThat(only(DEFAULT.check(impossible)).outcome()).isEqualTo(Outcome.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "mcnemar | - | - | regressionTest is mcnemar, but is unknown; known are significant, non-inferior",
                "- | 2 | - | maximumRegression is 2, but must be from 0 to 1, or from 0% to 100%; perhaps 2% is meant",
                "- | - | 0 | significance is 0, but must be greater than 0 and below 0.5, such as 0.05 or 5%",
                "- | - | 0.5 | significance is 0.5, but must be greater than 0 and below 0.5, such as 0.05 or 5%",
                "non-inferior | 0 | - | maximumRegression is 0, but must be greater than 0 with the regressionTest"
                        + " non-inferior: no test can show that nothing was lost",
                "non-inferior | - | - | maximumRegression is empty, but must be greater than 0 with the regressionTest"
                        + " non-inferior: no test can show that nothing was lost",
            })
    void refusesWhatCannotBeMeant(String test, String maximum, String significance, String message) {
        assertThatThrownBy(() -> BaselinePolicy.of(test, maximum, significance, null, null))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(message);
    }

    private static RuleResult only(List<RuleResult> results) {
        assertThat(results).hasSize(1);
        assertThat(results.get(0).subject().metric()).isEqualTo("regression");
        return results.get(0);
    }
}
