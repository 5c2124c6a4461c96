package io.github.lenet.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trial gave with fresh seeds, which it was not chosen with.
 *
 * @param values what it tried, by the names of the hyperparameters
 * @param trial its number
 * @param loss mean cross-entropy over the held-out images, in nats; null if one of its trainings failed
 * @param accuracy share of those images that is classified right, on average; null if one of its trainings failed
 */
public record Finalist(
        Map<String, Object> values,
        int trial,
        @Nullable Spread loss,
        @Nullable Double accuracy) {

    /**
     * How far seeds differ.
     *
     * @param mean mean over the seeds
     * @param minimum of the best seed
     * @param maximum of the worst seed
     */
    public record Spread(double mean, double minimum, double maximum) {}
}
