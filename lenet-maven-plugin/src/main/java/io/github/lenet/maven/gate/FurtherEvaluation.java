package io.github.lenet.maven.gate;

import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.Transformation;
import io.github.lenet.gate.Gate;
import io.github.lenet.maven.dataset.DatasetOptions;

/**
 * Other images for the model that is verified, and what is demanded of it there.
 *
 * @param name what it is called in the reports
 * @param dataset the data set
 * @param split which of its images
 * @param transformation what is done to them
 * @param gate the rules
 */
public record FurtherEvaluation(
        String name, DatasetOptions dataset, Split split, Transformation transformation, Gate gate) {}
