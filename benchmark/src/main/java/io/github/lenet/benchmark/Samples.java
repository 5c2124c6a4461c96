package io.github.lenet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Repeated measurements of one thing.
 *
 * @param values at least one, in the order in which they were measured
 */
record Samples(List<Double> values) {

    /** Takes a copy. */
    Samples {
        values = List.copyOf(values);
    }

    /**
     * The median, which a neighbour's short burst of work does not move.
     *
     * @return the middle value, or the mean of the middle two
     */
    double median() {
        return (quantile(0.5, false) + quantile(0.5, true)) / 2;
    }

    /**
     * A quantile.
     *
     * @param share 0 for the lowest value, to 1 for the highest
     * @return the lowest value that this share of all values does not exceed
     */
    double quantile(double share) {
        return quantile(share, false);
    }

    private double quantile(double share, boolean above) {
        var sorted = new ArrayList<>(values);
        sorted.sort(null);
        var position = share * sorted.size();
        var index = above ? Math.floor(position) : Math.ceil(position) - 1;
        return sorted.get((int) Math.max(0, Math.min(sorted.size() - 1, index)));
    }

    /**
     * The same measurements in another unit.
     *
     * @param factor units of the new kind in one of the old
     * @return the products
     */
    Samples times(double factor) {
        return new Samples(values.stream().map(value -> value * factor).toList());
    }

    /**
     * How often another goes into this, turn by turn: what slows the machine down for a whole round cancels out.
     *
     * @param other as many measurements, taken in the same rounds
     * @return the quotients
     */
    Samples dividedBy(Samples other) {
        return new Samples(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / other.values.get(round))
                .toList());
    }
}
