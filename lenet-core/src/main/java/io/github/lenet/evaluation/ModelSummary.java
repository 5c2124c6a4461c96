package io.github.lenet.evaluation;

/**
 * Which model answered.
 *
 * @param sha256 digest of the archive file, 64 hexadecimal digits
 * @param architecture name of the network, such as {@code lenet5}
 * @param parameters number of its trained parameters
 * @param bytes size of the archive file
 */
public record ModelSummary(String sha256, String architecture, int parameters, long bytes) {}
