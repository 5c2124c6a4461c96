package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Limit.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Rule MINIMUM = Rule.minimumAccuracy("0.99");
  private static final Rule MAXIMUM_LOSS = Rule.of("maximum", Metric.LOSS, Bound.MAXIMUM, "0.05");

  @Test
  void aMissedMinimumIsSaidInTheSentenceOfTheContract() {
    var verdict = new Gate(List.of(MINIMUM)).check(Evaluations.digits(9_873, 10_000));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.failureMessage("target/lenet/report/index.html"))
        .isEqualTo(
            "accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the minimum is 0.9900."
                + " See target/lenet/report/index.html");
  }

  @Test
  void everyViolationIsSaid() {
    var errors = Rule.of("maximum", Metric.ERROR_RATE, Bound.MAXIMUM, "5%");

    var verdict = new Gate(List.of(MINIMUM, errors, MAXIMUM_LOSS)).check(Evaluations.digits(9_873, 10_000));

    assertThat(verdict.violations()).extracting(RuleResult::rule).containsExactly(MINIMUM, MAXIMUM_LOSS);
    assertThat(verdict.failureMessage("index.html").lines())
        .hasSize(4)
        .startsWith("2 of 3 rules are not met:")
        .anySatisfy(line -> assertThat(line).startsWith("  accuracy on mnist test"))
        .anySatisfy(line -> assertThat(line).startsWith("  loss on mnist test"))
        .endsWith("See index.html");
  }

  @Test
  void passesWhenEveryRuleIsMet() {
    var verdict = new Gate(List.of(MINIMUM)).check(Evaluations.digits(9_900, 10_000));

    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.violations()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> verdict.failureMessage("index.html"));
  }

  @Test
  void nothingToCheckIsNoPass() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Gate(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(List.of()));
  }
}
