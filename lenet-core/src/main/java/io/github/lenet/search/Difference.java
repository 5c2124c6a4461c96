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
 * @param seedDeviation by how much the mean loss of the held-out images varies with the seed alone: the standard
 *     deviation over the fresh seeds, pooled over all finalists
 */
public record Difference(double mean, double lower, double upper, List<Double> seeds, double seedDeviation) {

    /** Confidence level of the interval: a normal one, for the images alone. */
    public static final double LEVEL = 0.95;

    /**
     * As many {@linkplain #seedDeviation standard deviations} are no accident of the seeds: Student's quantile for a
     * two-sided interval at {@link #LEVEL} with the four degrees of freedom that four finalists with two seeds each
     * leave. For the difference of two means of two, the standard deviation is the standard error as well.
     */
    public static final double SIGNIFICANT = 2.776;

    /** Takes a copy. */
    public Difference {
        seeds = List.copyOf(seeds);
    }

    /**
     * The largest difference that seeds alone explain.
     *
     * @return {@link #SIGNIFICANT} standard deviations of the seeds, in nats
     */
    public double explainedBySeeds() {
        return SIGNIFICANT * seedDeviation;
    }

    /**
     * Whether the first one is better for sure. The interval of the images is narrow, because the same images take part
     * in every training, and two seeds agree in sign by chance: these alone see a difference in 4 to 48 of 100 searches
     * over drawn surfaces without any effect, depending on how much the seeds vary. With what seeds vary, it is 2 to
     * 11.
     */
    boolean isBetter() {
        return upper < 0 && seeds.stream().allMatch(seed -> seed < 0) && mean < -explainedBySeeds();
    }
}
