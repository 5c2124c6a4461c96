package io.github.lenet.page;

import io.github.lenet.answer.Answers;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.Provenance;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page about a model shows.
 *
 * @param evaluation the numbers, and the verdict if there is one
 * @param model the model that was measured; empty for one from elsewhere, whose page has no pad to draw on, no filters
 *     and no learning history
 * @param images the images of the main evaluation; empty where only the answers are at hand, and the page has no
 *     pictures
 * @param history what earlier verifications have found; empty where nobody keeps it, and the page has no trend
 */
public record ModelPage(
        EvaluationReport evaluation,
        Optional<Model> model,
        Optional<Images> images,
        Optional<HistoryFile.Content> history) {

    /**
     * A page without a trend.
     *
     * @param evaluation the numbers, and the verdict if there is one
     * @param model the model that was measured; empty for one from elsewhere
     * @param images the images of the main evaluation; empty where only the answers are at hand
     */
    public ModelPage(EvaluationReport evaluation, Optional<Model> model, Optional<Images> images) {
        this(evaluation, model, images, Optional.empty());
    }

    /**
     * A page about a model of this project.
     *
     * @param evaluation the numbers, and the verdict if there is one
     * @param model the model that was measured
     * @param images the images of the main evaluation
     */
    public ModelPage(EvaluationReport evaluation, Model model, Images images) {
        this(evaluation, Optional.of(model), Optional.of(images));
    }

    /**
     * A model of this project.
     *
     * @param classifier the model
     * @param provenance what is known of its training, or null
     */
    public record Model(Classifier classifier, @Nullable Provenance provenance) {}

    /**
     * Images, each with an answer.
     *
     * @param named the images
     * @param answers what the model answered to them, in the same order
     */
    public record Images(NamedImages named, Answers answers) {}
}
