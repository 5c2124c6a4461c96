package io.github.lenet.page;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Confusion;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What the template {@code report.html} fills in: text, ready to be read, and what the scripts of the page work on. */
record HtmlPage(
        VerdictSection verdict,
        String subject,
        List<Fact> results,
        List<EvaluationRow> evaluations,
        List<Fact> baseline,
        int height,
        int width,
        List<Example> samples,
        List<Example> mistakes,
        int wrong,
        List<String> classNames,
        List<MatrixRow> matrix,
        List<Confusion> confusions,
        String level,
        List<ClassRow> classes,
        String calibrationError,
        List<BinRow> bins,
        List<EpochRow> epochs,
        boolean validated,
        List<FilterPicture> filters,
        List<Fact> provenance,
        BrowserData browserData,
        List<PageScript> scripts) {

    private static final int MOST_CONFUSIONS = 8;

    /** Longer names of classes stand upright above the columns of the confusion matrix. */
    private static final int LONGEST_LYING_NAME = 4;

    boolean longNames() {
        return classNames.stream().anyMatch(name -> name.length() > LONGEST_LYING_NAME);
    }

    boolean mistaken() {
        return !confusions.isEmpty();
    }

    int shown() {
        return mistakes.size();
    }

    /** Wrong answers whose pictures the page carries. */
    int carried() {
        return browserData.gallery().mistakes().size();
    }

    boolean moreWrong() {
        return wrong > carried();
    }

    boolean trained() {
        return !epochs.isEmpty();
    }

    boolean filtered() {
        return !filters.isEmpty();
    }

    boolean further() {
        return !evaluations.isEmpty();
    }

    boolean compared() {
        return !baseline.isEmpty();
    }

    boolean interactive() {
        return browserData.model() != null;
    }

    /** Whether a drawing is cut out and centred, as MNIST's digits were. */
    boolean centred() {
        return ImagePreparation.CENTRE.toString().equals(browserData.model().preparation());
    }

    String data() {
        return browserData.json();
    }

    String scriptPolicy() {
        return PageScript.policy(scripts);
    }

    String chartLicence() {
        return Resource.text("d3-LICENSE");
    }

    /**
     * Takes the numbers from the report alone, so that the page cannot tell another story than {@code evaluation.json}.
     */
    static HtmlPage of(String name, ModelPage page) {
        var report = page.evaluation();
        var evaluation = report.evaluation();
        var matrix = evaluation.confusionMatrix();
        var images = page.images().images();
        var description = page.model().description();
        var gallery = Gallery.of(page.images(), page.answers());
        return new HtmlPage(
                VerdictSection.of(name, report.decision()),
                evaluation.dataset().describe(),
                results(report),
                report.furtherEvaluations().stream().map(EvaluationRow::of).toList(),
                report.baseline() == null ? List.of() : BaselineFacts.of(report.baseline()),
                images.height(),
                images.width(),
                Example.samples(page.images(), page.answers()),
                Example.mistakes(page.images(), page.answers()),
                evaluation.accuracy().complement().count() - matrix.unanswered(),
                matrix.classNames(),
                MatrixRow.of(matrix),
                Confusion.mostFrequent(evaluation, MOST_CONFUSIONS),
                Confidence.DEFAULT.display(),
                ClassRow.of(matrix),
                Numbers.loss(evaluation.expectedCalibrationError()),
                BinRow.of(evaluation.calibration()),
                description.epochs().stream().map(EpochRow::of).toList(),
                description.epochs().stream().anyMatch(epoch -> epoch.validationLoss() != null),
                FilterPicture.of(page.model()),
                ProvenanceFacts.of(page),
                new BrowserData(
                        BrowserModel.of(page.model(), images),
                        description.epochs(),
                        BinPoint.of(evaluation.calibration()),
                        gallery),
                PageScript.all());
    }

    private static List<Fact> results(EvaluationReport report) {
        var evaluation = report.evaluation();
        var accuracy = evaluation.accuracy();
        var interval = Confidence.DEFAULT.interval(accuracy);
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Accuracy", Numbers.share(accuracy)));
        facts.add(new Fact("Accuracy, " + interval.displayLevel() + " confidence", Numbers.range(interval)));
        facts.add(new Fact("Mistakes", accuracy.complement().count() + " of " + accuracy.total()));
        facts.add(new Fact("Loss in nats", Numbers.loss(evaluation.loss())));
        facts.add(new Fact("Expected calibration error", Numbers.loss(evaluation.expectedCalibrationError())));
        if (report.leaked() != null) {
            facts.add(new Fact(
                    "Images that also stand in the training images", report.leaked() + " of " + accuracy.total()));
        }
        int unanswered = evaluation.confusionMatrix().unanswered();
        if (unanswered > 0) {
            facts.add(new Fact("Images without an answer (NaN)", unanswered + " of " + accuracy.total()));
        }
        return facts;
    }
}
