package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import java.util.OptionalDouble;

/**
 * A hyperparameter that is searched, and the values to try. Each value has a coordinate, and equal values have equal
 * ones.
 */
sealed interface Dimension permits NumberRange, ValueList {

    /** The name of the hyperparameter. */
    String name();

    /** The values to try, in the form in which people write them; equal for equal dimensions. */
    String text();

    /** The values to try, as a chart shows them. */
    Axis axis();

    /** How many values there are; infinite for a range of numbers that need not be whole. */
    double size();

    /** The highest value, or that of a list of numbers. */
    double highest();

    /** The coordinate of the value at a share of the way through all values, from 0 to below 1. */
    double coordinate(double share);

    /** The coordinate of a value as {@code Hyperparameters} has it; nothing if it is not to be tried. */
    OptionalDouble coordinateOf(Object value);

    /** The text of the value at a coordinate, as in a POM. */
    String value(double coordinate);

    /**
     * The part of a Parzen estimator that stands for one of its observations.
     *
     * @param center coordinate of the observation
     * @param observations how many the estimator has
     * @param dimensions how many dimensions of the space have more than one value
     */
    Kernel kernel(double center, int observations, int dimensions);

    /** The part of every Parzen estimator that stands for knowing nothing. */
    Kernel prior();

    /** A distribution over the values of a dimension. */
    interface Kernel {

        /** The density, or for a list the probability, of the value at a coordinate. */
        double density(double coordinate);

        /** The coordinate of a value that is drawn from this distribution. */
        double draw(SeededRandom random);
    }
}
