package io.github.lenet.page;

import io.github.lenet.evaluation.Predictions;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.Provenance;
import io.github.lenet.report.EvaluationReport;

/**
 * Everything that the page about a model shows.
 *
 * @param evaluation the numbers, and the verdict if there is one
 * @param model the model that was measured
 * @param provenance what is known of its training, or null
 * @param images the images of the main evaluation
 * @param answers what the model answered to them
 */
public record ModelPage(
        EvaluationReport evaluation,
        Classifier model,
        Provenance provenance,
        NamedImages images,
        Predictions answers) {}
