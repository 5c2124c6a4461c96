package io.github.lenet.report;

import io.github.lenet.evaluation.Calibration;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How sure a model is of its answers, in {@code evaluation.json}.
 *
 * @param expectedCalibrationError mean distance between how sure the model is and how often it is right, 0 to 1; null
 *     if an image has no answer
 * @param bins the answers by their probability, the lowest first
 */
public record CalibrationReport(@Nullable Double expectedCalibrationError, List<Calibration.Bin> bins) {

    /**
     * Checks the error.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public CalibrationReport {
        // Negated, so that NaN fails as well.
        if (expectedCalibrationError != null && !(expectedCalibrationError >= 0 && expectedCalibrationError <= 1)) {
            throw new IllegalArgumentException(
                    "expectedCalibrationError is " + expectedCalibrationError + ", but must be from 0 to 1");
        }
    }

    static CalibrationReport of(Calibration calibration, OptionalDouble expectedError) {
        return new CalibrationReport(Numbers.finiteOrNull(expectedError.orElse(Double.NaN)), calibration.bins());
    }
}
