package io.github.lenet.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/** Evaluations with chosen counts, without a model or a data set behind them. */
public final class Evaluations {

  private static final ModelSummary MODEL =
      new ModelSummary("0123456789abcdef".repeat(4), "lenet5", 44_426);

  private Evaluations() {}

  /** The ten digits, with {@code correct} of {@code total} images answered right, each at a probability of 0.9. */
  public static Evaluation digits(int correct, int total) {
    var labels = IntStream.range(0, total).map(image -> image % 10).toArray();
    var probabilities = new float[total * 10];
    for (int image = 0; image < total; image++) {
      int answer = image < correct ? labels[image] : (labels[image] + 1) % 10;
      probabilities[image * 10 + answer] = 0.9f;
      probabilities[image * 10 + (answer + 9) % 10] = 0.1f;
    }
    return of(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), labels, probabilities);
  }

  /** Any answers. */
  public static Evaluation of(List<String> classNames, int[] labels, float... probabilities) {
    try {
      return new Evaluation(
          new DatasetSummary("mnist", "test", labels.length),
          MODEL,
          new Predictions(classNames, labels, probabilities));
    } catch (EvaluationException e) {
      throw new AssertionError(e);
    }
  }
}
