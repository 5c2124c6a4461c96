package io.github.lenet.search;

import java.util.List;

/**
 * A dimension of a space as a chart shows it: a line of numbers, or a few places in a row.
 *
 * @param name name of the hyperparameter
 * @param ends the lowest and the highest number; empty for a list of values
 * @param isLog whether equal factors are equally far apart, instead of equal differences
 * @param values what is on the list, in the form in which people write it; empty for a range of numbers
 */
public record Axis(String name, List<Double> ends, boolean isLog, List<String> values) {

    /** Takes copies. */
    public Axis {
        ends = List.copyOf(ends);
        values = List.copyOf(values);
    }
}
