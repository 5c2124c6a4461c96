package io.github.lenet.gate;

import io.github.lenet.model.InvalidParameterException;
import java.util.Arrays;

/** When a model counts as worse than its baseline. */
public enum RegressionTest {
  /**
   * It is worse when its accuracy falls by more than the maximum and McNemar's exact one-sided test says that this is
   * no noise. Doubt passes.
   */
  SIGNIFICANT("significant"),
  /** It is worse unless the confidence bound of the difference shows that it is not. Doubt fails. */
  NON_INFERIOR("non-inferior");

  private final String id;

  RegressionTest(String id) {
    this.id = id;
  }

  static RegressionTest named(String parameter, String id) {
    return Arrays.stream(values())
        .filter(test -> test.id.equals(id.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidParameterException.unknown(
                    parameter, id, Arrays.stream(values()).map(RegressionTest::id).toList()));
  }

  /**
   * The name in a POM and in JSON.
   *
   * @return for example {@code non-inferior}
   */
  public String id() {
    return id;
  }
}
