package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Confusion;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Fact;
import io.github.lenet.report.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The first tab of the page: the numbers of the main evaluation, and what stands beside them. */
record Overview(
        String subject,
        List<Fact> results,
        List<String> classNames,
        List<MatrixRow> matrix,
        List<Confusion> confusions,
        List<EvaluationRow> evaluations,
        List<Fact> baseline) {

    private static final int MOST_CONFUSIONS = 8;

    /** Longer names of classes stand upright above the columns of the confusion matrix. */
    private static final int LONGEST_LYING_NAME = 4;

    static Overview of(EvaluationReport report) {
        var evaluation = report.evaluation();
        var matrix = evaluation.confusionMatrix();
        return new Overview(
                evaluation.dataset().describe(),
                results(report),
                matrix.classNames(),
                MatrixRow.of(matrix),
                Confusion.mostFrequent(evaluation, MOST_CONFUSIONS),
                report.furtherEvaluations().stream().map(EvaluationRow::of).toList(),
                report.baseline() == null ? List.of() : BaselineFacts.of(report.baseline()));
    }

    boolean longNames() {
        return classNames.stream().anyMatch(name -> name.length() > LONGEST_LYING_NAME);
    }

    boolean mistaken() {
        return !confusions.isEmpty();
    }

    boolean further() {
        return !evaluations.isEmpty();
    }

    boolean compared() {
        return !baseline.isEmpty();
    }

    private static List<Fact> results(EvaluationReport report) {
        var evaluation = report.evaluation();
        var accuracy = evaluation.accuracy();
        var interval = Confidence.DEFAULT.interval(accuracy);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Accuracy", Numbers.share(accuracy)));
        facts.add(new Fact("Accuracy, " + interval.displayLevel() + " confidence", Numbers.range(interval)));
        facts.add(new Fact("Mistakes", accuracy.complement().count() + " of " + accuracy.total()));
        evaluation.loss().ifPresent(loss -> facts.add(new Fact("Loss in nats", Numbers.loss(loss))));
        evaluation
                .expectedCalibrationError()
                .ifPresent(error -> facts.add(new Fact("Expected calibration error", Numbers.loss(error))));
        if (report.leaked() != null) {
            facts.add(new Fact(
                    "Images that also stand in the training images", report.leaked() + " of " + accuracy.total()));
        }
        var unanswered = evaluation.confusionMatrix().unanswered();
        if (unanswered > 0) {
            facts.add(new Fact("Images without an answer (NaN)", unanswered + " of " + accuracy.total()));
        }
        return facts;
    }
}
