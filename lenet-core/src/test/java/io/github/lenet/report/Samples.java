package io.github.lenet.report;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.gate.Metric;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Verdict;
import io.github.lenet.model.EpochResult;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.ModelDescription;
import io.github.lenet.model.ModelDescription.TrainingData;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Models and verdicts for the tests of the reports. */
final class Samples {

  static final Evaluation EVALUATION = Evaluations.digits(9_873, 10_000);

  static final Rule MINIMUM_ACCURACY = Rule.minimumAccuracy("0.99");

  static final Rule MAXIMUM_LOSS = Rule.of("maximum", Metric.LOSS, Bound.MAXIMUM, "0.5");

  /** The accuracy misses its minimum, the loss does not. */
  static final Verdict FAILED = new Gate(List.of(MINIMUM_ACCURACY, MAXIMUM_LOSS)).check(EVALUATION);

  static final Verdict PASSED = new Gate(List.of(Rule.minimumAccuracy("98.5%"))).check(EVALUATION);

  static final Hyperparameters HYPERPARAMETERS = new Hyperparameters("lenet5", 2, 32, 0.001, 42, 0.1);

  static final List<EpochResult> EPOCHS =
      List.of(
          new EpochResult(1, 0.001, 0.2345, 0.9312, 0.0789, 0.9765, 12.5, 4_320),
          new EpochResult(2, 0.0005, 0.0712, 0.9781, 0.0567, 0.9823, 12.25, 4_408));

  private Samples() {}

  static Verdict unmeasurable(String message) {
    return new Verdict(List.of(new RuleResult(MINIMUM_ACCURACY, Outcome.ERROR, null, message)));
  }

  static ModelDescription model(EpochResult... epochs) {
    var names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    return ModelDescription.of(HYPERPARAMETERS, new TrainingData("mnist", Map.of()), names, List.of(epochs));
  }
}
