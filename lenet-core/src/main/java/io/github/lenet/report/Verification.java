package io.github.lenet.report;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the reports of one model show.
 *
 * @param model what the model says about itself, with its training history; null for one from elsewhere
 * @param evaluation the numbers of the main evaluation
 * @param leaked images of the main evaluation that are also training images, byte for byte; null if these are not
 *     available
 * @param evaluations those of the further ones, in the order of the POM
 * @param baseline the comparison with a baseline on the images of the main evaluation; null without one
 * @param verdict the gate's decision over all of them
 */
public record Verification(
        @Nullable ModelDescription model,
        Evaluation evaluation,
        @Nullable Integer leaked,
        List<NamedEvaluation> evaluations,
        @Nullable Comparison baseline,
        Verdict verdict) {

    /** Keeps a copy of the evaluations. */
    public Verification {
        evaluations = List.copyOf(evaluations);
    }

    /**
     * One evaluation and its verdict, without training images and a baseline.
     *
     * @param model what the model says about itself; null for one from elsewhere
     * @param evaluation the numbers
     * @param verdict the gate's decision
     */
    public Verification(@Nullable ModelDescription model, Evaluation evaluation, Verdict verdict) {
        this(model, evaluation, null, List.of(), null, verdict);
    }
}
