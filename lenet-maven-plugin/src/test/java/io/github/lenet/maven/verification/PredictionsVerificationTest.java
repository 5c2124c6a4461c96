package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.Transformation;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.SlicesOptions;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.FurtherEvaluation;
import io.github.lenet.maven.gate.GithubActions;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.model.NoModelException;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Reports;
import io.github.lenet.store.PictureOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifications of files, without any model. */
@MojoTest
class PredictionsVerificationTest {

    private static final String WARNING =
            "nothing tells how many rows new.csv must have, so that a file which was cut short could pass: set <expectedRows>, a"
                    + " rule with the metric images, or the <dataset> that the rows are about";

    /** Three of four are right. */
    private static final String CLASSES = "id,label,predicted\n1,cat,cat\n2,dog,dog\n3,owl,dog\n4,owl,owl\n";

    private static final BaselineLimits NO_REGRESSION = new BaselineLimits(null, null, null, null, null);

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private Path file;
    private Integer expectedRows;
    private boolean hasImages;
    private VerifyPolicy policy = new VerifyPolicy(true, true, true, true);
    private BaselineRequest baseline;
    private List<FurtherEvaluation> evaluations = List.of();
    private SlicesOptions slices;

    @BeforeEach
    void predict() throws IOException {
        file = Files.writeString(folder.resolve("new.csv"), CLASSES);
    }

    @Test
    void passesPredictionsThatAreGoodEnough() throws Exception {
        verify(Rule.minimumAccuracy("0.75"));

        assertThat(log.lines())
                .containsExactly(
                        "warn: " + WARNING,
                        "info: Passed: accuracy on new.csv (4 images) is 0.7500 (3/4), and the minimum is 0.7500.",
                        "info: Report: " + reports().htmlFile());
        var report = EvaluationReport.read(reports().evaluationFile());
        assertThat(report.model().kind()).isEqualTo("predictions");
        assertThat(report.verdict().warnings()).containsExactly(WARNING);
        assertThat(reports().evaluationFile()).content().doesNotContain("loss", "architecture", "parameters", "leaked");
        assertThat(reports().htmlFile()).content().contains("✓ passed").doesNotContain("<img");
        assertThat(reports().junitFile()).exists();
        assertThat(reports().summaryFile()).exists();
        assertThat(reports().modelCardFile()).exists();
        assertThat(reports().billOfMaterialsFile()).exists();
    }

    @Test
    void failsTheBuildAfterTheReportsAreWritten() {
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("0.9")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("accuracy on new.csv (4 images) is 0.7500 (3/4), but the minimum is 0.9000. See "
                        + reports().htmlFile());
        assertThat(reports().junitFile()).content().contains("failures=\"1\"");
    }

