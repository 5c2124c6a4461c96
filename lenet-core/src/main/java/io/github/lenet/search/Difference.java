package io.github.lenet.search;

import java.util.List;

/**
 * By how much the loss of a held-out image is higher with one set of values than with another, image by image with the
 * same seeds. Below 0, the first one is better.
 *
 * @param mean mean difference over all images of all seeds, in nats
 * @param lower lower end of its interval at {@link #LEVEL}
 * @param upper upper end of that interval
 * @param seeds mean difference for each seed
 */
public record Difference(double mean, double lower, double upper, List<Double> seeds) {

    /** Confidence level of the interval: a normal one, for the images; how seeds differ shows in {@link #seeds}. */
    public static final double LEVEL = 0.95;

    /** Takes a copy. */
    public Difference {
        seeds = List.copyOf(seeds);
    }

    /** Whether the interval and every seed say that the first one is better. */
    boolean isBetter() {
        return upper < 0 && seeds.stream().allMatch(seed -> seed < 0);
    }
}
