package io.github.lenet.search;

import java.util.List;

/**
 * What trains for a {@link Search}: as many trainings side by side as it likes, on this machine or on others, or from
 * what it has kept of earlier ones. Nothing that it decides changes the result of a search.
 *
 * @param <E> what ends the search with an error, such as a full disk; the next search begins anew, and is fast with a
 *     runner that keeps outcomes
 */
public interface TrialRunner<E extends Exception> {

    /**
     * Runs trainings that do not depend on each other, in any order.
     *
     * @param trainings at least one, and no more than a few
     * @return the outcome of each, in the order of the trainings
     * @throws E if one of them has no outcome
     */
    List<TrialOutcome> run(List<TrialTraining> trainings) throws E;

    /**
     * Is told of a trial that has come to its end; trial by trial, in the order of their numbers.
     *
     * @param trial what it gave
     */
    default void ended(TrialResult trial) {}

    /**
     * Is asked after each batch of trials.
     *
     * @return true if the search is to propose no more trials, and to confirm the best of those that there are
     */
    default boolean isTimeUp() {
        return false;
    }
}
