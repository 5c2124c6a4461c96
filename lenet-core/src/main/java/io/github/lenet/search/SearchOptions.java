package io.github.lenet.search;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;

/**
 * How long to search, and for what.
 *
 * @param trials how many points to try, the present values among them, 2 to {@link #MOST_TRIALS}; a search with more
 *     begins like one with fewer
 * @param objective what to make better
 * @param pruning how to save time on trials that promise little
 * @param finalists how many of the best trials are trained again with fresh seeds, besides the present values, 1 to
 *     {@link #MOST_FINALISTS}
 */
public record SearchOptions(int trials, Objective objective, Pruning pruning, int finalists) {

    /** Highest number of trials that is taken for meant. */
    public static final int MOST_TRIALS = 10_000;

    /** Highest number of finalists that is taken for meant. */
    public static final int MOST_FINALISTS = 100;

    /**
     * Checks the numbers.
     *
     * @throws InvalidParameterException if one is out of its range
     */
    public SearchOptions {
        if (trials < 2 || trials > MOST_TRIALS) {
            throw new InvalidParameterException(
                    "trials",
                    trials,
                    format(
                            "must be a whole number from 2 to %d: the first trial has the values of the POM, and needs"
                                    + " others to be compared with",
                            MOST_TRIALS));
        }
        if (finalists < 1 || finalists > MOST_FINALISTS) {
            throw new InvalidParameterException(
                    "finalists", finalists, format("must be a whole number from 1 to %d", MOST_FINALISTS));
        }
    }
}