    @Test
    void failsARuleThatClassesAloneCannotAnswer() {
        assertThatThrownBy(() -> verify(rule("loss").maximum("5").rules().get(0)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "loss on new.csv (4 images) is unknown: new.csv gives classes without probabilities.");
    }

    @Test
    void letsNoFilePassThatWasCutShort() throws Exception {
        expectedRows = 4;
        verify(Rule.minimumAccuracy("0.5"));
        expectedRows = null;
        verify(Rule.minimumAccuracy("0.5"), rule("images").minimum("4").rules().get(0));
        assertThat(log.lines("warn")).isEmpty();

        assertThatThrownBy(() -> verify(rule("images").minimum("5").rules().get(0)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("number of images on new.csv (4 images) is 4, but the minimum is 5.");
        expectedRows = 5;
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("0.5")))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(file + " has 4 rows, but <expectedRows> is 5; the file may have been cut short");
    }

    @Test
    void holdsThePredictionsAgainstTheImagesOfADataSet() throws Exception {
        predictDigits();

        verify(Rule.minimumAccuracy("0"));

        assertThat(log.lines("warn")).isEmpty();
        assertThat(log.lines("info").get(0)).startsWith("Passed: accuracy on my-digits test (20 images) is ");
        assertThat(reports().htmlFile()).content().contains("<img").doesNotContain("<canvas");

        Files.writeString(file, Files.readString(file).replaceFirst("\n.*\n$", "\n"));
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("0")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith(
                        "has 19 rows, but must have one for each of my-digits test (20 images); it may have been"
                                + " cut short");
    }

    @Test
    void comparesRowsOfTheSameIdWhateverClassesTheyName() throws Exception {
        baseline = predictions(Files.writeString(
                folder.resolve("old.csv"), "id,label,predicted\n4,owl,owl\n3,owl,owl\n2,dog,fox\n1,cat,cat\n"));

        verify();

        var comparison = EvaluationReport.read(reports().evaluationFile()).baseline();
        assertThat(comparison.name()).isEqualTo("old.csv");
        assertThat(comparison.model().kind()).isEqualTo("predictions");
        assertThat(comparison.gained()).containsExactly(1);
        assertThat(comparison.lost()).containsExactly(2);
        // A class that the baseline alone names belongs to the comparison, not to the model.
        assertThat(reports().evaluationFile()).content().doesNotContain("fox");
        assertThat(reports().htmlFile()).content().contains("<dt>Baseline</dt><dd>old.csv</dd>");
    }

    @Test
    void namesTheBaselineThatCannotBeCompared() throws Exception {
        var old = folder.resolve("old.csv");
        baseline = predictions(old);
        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "There is no baseline: " + old + " does not exist. Correct <baselinePredictionsFile>");

        Files.writeString(old, CLASSES + "5,owl,owl\n");
        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Cannot compare with the baseline old.csv: %s, line 6: %s has no row with the id '5'; it may"
                                + " have been cut short",
                        old, file);
    }

    @Test
    void comparesWithAModelOnItsImagesOnly() throws Exception {
        baseline = BaselineRequest.of(folder.resolve("model.zip").toFile(), null, null, false, true, NO_REGRESSION);
        assertThatThrownBy(this::verify)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("baselineFile is ")
                .hasMessageEndingWith(
                        ", but needs images to answer: name the <dataset> of the predictions, or compare with a"
                                + " <baselinePredictionsFile>");

        hasImages = true;
        baseline = BaselineRequest.of(Models.trained(system).toFile(), null, null, false, true, NO_REGRESSION);
        var digits = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset())
                .read(Split.TEST);
        var rows = IntStream.range(0, digits.size()).mapToObj(image -> digits.label(image) + "," + digits.label(image));
        Files.writeString(file, rows.collect(Collectors.joining("\n", "label,predicted\n", "\n")));
        verify(TrainedModel.dataset());

        var comparison = EvaluationReport.read(reports().evaluationFile()).baseline();
        assertThat(comparison.model().kind()).isEqualTo("lenet");
        assertThat(comparison.lost()).isEmpty();
    }

    @Test
    void refusesOtherImagesThatNobodyCanAnswer() {
        evaluations = List.of(new FurtherEvaluation(
                "shifted",
                TrainedModel.dataset(),
                Split.TEST,
                new Transformation(2, 0, 0, 1, 0, 42),
                new Gate(List.of(Rule.minimumAccuracy("0.5")))));

        assertThatThrownBy(this::verify)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "evaluations/evaluation[1]/name is shifted, but cannot be measured: a <predictionsFile> holds no"
                                + " answers to other images");
    }

    @Test
    void measuresTheSlicesThatAFileNames() throws Exception {
        expectedRows = 4;
        slices("id,writer\n4,ben\n1,anna\n3,anna\n");

        assertThatThrownBy(() -> verify(slices("0.75", null)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "accuracy of slice writer=anna on new.csv (4 images) is 0.5000 (1/2), but the minimum"
                                + " is 0.7500. The slice has 2 images and a 95 % Wilson interval of 0.0945 to 0.9055; all 4 have 0.7500"
                                + " (3/4).");

        var report = EvaluationReport.read(reports().evaluationFile());
        assertThat(report.slices().file()).isEqualTo("slices.csv");
        assertThat(report.evaluation().slices().orElseThrow().names()).containsExactly("writer=anna", "writer=ben");
        assertThat(report.verdict().warnings())
                .containsExactly(
                        "slices.csv has no row for 1 of the images of new.csv (4 images), so no slice holds it");
        assertThat(reports().htmlFile()).content().contains("<h2>Slices</h2>");
        assertThat(reports().junitFile())
                .content()
                .contains("name=\"minimum accuracy of slice writer=anna on new.csv\"", "failures=\"1\"");
    }

    @Test
    void onlyWarnsOfSlicesWithTooFewImages() throws Exception {
        expectedRows = 4;
        slices("index,writer\n0,anna\n1,ben\n2,anna\n3,ben\n");

        verify(slices("0.75", "3"));

        var warning =
                "1 slice misses a limit, which is only a warning below the <minimumImages> of the rule: accuracy of"
                        + " slice writer=anna";
        assertThat(log.lines("warn").get(0)).isEqualTo(warning);
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict().warnings())
                .containsExactly(warning);
        assertThat(reports().junitFile()).content().contains("failures=\"0\"", "skipped=\"1\"");
    }

    @Test
    void namesTheSlicesOfTheImagesOfADataSetByTheirIndex() throws Exception {
        predictDigits();
        slices("index,writer\n19,anna\n0,ben\n");

        verify(slices("0", null));

        assertThat(log.lines("warn"))
                .containsExactly("slices.csv has no row for 18 of the images of my-digits test (20 images), so no slice"
                        + " holds them");
        slices("id,writer\n0,anna\n");
        assertThatThrownBy(() -> verify(slices("0", null)))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("line 1: the first column is id, but the images of my-digits test have none");
    }

    @Test
    void refusesRulesOfSlicesThatThereAreNot() throws Exception {
        assertThatThrownBy(() -> verify(slices("0.75", null)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("rules/rule[1]/element is slice, but there are no slices here");

        slices("id,camera\n1,old\n");
        assertThatThrownBy(() -> verify(slices("0.75", null)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("rules/rule[1]/includes is writer=*, but is no slice; known are camera=old");
        assertThat(reports().evaluationFile()).doesNotExist();
    }

    @Test
    void needsAFileUnlessItIsToldOtherwise() throws Exception {
        Files.delete(file);
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("0.5")))
                .isInstanceOf(NoModelException.class)
                .hasMessageContaining(file + " does not exist. Let a test or a script write the predictions first");

        policy = new VerifyPolicy(true, false, true, true);
        verify(Rule.minimumAccuracy("0.5"));
        assertThat(log.lines())
                .containsExactly("warn: Nothing is checked: " + file + " does not exist, and failIfNoModel is false.");
    }

    @Test
    void saysAloudThatItChecksNothing() throws Exception {
        policy = new VerifyPolicy(true, true, false, true);
        Files.writeString(file, "label,p_a,p_b\na,0.5,0.5\n");

        verify();

        assertThat(log.lines("warn"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("in 1 row of new.csv, several classes have the highest"),
                        line -> assertThat(line).isEqualTo(WARNING),
                        line -> assertThat(line)
                                .isEqualTo("new.csv (1 image) has no image of class b, so nothing is known of it"),
                        line -> assertThat(line).startsWith("Nothing was checked."));
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict()).isNull();
    }

    /** Answers to 20 images of digits, most of which are wrong. */
    private void predictDigits() throws IOException {
        hasImages = true;
        SyntheticDigits.write(folder.resolve("data"), 10, 20, 7);
        var digits = SyntheticDigits.test(20, 7);
        var rows = IntStream.range(0, 20).mapToObj(image -> digits.label(image) + "," + digits.label(image) * 7 % 10);
        Files.writeString(file, rows.collect(Collectors.joining("\n", "label,predicted\n", "\n")));
    }

    private void slices(String content) throws IOException {
        slices = SlicesOptions.of(
                Files.writeString(folder.resolve("slices.csv"), content).toFile(), folder);
    }

    private static Rule slices(String minimum, String minimumImages) {
        return rule("accuracy")
                .element("slice")
                .includes(List.of("writer=*"))
                .minimum(minimum)
                .minimumImages(minimumImages)
                .rules()
                .get(0);
    }

    private void verify(Rule... rules) throws Exception {
        verify(
                new DatasetOptions(
                        "my-digits",
                        folder.resolve("data"),
                        PictureOptions.DEFAULT,
                        new CacheDirectory(folder.resolve("cache"), false),
                        List.of()),
                rules);
    }

    private void verify(DatasetOptions dataset, Rule... rules) throws Exception {
        var session = Repositories.sessionOfThisBuild(system);
        var module = Builds.module("<groupId>com.acme</groupId><artifactId>scores</artifactId><version>1.1</version>");
        module.setRemoteArtifactRepositories(new ArrayList<>());
        new VerifyGoal(
                        TrainedModel.models(system, log.log()),
                        TrainedModel.datasets(system, log.log()),
                        new Baselines(
                                new ArtifactResolver(system, session, module),
                                folder,
                                TrainedModel.inferences(system, log.log(), folder),
                                log.log()),
                        TrainedModel.inferences(system, log.log(), folder),
                        new Conclusion(new GithubActions(Map.of(), System.out), log.log()),
                        log.log())
                .run(new VerifyRequest(
                        new ModelOptions(null, null, options(file, expectedRows)),
                        dataset,
                        slices,
                        new Demands(List.of(rules), evaluations, baseline),
                        List.of(),
                        policy,
                        Publication.ofNobody(null),
                        true,
                        reports(),
                        null));
    }

    private PredictionsOptions options(Path predictions, Integer rows) {
        return PredictionsOptions.of(predictions.toFile(), ",", rows, hasImages, folder);
    }

    private BaselineRequest predictions(Path predictions) {
        return BaselineRequest.of(null, null, options(predictions, null), false, true, NO_REGRESSION);
    }

    private Reports reports() {
        return new Reports(folder.resolve("lenet"), "scores");
    }

    private static RuleDefinition rule(String metric) {
        return new RuleDefinition("rules/rule[1]").metric(metric);
    }
}
