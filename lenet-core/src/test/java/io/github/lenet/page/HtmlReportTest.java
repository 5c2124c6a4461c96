package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.Verdict;
import io.github.lenet.model.Provenance;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import io.github.lenet.page.ModelPage.Images;
import io.github.lenet.page.ModelPage.Model;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.report.Aggregation;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Samples;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final ModelDescription MODEL = Samples.model(Samples.EPOCHS.toArray(EpochResult[]::new));
    private static final String FAILED = Pages.page(MODEL, new Verification(MODEL, Samples.EVALUATION, Samples.FAILED));

    @TempDir
    private Path folder;

    @Test
    void showsTheVerdictAndItsReasons() {
        assertThat(FAILED)
                .contains("<header class=\"failed\">", "✗ failed</span>")
                .doesNotContain("✓ passed</span>")
                .contains(
                        "<p>accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the minimum is 0.9900.</p>")
                .contains("<td class=\"outcome failed\">✗ missed</td><td data-title=\"Value\">0.9873 (9873/10000)</td>")
                .contains("<td data-title=\"Limit\">minimum 0.9900</td>")
                .contains("<td class=\"outcome passed\">✓ passed</td>", "<td data-title=\"Limit\">maximum 0.5000</td>");
    }

    @Test
    void showsAPassedVerdict() {
        assertThat(passed(Samples.model()))
                .contains("<header class=\"passed\">", "✓ passed</span>")
                .doesNotContain("✗ failed", "✗ missed");
    }

    @Test
    void showsClassesIntervalsEvaluationsAndTheBaseline() {
        assertThat(Pages.page(MODEL, Samples.complete()))
                .contains(
                        "<th scope=\"row\">recall of class 7</th>",
                        "<td data-title=\"Interval\">0.9869 to 0.9973 (95 % Wilson)</td>")
                .contains("<th scope=\"row\">shifted</th><td data-title=\"Images\">mnist test (10000 images)</td>")
                .contains("<dt>Baseline</dt><dd>io.example:digits:1.0</dd>", "<dt>Images gained</dt><dd>30: 0, 1, 2, ")
                .contains(
                        "<dt>Improvement</dt><dd>-0.0030, two-sided interval -0.0049 to -0.0011 (95 % Bonett-Price)</dd>")
                .contains("<p class=\"warning\">⚠ mnist test (10000 images) cannot show reliably");
        assertThat(FAILED).doesNotContain("<h2>Baseline</h2>", "<h2>Further evaluations</h2>");
    }

    @Test
    void showsTheSlicesWithTheLowestAccuracyFirst() {
        assertThat(Pages.page(MODEL, Samples.sliced()))
                .containsSubsequence(
                        "<td class=\"outcome failed\">✗ missed</td><td data-title=\"Value\">0.9473 (90/95)</td>",
                        "<td class=\"outcome warning\">⚠ warned</td><td data-title=\"Value\">0.0000 (0/5)</td>",
                        "<h2>Slices</h2>",
                        "<th scope=\"row\">writer&#x3D;c</th><td>0.0000<small>0.0000 to 0.4345</small></td><td>5</td>",
                        "<th scope=\"row\">writer&#x3D;b</th><td>0.9473<small>0.8826 to 0.9774</small></td><td>95</td>",
                        "<th scope=\"row\">writer&#x3D;a</th><td>1.0000<small>0.9630 to 1.0000</small></td><td>100</td>");
        assertThat(FAILED).doesNotContain("<h2>Slices</h2>");
    }

    @Test
    void aVerdictThatOnlyWarnsIsPassed() {
        var verification = Samples.sliced();
        var results = verification.verdict().rules();
        var passed = new Verdict(List.of(results.get(0), results.get(2)));

        assertThat(Pages.page(MODEL, new Verification(MODEL, verification.evaluation(), passed)))
                .contains("✓ passed</span>", "<p>1 of 2 rules are met, and the others are only warnings.</p>");
    }

    @Test
    void needsNothingBesideItself() {
        assertThat(FAILED)
                .doesNotContain("url(", "@import", "<link rel=\"stylesheet", "<script src")
                .doesNotContainPattern("src=\"(?!data:)")
                .contains("default-src 'none'", "img-src data:;", "script-src &#39;sha256-");
        assertThat(FAILED.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
    }

    @Test
    void onlyItsOwnScriptsMayRun() throws Exception {
        var scripts = Pattern.compile("(?s)<script>(.*?)</script>")
                .matcher(FAILED)
                .results()
                .toList();

        assertThat(scripts).hasSize(2);
        for (var script : scripts) {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(FAILED.replace("&#x3D;", "="))
                    .contains("&#39;sha256-" + Base64.getEncoder().encodeToString(digest) + "&#39;");
        }
    }

    @Test
    void writesThePageAmongTheReports() throws IOException {
        var reports = new Reports(folder, "digits");

        HtmlReport.write(reports, Pages.about(EvaluationReport.of(Samples.complete()), Pages.classifier(MODEL)));

        assertThat(folder.resolve("report/index.html")).content().isEqualTo(Pages.page(MODEL, Samples.complete()));
    }

    @Test
    void showsTheVerdictOverManyModels() throws IOException {
        var report = EvaluationReport.of(Samples.complete());
        var verdict = new Verdict(report.results("digits"));

        HtmlReport.write(new Reports(folder, "all"), new Aggregation(report.evaluations("digits"), verdict));

        assertThat(folder.resolve("report/index.html"))
                .content()
                .contains("<title>✗ all – LeNet report</title>", "✗ failed", "<th scope=\"row\">digits: shifted</th>");
    }

    @Test
    void isTheSameEverywhere() {
        var usual = Locale.getDefault();
        try {
            // Numbers that are formatted for this locale have other digits.
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Pages.page(MODEL, new Verification(MODEL, Samples.EVALUATION, Samples.FAILED)))
                    .isEqualTo(FAILED);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void aNameThatIsMarkupAppearsAsText() {
        var evaluation = Evaluations.of(List.of("<script>alert(1)</script>", "\"&'"), new int[] {0, 1}, 0, 1, 0, 1);

        assertThat(page(evaluation, Samples.MINIMUM_ACCURACY))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&quot;&amp;&#39;");
    }

    @Test
    void coloursTheConfusionMatrix() {
        // Of 1000 images of each digit, 13 or 12 are taken for the next one.
        assertThat(FAILED)
                .contains("<td class=\"right\" style=\"--heat:0.98\" title=\"9 answered with 9: 987\">987</td>")
                .contains("<td class=\"wrong\" style=\"--heat:1\" title=\"3 answered with 4: 13\">13</td>")
                .contains("<td class=\"none\">0</td>");
    }

    @Test
    void showsHowTheModelLearnt() {
        assertThat(FAILED)
                .contains("Learning history")
                .contains("<th scope=\"row\">2</th><td>0.0005</td><td>0.0712</td><td>0.9781</td>"
                        + "<td>0.0567</td><td>0.9823</td></tr>");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        var withoutHoldOut = Samples.model(new EpochResult(1, 0.001, 0.2, 0.9, null, null, 1, 1));

        assertThat(passed(withoutHoldOut)).contains("Training loss").doesNotContain("Validation loss");
        assertThat(passed(Samples.model())).doesNotContain("Learning history</h2>");
    }

    @Test
    void saysWhereTheModelComesFrom() {
        assertThat(FAILED)
                .contains(Samples.EVALUATION.model().sha256(), "lenet5, 44426 parameters, 178912 bytes")
                .contains("learningRate 0.001, schedule constant, ", ", seed 42</dd>");
    }

    @Test
    void namesThePicturesThatTheImagesWereMadeFrom() {
        var page = Pages.about(EvaluationReport.of(Samples.verification(Samples.FAILED)), Pages.classifier(MODEL));
        var answers = page.images().orElseThrow().answers();
        var images = page.images().orElseThrow().named().images();
        var files = IntStream.range(0, images.size())
                .mapToObj(image -> "test/<" + image + ">.png")
                .toList();
        var named = new ModelPage(
                page.evaluation(), page.model(), Optional.of(new Images(new NamedImages(images, files), answers)));

        // In the page itself, and among the pictures that its scripts add.
        var first = Gallery.mistakes(answers).get(0);
        assertThat(HtmlReport.page("digits", named))
                .contains("alt=\"Test image %1$d (test/&lt;%1$d&gt;.png): ".formatted(first))
                .containsPattern("\"file\":\"test/[^\"]*%d[^\"]*\\.png\"".formatted(first));
        assertThat(HtmlReport.page("digits", page))
                .contains("alt=\"Test image " + first + ": ")
                .doesNotContain("\"file\":");
    }

    @Test
    void tellsOfTheTrainingWhatIsKnown() {
        var page = Pages.about(EvaluationReport.of(Samples.verification(Samples.FAILED)), Pages.classifier(MODEL));
        var classifier = page.model().orElseThrow().classifier();
        var run = Provenance.ofRun(
                classifier.sha256(),
                InputsOfTests.MNIST,
                null,
                new Build("3.9.16", new Git("0a1b2c", true)),
                "Java kernels on CPU",
                2,
                Instant.EPOCH);

        assertThat(HtmlReport.page(
                        "digits",
                        new ModelPage(page.evaluation(), Optional.of(new Model(classifier, run)), page.images())))
                .contains("<dt>Git commit</dt><dd>0a1b2c, with local changes</dd>", "<dt>Maven</dt><dd>3.9.16</dd>")
                .contains("<dt>Trained by</dt><dd>Java kernels on CPU, threads: 2</dd>")
                .doesNotContain("Licence of the data");
        assertThat(HtmlReport.page("digits", page)).doesNotContain("Git commit");
    }

    @Test
    void anEvaluationWithoutAGateIsNotJudged() {
        assertThat(Pages.page(MODEL, EvaluationReport.of(Samples.EVALUATION)))
                .contains("<header class=\"unjudged\">", "not judged", "<p>No gate was asked.</p>")
                .doesNotContain("<h2>Rules</h2>", "✓ passed", "✗ failed");
    }

    @Test
    void aBrokenModelIsShownAsOne() {
        var broken = Evaluations.of(List.of("a", "b"), new int[] {0}, Float.NaN, Float.NaN);

        assertThat(page(broken, Samples.MAXIMUM_LOSS))
                .contains("<td data-title=\"Value\">not a number</td>", "<dt>Loss in nats</dt><dd>–</dd>")
                .contains("<dt>Images without an answer (NaN)</dt><dd>1 of 1</dd>");
    }

    private static String passed(ModelDescription model) {
        return Pages.page(model, new Verification(model, Samples.EVALUATION, Samples.PASSED));
    }

    private static String page(Evaluation evaluation, Rule rule) {
        return Pages.page(MODEL, Samples.verification(evaluation, rule));
    }
}
