package io.github.lenet.report;

import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.Verdict;
import java.util.List;

/**
 * Everything that the reports over many models show.
 *
 * @param evaluations the evaluations of all modules, each with its name; at least one
 * @param verdict the gate's decision over all of them
 */
public record Aggregation(List<NamedEvaluation> evaluations, Verdict verdict) {

    /**
     * Keeps a copy of the evaluations.
     *
     * @throws IllegalArgumentException if there is none: a verdict over nothing would let everything pass
     */
    public Aggregation {
        evaluations = List.copyOf(evaluations);
        if (evaluations.isEmpty()) {
            throw new IllegalArgumentException("an aggregation needs at least one evaluation");
        }
    }
}
