package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.report.Numbers;

/** What the template {@code evaluations.html} fills in: an evaluation in one line. */
record EvaluationRow(String name, String data, String accuracy, String interval, String loss) {

    static EvaluationRow of(NamedEvaluation named) {
        var evaluation = named.evaluation();
        return new EvaluationRow(
                named.name(),
                evaluation.dataset().describe(),
                Numbers.share(evaluation.accuracy()),
                Numbers.range(Confidence.DEFAULT.interval(evaluation.accuracy())),
                Numbers.loss(evaluation.loss().orElse(Double.NaN)));
    }
}
