package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.page.ModelPage;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Verification;
import io.github.lenet.store.LocatedDataset;
import java.util.List;
import java.util.function.Supplier;

/** The files that accompany a verdict, which is in its own files by now. */
final class Accompaniment {

    private Accompaniment() {}

    /**
     * Writes them, as far as that is possible.
     *
     * @param decorations remembers what is not
     * @param request what was verified
     * @param verification the numbers and the verdict
     * @param publication what the model card says of the project
     * @param page what the page shows, if there is to be one
     */
    static void write(
            Decorations decorations,
            VerifyRequest request,
            Verification verification,
            Publication publication,
            Supplier<ModelPage> page) {
        var reports = request.reports();
        decorations.add(reports.summaryFile(), () -> reports.writeSummary(verification));
        decorations.add(reports.modelCardFile(), () -> reports.writeModelCard(verification, publication));
        decorations.add(reports.billOfMaterialsFile(), () -> reports.writeBillOfMaterials(verification, publication));
        if (request.page()) {
            decorations.add(reports.htmlFile(), () -> HtmlReport.write(reports, page.get()));
        }
        var history = request.history();
        // A build that fails here has no place in it.
        if (history != null
                && (verification.verdict().passed() || !request.policy().haltOnFailure())) {
            decorations.add(history.file(), () -> history.add(verification));
        }
    }

    /** The test images as the page shows them, with the names of the pictures that they were made from, if possible. */
    static ModelPage.Images images(Decorations decorations, LocatedDataset dataset, Dataset images, Answers answers) {
        var pictures = decorations
                .find("the names of the pictures", () -> dataset.pictures(Split.TEST, images.size()))
                .orElse(List.of());
        return new ModelPage.Images(new NamedImages(images, pictures), answers);
    }
}
