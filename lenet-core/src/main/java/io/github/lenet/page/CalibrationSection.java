package io.github.lenet.page;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.ProbabilityMetrics;
import io.github.lenet.report.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure the model is of its answers.
 *
 * @param error the expected calibration error
 * @param bins the bins that hold answers, for the table
 * @param points all bins, for the diagram
 */
record CalibrationSection(String error, List<BinRow> bins, List<BinPoint> points) {

    /** The section, or null if nobody knows the probabilities. */
    static @Nullable CalibrationSection of(Evaluation evaluation) {
        return evaluation
                .probabilityMetrics()
                .map(ProbabilityMetrics::calibration)
                .map(calibration -> new CalibrationSection(
                        Numbers.loss(evaluation.expectedCalibrationError().getAsDouble()),
                        BinRow.of(calibration),
                        BinPoint.of(calibration)))
                .orElse(null);
    }
}
