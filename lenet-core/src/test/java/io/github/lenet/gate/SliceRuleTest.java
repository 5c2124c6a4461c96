package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceRuleTest {

    /** All 100 images of writer a are right, 90 of 95 of writer b, and none of 5 of writer c. */
    private static final Evaluation WRITERS = Evaluations.sliced(190, 0, 100, 95, 5);

    @Test
    void looksAtEachSlice() {
        var results = check(accuracy().minimum("0.95"));

        assertThat(results)
                .extracting(RuleResult::name)
                .containsExactly(
                        "minimum accuracy of slice writer=a on mnist test",
                        "minimum accuracy of slice writer=b on mnist test",
                        "minimum accuracy of slice writer=c on mnist test");
        assertThat(results)
                .extracting(RuleResult::outcome)
                .containsExactly(Outcome.PASSED, Outcome.MISSED, Outcome.MISSED);
        assertThat(results).extracting(result -> result.subject().element()).containsOnly(Element.SLICE);
    }

    /** Wilson's interval of 90 of 95 is 0.88265 to 0.97731. */
    @Test
    void saysHowManyImagesItHasAndWhatTheWholeGave() {
        assertThat(check(accuracy().minimum("0.95")).get(1).message())
                .isEqualTo(
                        "accuracy of slice writer=b on mnist test (200 images) is 0.9473 (90/95), but the minimum is 0.9500."
                                + " The slice has 95 images and a 95 % Wilson interval of 0.8826 to 0.9774; all 200 have 0.9500"
                                + " (190/200).");
        assertThat(check(errorRate().maximum("0.1")).get(0).message())
                .isEqualTo(
                        "error rate of slice writer=a on mnist test (200 images) is 0.0000 (0/100), and the maximum is"
                                + " 0.1000. The slice has 100 images and a 95 % Wilson interval of 0.0000 to 0.0370; all 200 have"
                                + " 0.0500 (10/200).");
    }

    @Test
    void withAConfidenceTheBoundDecides() {
        var result = check(accuracy().minimum("0.9").confidence("0.95")).get(1);

        assertThat(result.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(result.bound().interval().lower()).isBetween(0.88, 0.89);
        assertThat(result.message())
                .contains("is 0.9473 (90/95) with a lower confidence bound of 0.89")
                .containsPattern("With the same share, about \\d+ more images of slice writer=b would decide it\\."
                        + " The slice has 95 images; all 200 have 0.9500 \\(190/200\\)\\.$");
    }

    /** Of the slices that miss, writer b has 95 images and writer c has 5. */
    @ParameterizedTest
    @CsvSource({"5, MISSED, MISSED", "6, MISSED, WARNED", "95, MISSED, WARNED", "96, WARNED, WARNED"})
    void aSliceOfTooFewImagesOnlyWarns(String minimumImages, Outcome ofB, Outcome ofC) {
        var results = check(accuracy().minimum("0.95").minimumImages(minimumImages));

        assertThat(results).extracting(RuleResult::outcome).containsExactly(Outcome.PASSED, ofB, ofC);
        assertThat(new Verdict(results).passed()).isEqualTo(ofB == Outcome.WARNED);
        assertThat(results.get(2).passed()).isEqualTo(ofC == Outcome.WARNED);
        if (ofC == Outcome.WARNED) {
            assertThat(results.get(2).message())
                    .endsWith(" all 200 have 0.9500 (190/200). Below " + minimumImages
                            + " images that is only a warning.");
        }
    }

    @Test
    void warnsOfSlicesThatWouldFail() {
        assertThat(Coverage.tooFewImages(check(accuracy().minimum("0.95").minimumImages("6"))))
                .containsExactly(
                        "1 slice misses a limit, which is only a warning below the <minimumImages> of the rule:"
                                + " accuracy of slice writer=c");
        assertThat(Coverage.tooFewImages(check(accuracy().minimum("0.95").minimumImages("96"))))
                .containsExactly("2 slices miss a limit, which is only a warning below the <minimumImages> of the rule:"
                        + " accuracy of slice writer=b, accuracy of slice writer=c");
        assertThat(Coverage.tooFewImages(check(accuracy().minimum("0.95")))).isEmpty();
    }

    @Test
    void warnsOfImagesInNoSlice() {
        assertThat(Coverage.warnings(WRITERS, List.of())).isEmpty();
        assertThat(Coverage.warnings(Evaluations.sliced(10, 1, 9), List.of()))
                .containsExactly(
                        "slices.csv has no row for 1 of the images of mnist test (10 images), so no slice holds it");
        assertThat(Coverage.warnings(Evaluations.sliced(10, 4, 16), List.of()))
                .containsExactly(
                        "slices.csv has no row for 4 of the images of mnist test (20 images), so no slice holds them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "writer=b |          | b",
                "writer=* |          | a b c",
                "*        | writer=b | a c",
                "*=a, *c  | *=c      | a",
                "         | w*r=*    | ",
            })
    void looksAtTheChosenSlices(String includes, String excludes, String chosen) {
        var rule = rule(accuracy().minimum("0").includes(list(includes)).excludes(list(excludes)));

        if (chosen == null) {
            assertThatThrownBy(() -> rule.check(null, WRITERS))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessage("rules/rule[1]/excludes is w*r=*, but must leave at least one slice to check");
        } else {
            assertThat(rule.check(null, WRITERS))
                    .extracting(result -> result.subject().slice())
                    .containsExactly(Arrays.stream(chosen.split(" "))
                            .map("writer="::concat)
                            .toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @CsvSource({"writer=d", "camera=*", "writer", "writer=[ab]", "Writer=a", "writer=.*"})
    void refusesANameOfNoSlice(String include) {
        var rule = rule(accuracy().minimum("0").includes(List.of(include)));

        for (var attempt : List.<Runnable>of(
                () -> rule.requireSlices(List.of("writer=a", "writer=b")), () -> rule.check(null, WRITERS))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageStartingWith(
                            "rules/rule[1]/includes is " + include + ", but is no slice; known are writer=a, writer=b");
        }
    }

    @Test
    void needsSlices() {
        var rule = rule(accuracy().minimum("0"));

        assertThatThrownBy(() -> rule.check(null, Evaluations.digits(9, 10)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "rules/rule[1]/element is slice, but there are no slices here: only the test images of the goal"
                                + " itself can have some, which the CSV file in <slices> names");
        assertThatThrownBy(() -> rule.requireSlices(List.of())).isInstanceOf(InvalidParameterException.class);
        Rule.minimumAccuracy("0.9").requireSlices(List.of());
    }

    private static RuleDefinition accuracy() {
        return new RuleDefinition("rules/rule[1]").metric("accuracy").element("slice");
    }

    private static RuleDefinition errorRate() {
        return new RuleDefinition("rules/rule[1]").metric("errorRate").element("slice");
    }

    private static Rule rule(RuleDefinition definition) {
        return definition.rules().get(0);
    }

    private static List<RuleResult> check(RuleDefinition definition) {
        return rule(definition).check(null, WRITERS);
    }

    private static List<String> list(String names) {
        return names == null ? List.of() : List.of(names.split(", "));
    }
}
