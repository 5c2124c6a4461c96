package io.github.lenet.gate;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Measurement;
import io.github.lenet.evaluation.Quantity;
import java.util.function.Function;

/** What a rule measures. */
public enum Metric {
  /** Share of the images that are classified right. */
  ACCURACY("accuracy", "accuracy", true, Evaluation::accuracy),
  /** Share of the images that are classified wrong. */
  ERROR_RATE("errorRate", "error rate", true, evaluation -> evaluation.accuracy().complement()),
  /** Mean cross-entropy in nats. */
  LOSS("loss", "loss", false, evaluation -> new Quantity(evaluation.loss()));

  private final String id;
  private final String title;
  private final boolean proportion;
  private final Function<Evaluation, Measurement> measure;

  Metric(String id, String title, boolean proportion, Function<Evaluation, Measurement> measure) {
    this.id = id;
    this.title = title;
    this.proportion = proportion;
    this.measure = measure;
  }

  /**
   * The name in a POM and in JSON.
   *
   * @return for example {@code errorRate}
   */
  public String id() {
    return id;
  }

  /**
   * The name in a sentence.
   *
   * @return for example {@code error rate}
   */
  public String title() {
    return title;
  }

  /**
   * Whether the value is a share.
   *
   * @return true if a limit must be from 0 to 1 and may be given in per cent
   */
  public boolean isProportion() {
    return proportion;
  }

  /**
   * Measures.
   *
   * @param evaluation what the model answered
   * @return the value
   */
  public Measurement measure(Evaluation evaluation) {
    return measure.apply(evaluation);
  }
}
