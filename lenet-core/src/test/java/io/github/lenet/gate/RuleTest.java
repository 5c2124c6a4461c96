package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.model.InvalidParameterException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {

  private static final Evaluation GOOD = Evaluations.digits(9_899, 10_000);

  @ParameterizedTest
  @CsvSource({"0.99, MISSED", "99%, MISSED", "0.9899, PASSED", "98.99%, PASSED", "0, PASSED", "1, MISSED"})
  void comparesTheAccuracyExactly(String minimum, Outcome outcome) {
    assertThat(Rule.minimumAccuracy(minimum).check(GOOD).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"0.0101, PASSED", "1.01%, PASSED", "0.01, MISSED"})
  void comparesTheErrorRateExactly(String maximum, Outcome outcome) {
    assertThat(Rule.of("maximum", Metric.ERROR_RATE, Bound.MAXIMUM, maximum).check(GOOD).outcome()).isEqualTo(outcome);
  }

  @Test
  void saysWhatPassed() {
    assertThat(Rule.minimumAccuracy("0.98").check(GOOD).message())
        .isEqualTo("accuracy on mnist test (10000 images) is 0.9899 (9899/10000), and the minimum is 0.9800.");
  }

  @ParameterizedTest
  @EnumSource
  void aLossThatIsNotANumberMissesEveryLimit(Bound bound) {
    var broken = Evaluations.of(List.of("a", "b"), new int[] {0}, Float.NaN, Float.NaN);

    var result = Rule.of("limit", Metric.LOSS, bound, "0").check(broken);

    assertThat(result.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(result.message())
        .isEqualTo("loss on mnist test (1 image) is not a number, but the " + bound.title() + " is 0.0000.");
  }

  @Test
  void anExceptionIsAnErrorAndNoPass() {
    var result =
        Rule.minimumAccuracy("0")
            .check(GOOD, evaluation -> {
              throw new ArithmeticException("overflow");
            });

    assertThat(result.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(result.passed()).isFalse();
    assertThat(new Verdict(List.of(Rule.minimumAccuracy("0").check(GOOD), result)).passed()).isFalse();
    assertThat(result.message())
        .isEqualTo(
            "accuracy on mnist test (10000 images) could not be measured: java.lang.ArithmeticException: overflow.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.01 | must be from 0 to 1, or from 0% to 100%; perhaps 1.01% is meant",
        "99 | must be from 0 to 1, or from 0% to 100%; perhaps 99% is meant",
        "101 | must be from 0 to 1, or from 0% to 100%",
        "100.1% | must be from 0 to 1, or from 0% to 100%",
        "-0.1 | must be from 0 to 1, or from 0% to 100%",
      })
  void refusesAMinimumAccuracyOutsideOfItsRange(String text, String reason) {
    assertThatThrownBy(() -> Rule.minimumAccuracy(text))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("minimumAccuracy is " + text + ", but " + reason);
  }

  @ParameterizedTest
  @CsvSource({"-1", "5%"})
  void refusesALimitOfTheLossThatIsNoPlainNumber(String text) {
    assertThatThrownBy(() -> Rule.of("maximum", Metric.LOSS, Bound.MAXIMUM, text))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "maximum is " + text + ", but a limit of the loss must be a plain number of at least 0, such as 0.05");
  }
}
