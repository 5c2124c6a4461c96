package io.github.lenet.model;

import java.util.List;

/** A network that can be trained by its name. */
public final class Architecture {

  private static final List<String> NAMES = List.of("lenet5", "lenet5-1998");

  private Architecture() {}

  /**
   * The known names, as they stand in a POM.
   *
   * @return every name, the default first
   */
  public static List<String> names() {
    return NAMES;
  }
}
