package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import java.util.regex.Pattern;

/**
 * Which model answered.
 *
 * @param sha256 digest of the archive file, 64 hexadecimal digits
 * @param architecture name of the network, such as {@code lenet5}
 * @param parameters number of its trained parameters
 * @param bytes size of the archive file
 */
public record ModelSummary(String sha256, String architecture, int parameters, long bytes) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the digest and the sizes.
   *
   * @throws IllegalArgumentException if the digest is none, or a size is negative
   */
  public ModelSummary {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("sha256 is " + sha256 + ", but must be 64 hexadecimal digits");
    }
    if (parameters < 0 || bytes < 0) {
      throw new IllegalArgumentException(format("a model has no %d parameters in %d bytes", parameters, bytes));
    }
  }
}
