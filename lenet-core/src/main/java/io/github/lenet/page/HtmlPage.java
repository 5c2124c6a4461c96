package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.report.ClassRow;
import io.github.lenet.report.Fact;
import io.github.lenet.report.SliceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template {@code report.html} fills in: text, ready to be read, and what the scripts of the page work on.
 *
 * @param level the confidence of every interval
 * @param slices the images with something in common, those with the lowest accuracy first
 * @param pictures the images; null where only the answers are at hand
 * @param calibration how sure the model is; null if nobody knows
 * @param history how the model learnt; null for one from elsewhere
 * @param trend what earlier builds have found; null if nobody keeps it
 */
record HtmlPage(
        VerdictSection verdict,
        Overview overview,
        String level,
        List<ClassRow> classes,
        List<SliceRow> slices,
        @Nullable Pictures pictures,
        @Nullable CalibrationSection calibration,
        @Nullable History history,
        @Nullable Trend trend,
        List<Fact> provenance,
        BrowserData browserData) {

    /**
     * Takes the numbers from the report alone, so that the page cannot tell another story than {@code evaluation.json}.
     */
    static HtmlPage of(String name, ModelPage page) {
        var report = page.evaluation();
        var evaluation = report.evaluation();
        var wrong = evaluation.accuracy().complement().count()
                - evaluation.confusionMatrix().unanswered();
        var pictures = page.images().map(images -> Pictures.of(images, wrong)).orElse(null);
        var calibration = CalibrationSection.of(evaluation);
        var trend = Trend.of(name, page);
        return new HtmlPage(
                VerdictSection.of(name, report.decision()),
                Overview.of(report),
                Confidence.DEFAULT.display(),
                ClassRow.of(evaluation.confusionMatrix()),
                SliceRow.of(evaluation),
                pictures,
                calibration,
                page.model().map(History::of).orElse(null),
                trend,
                ProvenanceFacts.of(page),
                BrowserData.of(page, pictures, calibration, trend));
    }

    boolean sliced() {
        return !slices.isEmpty();
    }

    boolean interactive() {
        return browserData.model() != null;
    }

    /** Whether a drawing is cut out and centred, as MNIST's digits were. */
    boolean centred() {
        var model = browserData.model();
        return model != null && ImagePreparation.CENTRE.toString().equals(model.preparation());
    }

    /** Whether the model takes colours, which strokes have not. */
    boolean coloured() {
        var model = browserData.model();
        return model != null && model.channels() > 1;
    }

    String data() {
        return PageScript.data(browserData);
    }

    List<PageScript> scripts() {
        return PageScript.ofModel();
    }

    String scriptPolicy() {
        return PageScript.policy(scripts());
    }

    String chartLicence() {
        return Resource.text("d3-LICENSE");
    }
}
