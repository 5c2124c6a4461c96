package io.github.lenet.gate;

import io.github.lenet.evaluation.ConfidenceInterval;

/**
 * What was compared with a limit instead of an observed value: the worst that the true value may be.
 *
 * @param value the lower bound against a minimum, the upper bound against a maximum; one-sided, because a limit has one
 *     side
 * @param interval where the true value lies, for people, with level and method; two-sided at the same level, so a
 *     little wider
 */
public record ConfidenceBound(double value, ConfidenceInterval interval) {}
