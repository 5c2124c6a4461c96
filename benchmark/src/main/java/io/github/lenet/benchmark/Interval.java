package io.github.lenet.benchmark;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean and how sure it is.
 *
 * @param mean mean of the values
 * @param margin half of the width of its 95 % interval, by Student's distribution
 */
record Interval(double mean, double margin) {

    private static final double UPPER = 0.975;

    /**
     * The interval of the mean of some values.
     *
     * @param values at least two
     * @return the interval
     */
    static Interval of(List<Double> values) {
        var mean = values.stream().mapToDouble(value -> value).sum() / values.size();
        var squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        var freedom = values.size() - 1;
        return new Interval(
                mean,
                TDistribution.of(freedom).inverseCumulativeProbability(UPPER)
                        * Math.sqrt(squares / freedom / values.size()));
    }
}
