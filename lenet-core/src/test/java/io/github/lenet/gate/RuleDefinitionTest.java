package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.IntervalMethod;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleDefinitionTest {

    private static final String KNOWN_METRICS =
            "accuracy, errorRate, loss, precision, recall, f1, topKAccuracy, expectedCalibrationError, modelSize, parameters,"
                    + " images";

    @ParameterizedTest
    @EnumSource
    void everyMetricHasARule(Metric metric) {
        var k = metric == Metric.TOP_K_ACCURACY ? "3" : null;

        assertThat(define(metric.id()).k(k).maximum("1").rules())
                .singleElement()
                .extracting(Rule::metric)
                .isEqualTo(metric);
    }

    @Test
    void aMinimumAndAMaximumAreTwoRules() {
        var rules = define(" recall ")
                .element(" class ")
                .minimum("97%")
                .maximum("0.999")
                .rules();

        assertThat(rules).extracting(rule -> rule.limit().bound()).containsExactly(Bound.MINIMUM, Bound.MAXIMUM);
        assertThat(rules).extracting(Rule::element).containsOnly(Element.CLASS);
        assertThat(rules.get(0).limit().threshold().value()).isEqualByComparingTo("0.97");
        assertThat(rules.get(0).confidence()).isEmpty();
    }

    @Test
    void readsTheConfidence() {
        assertThat(define("accuracy")
                        .minimum("0.9")
                        .confidence("99%")
                        .rules()
                        .get(0)
                        .confidence())
                .contains(new Confidence(0.99, IntervalMethod.WILSON));
        assertThat(define("accuracy")
                        .minimum("0.9")
                        .confidence("0.95")
                        .confidenceMethod("clopper-pearson")
                        .rules()
                        .get(0)
                        .confidence())
                .contains(new Confidence(0.95, IntervalMethod.CLOPPER_PEARSON));
    }

    @Test
    void anUnknownMetricListsTheKnownOnes() {
        refuses(
                define("accurracy").minimum("0.9"),
                "metric is accurracy, but is unknown, perhaps you mean accuracy; known are " + KNOWN_METRICS);
    }

    @Test
    void aMissingPartIsNamed() {
        refuses(define(null).minimum("0.9"), "metric is empty, but must name what to measure: " + KNOWN_METRICS);
        refuses(define("accuracy"), "minimum is empty, but the rule must have a <minimum> or a <maximum>");
        refuses(define("topKAccuracy").minimum("0.9"), "k is empty, but must say how many answers count");
    }

    @Test
    void whatHasNoEffectIsRefused() {
        var onlyParts = ", but has an effect only with <element>class</element> or <element>slice</element>";
        refuses(define("recall").includes(List.of("1", "2")).minimum("0.9"), "includes is 1, 2" + onlyParts);
        refuses(define("recall").excludes(List.of("1")).minimum("0.9"), "excludes is 1" + onlyParts);
        refuses(
                define("accuracy").k("3").minimum("0.9"),
                "k is 3, but has an effect only with the metric topKAccuracy");
        refuses(
                define("accuracy").confidenceMethod("wilson").minimum("0.9"),
                "confidenceMethod is wilson, but has an effect only with a <confidence>");
        refuses(
                define("recall").element("class").minimumImages("30").minimum("0.9"),
                "minimumImages is 30, but has an effect only with <element>slice</element>");
    }

    @ParameterizedTest
    @CsvSource({"loss, model", "f1, class", "recall, model", "expectedCalibrationError, model", "modelSize, model"})
    void aConfidenceNeedsAShareOfImages(String metric, String element) {
        refuses(
                define(metric).element(element).confidence("0.95").minimum("0.9"),
                "confidence is 0.95, but only a share of images has a confidence bound:"
                        + " accuracy, errorRate, topKAccuracy, and with <element>class</element> precision and recall");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | must be greater than 0.5 and below 1, such as 0.95",
                "100% | must be greater than 0.5 and below 1, such as 0.95",
                "95 | must be greater than 0.5 and below 1, such as 0.95",
                "high | must be a decimal number such as 0.985 or 98.5%",
            })
    void refusesAConfidenceThatIsNone(String confidence, String reason) {
        refuses(
                define("accuracy").confidence(confidence).minimum("0.9"),
                "confidence is " + confidence + ", but " + reason);
    }

    @Test
    void refusesWhatIsUnknown() {
        refuses(
                define("accuracy").confidence("0.95").confidenceMethod("wald").minimum("0.9"),
                "confidenceMethod is wald, but is unknown; known are wilson, clopper-pearson");
        refuses(
                define("accuracy").element("class").minimum("0.9"),
                "element is class, but must be model or slice for the metric accuracy");
        refuses(
                define("recall").element("digit").minimum("0.9"),
                "element is digit, but must be model or class for the metric recall");
        refuses(
                define("recall").element("slice").minimum("0.9"),
                "element is slice, but must be model or class for the metric recall");
        refuses(
                define("loss").element("slice").maximum("0.9"),
                "element is slice, but must be model for the metric loss");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "many", "99999999999"})
    void refusesAKThatCountsNothing(String k) {
        refuses(define("topKAccuracy").k(k).minimum("0.9"), "k is " + k + ", but must be a whole number of at least 1");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "few", "99999999999"})
    void refusesANumberOfImagesThatNoSliceCanHave(String images) {
        refuses(
                define("accuracy").element("slice").minimumImages(images).minimum("0.9"),
                "minimumImages is " + images + ", but must be a whole number of at least 1");
    }

    @Test
    void refusesAKThatCountsEverything() {
        var rule = define("topKAccuracy").k("2").minimum("0.9").rules().get(0);

        rule.requireFitting(List.of("a", "b", "c"));
        assertThatThrownBy(() -> rule.requireFitting(List.of("a", "b")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "rules/rule[2]/k is 2, but must be below the number of classes, which is 2: no answer could be wrong");
    }

    @Test
    void refusesAFilterThatLeavesNothing() {
        var rule = define("recall")
                .element("class")
                .includes(List.of("a"))
                .excludes(List.of("a"))
                .minimum("0.9")
                .rules()
                .get(0);

        assertThatThrownBy(() -> rule.requireFitting(List.of("a", "b")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("rules/rule[2]/excludes is a, but must leave at least one class to check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accuracy | 1.01 | must be from 0 to 1, or from 0% to 100%; perhaps 1.01% is meant",
                "accuracy | 99 | must be from 0 to 1, or from 0% to 100%; perhaps 99% is meant",
                "accuracy | 101 | must be from 0 to 1, or from 0% to 100%",
                "accuracy | 100.1% | must be from 0 to 1, or from 0% to 100%",
                "accuracy | -0.1 | must be from 0 to 1, or from 0% to 100%",
                "loss | -1 | a limit of the loss must be a plain number of at least 0, such as 0.05",
                "loss | 5% | a limit of the loss must be a plain number of at least 0, such as 0.05",
                "modelSize | 5% | a limit of the model size must be a plain number of at least 0, such as 200000",
            })
    void refusesALimitOutsideOfItsRange(String metric, String text, String reason) {
        refuses(define(metric).maximum(text), "maximum is " + text + ", but " + reason);
    }

    @Test
    void theShortcutNamesItsOwnParameter() {
        assertThatThrownBy(() -> Rule.minimumAccuracy("99"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("minimumAccuracy is 99, but must be from 0 to 1, or from 0% to 100%; perhaps 99% is meant");
    }

    private static RuleDefinition define(String metric) {
        return new RuleDefinition("rules/rule[2]").metric(metric);
    }

    private static void refuses(RuleDefinition definition, String message) {
        assertThatThrownBy(definition::rules)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("rules/rule[2]/" + message);
    }
}
