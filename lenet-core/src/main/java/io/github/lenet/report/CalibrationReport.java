package io.github.lenet.report;

import io.github.lenet.evaluation.Calibration;
import java.util.List;

/**
 * How sure a model is of its answers, in {@code evaluation.json}.
 *
 * @param expectedCalibrationError mean distance between how sure the model is and how often it is right, 0 to 1; null
 *     if an image has no answer
 * @param bins the answers by their probability, the lowest first
 */
public record CalibrationReport(Double expectedCalibrationError, List<Calibration.Bin> bins) {}
