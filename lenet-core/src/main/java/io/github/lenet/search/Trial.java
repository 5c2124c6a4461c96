package io.github.lenet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that are tried, and what their trainings gave so far. */
final class Trial {

    private final int number;
    private final Map<String, Object> values;
    private final List<Double> point;
    private final List<TrialOutcome> outcomes = new ArrayList<>();
    private int epochs;

    /**
     * A trial without any training.
     *
     * @param number its number, from 0
     * @param values what it tries, by the names of the hyperparameters in the space
     * @param point where that lies in the space; empty if the present values of the POM lie outside
     */
    Trial(int number, Map<String, Object> values, List<Double> point) {
        this.number = number;
        this.values = values;
        this.point = point;
    }

    int number() {
        return number;
    }

    Map<String, Object> values() {
        return values;
    }

    List<Double> point() {
        return point;
    }

    /** Adds what a training gave, after 0 epochs if there could be none. */
    void add(int epochs, TrialOutcome outcome) {
        this.epochs = epochs;
        outcomes.add(outcome);
    }

    /** Epochs of the last training. */
    int epochs() {
        return epochs;
    }

    /** How many trainings it had: the last one was of this rung. */
    int rung() {
        return outcomes.size();
    }

    /** What the training of a rung gave, which must have been. */
    TrialOutcome outcome(int rung) {
        return outcomes.get(rung - 1);
    }

    TrialOutcome last() {
        return outcome(rung());
    }

    double seconds() {
        return outcomes.stream().mapToDouble(TrialOutcome::seconds).sum();
    }
}
