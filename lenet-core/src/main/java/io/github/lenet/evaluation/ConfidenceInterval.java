package io.github.lenet.evaluation;

/**
 * Where the true share lies, as far as these images can tell.
 *
 * @param level probability that such an interval holds the true share, such as 0.95; two-sided
 * @param method how it was computed: {@code wilson}
 * @param lower lower end, 0 to 1
 * @param upper upper end, 0 to 1
 */
public record ConfidenceInterval(double level, String method, double lower, double upper) {}
