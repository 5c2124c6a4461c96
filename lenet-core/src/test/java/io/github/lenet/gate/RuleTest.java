package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    private static final Evaluation GOOD = Evaluations.digits(9_899, 10_000);

    /** Two a of three are found, and both b; one a is taken for b. Of c there is no image, and it is never answered. */
    private static final Evaluation LETTERS = Evaluations.of(
            List.of("a", "b", "c"),
            new int[] {0, 0, 0, 1, 1},
            0.9f,
            0.1f,
            0,
            0.9f,
            0.1f,
            0,
            0.4f,
            0.6f,
            0,
            0.1f,
            0.9f,
            0,
            0.1f,
            0.9f,
            0);

    @ParameterizedTest
    @CsvSource({"0.99, MISSED", "99%, MISSED", "0.9899, PASSED", "98.99%, PASSED", "0, PASSED", "1, MISSED"})
    void comparesTheAccuracyExactly(String minimum, Outcome outcome) {
        assertThat(check(Rule.minimumAccuracy(minimum), GOOD).outcome()).isEqualTo(outcome);
    }

    @Test
    void allButOneOfFiveHundredAreNotAll() {
        assertThat(check(Rule.minimumAccuracy("100%"), Evaluations.digits(499, 500))
                        .outcome())
                .isEqualTo(Outcome.MISSED);
        assertThat(check(Rule.minimumAccuracy("100%"), Evaluations.digits(500, 500))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "errorRate, 0.0101, PASSED",
        "errorRate, 1.01%, PASSED",
        "errorRate, 0.01, MISSED",
        "parameters, 44426, PASSED",
        "parameters, 44425, MISSED",
        "modelSize, 178912, PASSED",
        "modelSize, 178911, MISSED",
        "images, 10000, PASSED",
        "images, 9999, MISSED",
        "expectedCalibrationError, 0.09, PASSED",
        "expectedCalibrationError, 8.9%, MISSED",
    })
    void comparesEveryOtherMetricWithItsMaximum(String metric, String maximum, Outcome outcome) {
        assertThat(check(define(metric).maximum(maximum), GOOD).outcome()).isEqualTo(outcome);
    }

    @Test
    void aTopKAccuracyCountsTheTrueClassesAmongTheBest() {
        // Every wrong answer of the digits has the true class in the second place.
        assertThat(check(define("topKAccuracy").k("2").minimum("1"), GOOD).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(check(define("topKAccuracy").k("1").minimum("1"), GOOD).message())
                .isEqualTo(
                        "top-1 accuracy on mnist test (10000 images) is 0.9899 (9899/10000), but the minimum is 1.0000.");
    }

    @Test
    void saysWhatPassed() {
        assertThat(check(Rule.minimumAccuracy("0.98"), GOOD).message())
                .isEqualTo("accuracy on mnist test (10000 images) is 0.9899 (9899/10000), and the minimum is 0.9800.");
    }

    @Test
    void aPropertyOfTheModelNamesNoDataSet() {
        assertThat(check(define("modelSize").maximum("100000"), GOOD).message())
                .isEqualTo("model size is 178912 bytes, but the maximum is 100000 bytes.");
    }

    @Test
    void theNumberOfImagesNamesTheirDataSet() {
        assertThat(check(define("images").minimum("10001"), GOOD).message())
                .isEqualTo("number of images on mnist test (10000 images) is 10000, but the minimum is 10001.");
    }

    @Test
    void looksAtEachChosenClass() {
        var rule = define("recall")
                .element("class")
                .includes(List.of("a", "b"))
                .minimum("0.7")
                .rules()
                .get(0);

        var results = rule.check(null, LETTERS);

        assertThat(results).extracting(RuleResult::outcome).containsExactly(Outcome.MISSED, Outcome.PASSED);
        assertThat(results).extracting(result -> result.subject().className()).containsExactly("a", "b");
        assertThat(results.get(0).message())
                .isEqualTo("recall of class a on mnist test (5 images) is 0.6666 (2/3), but the minimum is 0.7000.");
    }

    @Test
    void leavesOutTheExcludedClasses() {
        var rule = define("precision")
                .element("class")
                .excludes(List.of("a", "c"))
                .minimum("0.6")
                .rules()
                .get(0);

        assertThat(rule.check(null, LETTERS))
                .singleElement()
                .extracting(RuleResult::measurement)
                .isEqualTo(new Proportion(2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recall", "precision", "f1"})
    void aClassWithoutImagesIsAnErrorAndNoPass(String metric) {
        // Nothing of c, with and without an answer c.
        for (var answer : List.of(0f, 0.9f)) {
            var evaluation =
                    Evaluations.of(List.of("a", "b", "c"), new int[] {0, 1, 1}, 1, 0, 0, 0, 1, 0, 0, 0.1f, answer);
            for (var definition :
                    List.of(define(metric).minimum("0"), define(metric).maximum("1"))) {
                assertThat(definition
                                .element("class")
                                .rules()
                                .get(0)
                                .check(null, evaluation)
                                .get(2)
                                .message())
                        .endsWith("of class c on mnist test (3 images) is undefined: there is no image of class c.");
                assertThat(check(definition.element("model"), evaluation).outcome())
                        .isEqualTo(Outcome.ERROR);
            }
        }
    }

    @Test
    void aShareOfNothingIsAnErrorAndNoPass() {
        var evaluation = Evaluations.of(List.of("a", "b"), new int[] {0, 1}, 1, 0, 1, 0);
        var reason = "no image was answered with class b";
        var ofClass = define("precision")
                .element("class")
                .minimum("0")
                .rules()
                .get(0)
                .check(null, evaluation)
                .get(1);
        var ofModel = check(define("precision").minimum("0"), evaluation);

        assertThat(List.of(ofClass, ofModel)).extracting(RuleResult::outcome).containsOnly(Outcome.ERROR);
        assertThat(ofClass.message()).endsWith("of class b on mnist test (2 images) is undefined: " + reason + ".");
        assertThat(ofModel.message())
                .startsWith("macro-averaged ")
                .endsWith(" on mnist test (2 images) is undefined: " + reason + ".");
    }

    @Test
    void ofTheModelTheMeanOverTheClassesCounts() {
        var evaluation = Evaluations.of(List.of("a", "b"), new int[] {0, 0, 0, 1}, 1, 0, 1, 0, 0, 1, 0, 1);

        assertThat(check(define("recall").minimum("0.84"), evaluation).message())
                .isEqualTo("macro-averaged recall on mnist test (4 images) is 0.8333, but the minimum is 0.8400.");
        assertThat(check(define("precision").minimum("0.75"), evaluation).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void aLossThatIsNotANumberMissesEveryLimit(Bound bound) {
        var broken = Evaluations.of(List.of("a", "b"), new int[] {0}, Float.NaN, Float.NaN);
        var loss = define("loss");

        var result = check(bound == Bound.MINIMUM ? loss.minimum("0") : loss.maximum("0"), broken);

        assertThat(result.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(result.message())
                .isEqualTo("loss on mnist test (1 image) is not a number, but the " + bound.title() + " is 0.0000.");
    }

    @ParameterizedTest
    @CsvSource({
        "loss, 'loss on labels.csv (200 images) is unknown: new.csv gives classes without probabilities.'",
        "expectedCalibrationError,"
                + " 'expected calibration error on labels.csv (200 images) is unknown: new.csv gives classes without"
                + " probabilities.'",
        "modelSize, 'model size is unknown: new.csv does not tell it.'",
        "parameters, 'number of parameters is unknown: new.csv does not tell it.'"
    })
    void whatTheAnswersCannotTellIsAnErrorAndNoPass(String metric, String message) {
        var evaluation = Evaluation.of(Evaluations.classesAlone("new.csv", 180, 200));

        for (var definition :
                List.of(define(metric).minimum("0"), define(metric).maximum("1"))) {
            var result = check(definition, evaluation);

            assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(result.message()).isEqualTo(message);
        }
    }

    @Test
    void withoutProbabilitiesOnlyTheAnswerItselfCounts() {
        var evaluation = Evaluation.of(Evaluations.classesAlone("new.csv", 180, 200));

        assertThat(check(define("topKAccuracy").k("1").minimum("0.9"), evaluation)
                        .passed())
                .isTrue();
        assertThat(check(define("topKAccuracy").k("2").minimum("0"), evaluation).message())
                .startsWith("top-2 accuracy on labels.csv (200 images) is unknown: ");
    }

    private static RuleDefinition define(String metric) {
        return new RuleDefinition("rules/rule[1]").metric(metric);
    }

    private static RuleResult check(RuleDefinition definition, Evaluation evaluation) {
        return check(definition.rules().get(0), evaluation);
    }

    private static RuleResult check(Rule rule, Evaluation evaluation) {
        var results = rule.check(null, evaluation);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    @Test
    void takesANameHoweverItsLettersAreComposed() {
        var rule = define("recall")
                .element("class")
                .includes(List.of("gru\u0308n"))
                .minimum("0.7")
                .rules()
                .get(0);

        assertThatCode(() -> rule.requireFitting(List.of("gr\u00fcn", "rot"))).doesNotThrowAnyException();
    }
}
