package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Rule MINIMUM = Rule.minimumAccuracy("0.99");
    private static final Rule MAXIMUM_LOSS = rule("loss", "0.05");

    @Test
    void aMissedMinimumIsSaidInTheSentenceOfTheContract() {
        var verdict = new Verdict(new Gate(List.of(MINIMUM)).check(Evaluations.digits(9_873, 10_000)));

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.failureMessage("target/lenet/report/index.html"))
                .isEqualTo("accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the minimum is 0.9900."
                        + " See target/lenet/report/index.html");
    }

    @Test
    void everyViolationIsSaid() {
        var gate = new Gate(List.of(MINIMUM, rule("errorRate", "5%"), MAXIMUM_LOSS));

        var verdict = new Verdict(gate.check(Evaluations.digits(9_873, 10_000)));

        assertThat(verdict.violations())
                .extracting(result -> result.subject().metric())
                .containsExactly("accuracy", "loss");
        assertThat(verdict.failureMessage("index.html").lines())
                .hasSize(4)
                .startsWith("2 of 3 rules are not met:")
                .anySatisfy(line -> assertThat(line).startsWith("  accuracy on mnist test"))
                .anySatisfy(line -> assertThat(line).startsWith("  loss on mnist test"))
                .endsWith("  See index.html");
    }

    @Test
    void passesWhenEveryRuleIsMet() {
        var verdict = new Verdict(new Gate(List.of(MINIMUM)).check(Evaluations.digits(9_900, 10_000)));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.violations()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> verdict.failureMessage("index.html"));
    }

    @Test
    void aFurtherEvaluationIsNamed() {
        var results = new Gate(List.of(MINIMUM)).check("shifted", Evaluations.digits(9_000, 10_000));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.subject().evaluation()).isEqualTo("shifted");
            assertThat(result.name()).isEqualTo("minimum shifted: accuracy on mnist test");
            assertThat(result.message()).startsWith("shifted: accuracy on mnist test (10000 images) is 0.9000");
        });
    }

    @Test
    void anUnknownClassIsAnErrorBeforeAnythingIsMeasured() {
        var gate = new Gate(new RuleDefinition("rules/rule[1]")
                .metric("recall")
                .element("class")
                .includes(List.of("7", "seven"))
                .minimum("0.9")
                .rules());

        assertThatThrownBy(() -> gate.requireFitting(List.of("6", "7")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("rules/rule[1]/includes is seven, but is unknown; known are 6, 7");
        assertThatThrownBy(() -> gate.check(Evaluations.digits(9, 10))).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void nothingToCheckIsNoPass() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gate(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(List.of()));
    }

    private static Rule rule(String metric, String maximum) {
        return new RuleDefinition("rules/rule[1]")
                .metric(metric)
                .maximum(maximum)
                .rules()
                .get(0);
    }
}
