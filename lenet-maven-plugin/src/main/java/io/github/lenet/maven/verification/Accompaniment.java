package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Verification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that accompany a verdict, which is in its own files by now.
 *
 * @param request what was verified
 * @param candidate who answered
 * @param images the images that the page shows, or null if they are not at hand
 * @param answers what was answered
 */
record Accompaniment(
        VerifyRequest request,
        Candidate candidate,
        @Nullable TestImages images,
        Answers answers) {

    /**
     * Writes them, as far as that is possible.
     *
     * @param verification the numbers and the verdict
     * @return what was not possible
     */
    Decorations write(Verification verification) {
        var decorations = new Decorations();
        var model = candidate.shown(decorations);
        var publication = model.flatMap(known -> decorations.find(
                        "the data set",
                        () -> ModelOrigin.complete(request.publication(), known.classifier(), known.provenance())))
                .orElse(request.publication());
        var reports = request.reports();
        decorations.add(reports.summaryFile(), () -> reports.writeSummary(verification));
        decorations.add(reports.modelCardFile(), () -> reports.writeModelCard(verification, publication));
        decorations.add(reports.billOfMaterialsFile(), () -> reports.writeBillOfMaterials(verification, publication));
        // Before the page, which shows the line of this build.
        var history = history(verification, decorations);
        if (request.page()) {
            decorations.add(
                    reports.htmlFile(),
                    () -> HtmlReport.write(reports, page(verification, model, history, decorations)));
        }
        return decorations;
    }

    /** What is kept of the builds before this one, and of this one unless it fails here. */
    private Optional<HistoryFile.Content> history(Verification verification, Decorations decorations) {
        var history = request.history();
        var isFailing = !verification.verdict().passed() && request.policy().haltOnFailure();
        return history == null
                ? Optional.empty()
                : decorations.find(history.file(), () -> history.update(verification, isFailing));
    }

    private ModelPage page(
            Verification verification,
            Optional<ModelPage.Model> model,
            Optional<HistoryFile.Content> history,
            Decorations decorations) {
        return new ModelPage(
                EvaluationReport.of(verification),
                model,
                Optional.ofNullable(images).map(answered -> answered.shown(answers, decorations)),
                history);
    }
}
