package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.dataset.Transformation;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.FurtherEvaluation;
import io.github.lenet.maven.gate.GithubActions;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.model.Classifier;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Reports;
import io.github.lenet.store.PictureOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a trained model and variants of it. */
@MojoTest
class VerifyGoalTest {

    private static final VerifyPolicy STRICT = new VerifyPolicy(true, true, true, true);
    private static final BaselineLimits NO_REGRESSION = new BaselineLimits(null, null, null, null, null);

    private final RecordingLog log = new RecordingLog();
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream commands = new ByteArrayOutputStream();

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private Path model;
    private Path project;
    private DatasetOptions dataset = TrainedModel.dataset();
    private VerifyPolicy policy = STRICT;
    private boolean page = true;
    private BaselineRequest baseline;
    private List<FurtherEvaluation> evaluations = List.of();
    private List<PlannedTraining> trainings = List.of();

    @BeforeEach
    void train() throws Exception {
        model = Models.trained(system);
        project = folder;
    }

    @Test
    void passesAModelThatIsGoodEnough() throws Exception {
        verify(Rule.minimumAccuracy("50%"));

        assertThat(log.lines("info"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Passed: accuracy on my-digits test (200 images) is "),
                        line -> assertThat(line)
                                .isEqualTo("Report: " + reports().htmlFile()));
        assertThat(reports().junitFile()).exists();
        assertThat(EvaluationReport.read(reports().evaluationFile()).leaked()).isZero();
    }

    @Test
    void namesTheCopyThatAnApplicationGets() throws Exception {
        var other = Models.without(model, folder.resolve("other.zip"), 7);
        var copy = folder.resolve("classes/digits/model.zip");
        ModelArchive.read(model).withoutUpdaterState().write(copy);

        trainings = List.of(training(2, folder.resolve("none.zip")), training(2, other), training(2, copy));
        verify(Rule.minimumAccuracy("50%"));

        var named = EvaluationReport.read(reports().evaluationFile()).model();
        assertThat(named.sha256()).isEqualTo(Classifier.load(model).sha256());
        assertThat(named.resourceSha256()).isEqualTo(Classifier.load(copy).sha256());
        assertThat(named.coefficientsSha256()).isEqualTo(Classifier.load(copy).coefficientsSha256());
        assertThat(reports().modelCardFile()).content().contains(named.resourceSha256(), named.coefficientsSha256());
    }

    @Test
    void namesNoCopyOfAnotherModel() throws Exception {
        trainings = List.of(training(2, Models.without(model, folder.resolve("other.zip"), 7)));

        verify(Rule.minimumAccuracy("50%"));

        assertThat(EvaluationReport.read(reports().evaluationFile()).model().resourceSha256())
                .isNull();
    }

    @Test
    void comparesNoModelWithItsCopy() throws Exception {
        var copy = folder.resolve("copy.zip");
        ModelArchive.read(model).withoutUpdaterState().write(copy);
        baseline = file(copy);

        verify();

        assertThat(EvaluationReport.read(reports().evaluationFile()).baseline().sameArchive())
                .isTrue();
    }

    @Test
    void failsTheBuildAfterTheReportsAreWritten() {
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("1")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(
                        "but the minimum is 1.0000. See " + reports().htmlFile());
        assertThat(reports().evaluationFile()).content().contains("\"passed\": false");
        assertThat(reports().htmlFile()).exists();
    }

    @Test
    void whatOnlyAccompaniesAVerdictDoesNotChangeIt() throws Exception {
        spoilDecorations();

        verify(Rule.minimumAccuracy("50%"));

        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("info: Passed: accuracy on my-digits test (200 images) is "),
                        line -> assertThat(line)
                                .isEqualTo("info: Report: " + reports().evaluationFile()),
                        this::assertNamesDecorations);
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict().passed())
                .isTrue();
        assertThat(reports().junitFile()).exists();
    }

    @Test
    void whatOnlyAccompaniesAVerdictDoesNotHideWhyItFailed() throws Exception {
        spoilDecorations();

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("1")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("accuracy on my-digits test (200 images) is ");

        assertThat(log.lines()).singleElement().satisfies(this::assertNamesDecorations);
        assertThat(reports().junitFile()).content().contains("failures=\"1\"");
    }

    /** Puts something in the way of everything that goes with a verdict. */
    private void spoilDecorations() throws IOException {
        var copy = folder.resolve("elsewhere/model.zip");
        Files.createDirectories(copy.getParent());
        Files.copy(model, copy);
        Files.writeString(copy.resolveSibling("provenance.json"), "{\"schemaVersion\": null}");
        model = copy;
        Files.createDirectories(reports().outputDirectory());
        Files.writeString(reports().outputDirectory().resolve("report"), "a file where a folder must be");
        for (var file : List.of(
                reports().summaryFile(), reports().modelCardFile(), reports().billOfMaterialsFile())) {
            Files.createDirectories(file.resolve("a folder where a file must be"));
        }
        environment.put(
                "GITHUB_STEP_SUMMARY",
                folder.resolve("none").resolve("summary.md").toString());
    }

    private void assertNamesDecorations(String line) {
        assertThat(line)
                .startsWith("warn: The verdict stands, but not all that goes with it could be written: ")
                .contains(
                        "GITHUB_STEP_SUMMARY: ",
                        "provenance.json",
                        "summary.md",
                        "model-card.md",
                        "bom.json",
                        "index.html");
    }

    @Test
    void saysTheVerdictThatCannotBeWritten() throws Exception {
        Files.createDirectories(reports().junitFile().resolve("a folder where a file must be"));

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("0.5"), Rule.minimumAccuracy("1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reports().junitFile().toString());

        assertThat(log.lines("info")).anyMatch(line -> line.startsWith("Passed: accuracy on my-digits test"));
        assertThat(log.lines("warn")).anyMatch(line -> line.endsWith("but the minimum is 1.0000."));
    }

    @Test
    void pointsAtTheSummaryWhereThereIsNoPage() throws Exception {
        page = false;

        verify(Rule.minimumAccuracy("0.9"));

        assertThat(reports().htmlFile()).doesNotExist();
        assertThat(log.lines("info")).contains("Report: " + reports().summaryFile());
    }

    @Test
    void warnsOfAClassWithoutTestImages() throws Exception {
        dataset = withoutSeven();
        var recall = new RuleDefinition("rules/rule[1]")
                .metric("recall")
                .element("class")
                .minimum("0")
                .rules()
                .get(0);

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("0"), recall))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("recall of class 7 on ")
                .hasMessageContaining("is undefined: there is no image of class 7.");

        var warning = "my-digits test (200 images) has no image of class 7, so nothing is known of it";
        assertThat(log.lines("warn")).contains(warning);
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict().warnings())
                .containsExactly(warning);
        assertThat(reports().htmlFile()).content().contains(warning);
    }

    /** The digits, with another label on every 7 of the test. */
    private DatasetOptions withoutSeven() throws IOException {
        var data = TrainedModel.dataset().dataDirectory();
        var copy = Files.createDirectories(folder.resolve("data"));
        try (var files = Files.list(data)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        var labels = Files.readAllBytes(copy.resolve(Split.TEST.labelsFile()));
        for (int i = 8; i < labels.length; i++) {
            labels[i] = labels[i] == 7 ? 1 : labels[i];
        }
        Files.write(copy.resolve(Split.TEST.labelsFile()), labels);
        return new DatasetOptions(
                "my-digits",
                copy,
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of());
    }

    @Test
    void reportsEveryViolation() {
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("1"), rule("loss", "0"), rule("accuracy", "1")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("2 of 3 rules are not met:")
                .hasMessageContainingAll("accuracy on my-digits test", "loss on my-digits test");
    }

    @Test
    void onlyWarnsWhenItIsToldNotToHalt() throws Exception {
        policy = new VerifyPolicy(false, true, true, true);

        verify(Rule.minimumAccuracy("1"));

        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .contains("but the minimum is 1.0000")
                .contains("haltOnFailure");
    }

    @Test
    void refusesARuleThatTheModelCannotMeetOrMiss() {
        var definition = new RuleDefinition("rules/rule[1]")
                .metric("recall")
                .element("class")
                .minimum("0.9");

        assertThatThrownBy(() ->
                        verify(definition.includes(List.of("eight")).rules().get(0)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("known are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9");
        assertThat(reports().evaluationFile()).doesNotExist();
    }

    @Test
    void doesNotPassForWantOfAnythingToCheck() {
        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is nothing to check: set a minimum");
    }

    @Test
    void saysAloudThatItChecksNothing() throws Exception {
        policy = new VerifyPolicy(true, true, false, true);

        verify();

        assertThat(log.lines("warn")).singleElement().asString().startsWith("Nothing was checked.");
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict()).isNull();
        assertThat(reports().junitFile()).doesNotExist();
    }

    @Test
    void needsAModelUnlessItIsToldOtherwise() throws Exception {
        model = folder.resolve("no-model.zip");
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("50%")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("Train one first with `mvn lenet:train lenet:verify`");

        policy = new VerifyPolicy(true, false, true, true);
        verify(Rule.minimumAccuracy("50%"));

        assertThat(log.lines())
                .containsExactly("warn: Nothing is checked: " + model + " does not exist, and failIfNoModel is false.");
    }

    @Test
    void holdsEachOfTheOtherImagesAgainstRulesOfTheirOwn() throws Exception {
        evaluations = List.of(
                new FurtherEvaluation(
                        "pale",
                        TrainedModel.dataset(),
                        Split.TEST,
                        new Transformation(0, 0, 0, 0.5, 0, 42),
                        new Gate(List.of(rule("accuracy", "1")))),
                new FurtherEvaluation(
                        "noisy",
                        TrainedModel.dataset(),
                        Split.TRAIN,
                        new Transformation(0, 0, 0.1, 1, 0, 42),
                        new Gate(List.of(rule("accuracy", "0")))));

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("50%")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("noisy: accuracy on my-digits train, ")
                .hasMessageContaining("(600 images)");
        assertThat(EvaluationReport.read(reports().evaluationFile()).evaluations())
                .extracting(evaluation -> evaluation.name())
                .containsExactly("pale", "noisy");
    }

    @Test
    void namesAnEvaluationThatLeavesNothingOfItsImages() {
        evaluations = List.of(new FurtherEvaluation(
                "gone",
                TrainedModel.dataset(),
                Split.TEST,
                new Transformation(28, 0, 0, 1, 0, 42),
                new Gate(List.of(rule("accuracy", "0")))));

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("50%")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "evaluations is gone, but cannot be made: shift is 28, but must be below the 28 pixels of an image");
    }

    @Test
    void comparesWithABaseline() throws Exception {
        baseline = file(Models.without(model, folder.resolve("worse.zip"), 7));

        verify();

        assertThat(log.lines("info").get(0)).startsWith("Passed: ").contains("worse.zip");
        assertThat(EvaluationReport.read(reports().evaluationFile()).baseline()).isNotNull();
    }

    @Test
    void namesABaselineAsItIsCalledOnEveryMachine() throws Exception {
        baseline = file(Models.without(model, folder.resolve("models/worse.zip"), 7));
        verify();
        assertThat(EvaluationReport.read(reports().evaluationFile()).baseline().name())
                .isEqualTo("models/worse.zip");

        project = folder.resolve("elsewhere");
        verify();
        assertThat(EvaluationReport.read(reports().evaluationFile()).baseline().name())
                .isEqualTo(
                        "worse.zip (SHA-256 %s...)",
                        Sha256.hex(folder.resolve("models/worse.zip")).substring(0, 12));
        try (var files = Files.walk(reports().outputDirectory())) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(folder.toString()));
        }
    }

    @Test
    void warnsOfABaselineThatHasLearntTestImages() throws Exception {
        var file = Models.without(model, folder.resolve("release/model.zip"), 7);
        baseline = file(file);
        var test = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset())
                .read(Split.TEST);
        var learnt = TrainingImages.of(Sha256.hex(file), test.subset(new int[] {3, 5, 8}, "train"));
        learnt.write(file.resolveSibling("training-images.json"));

        verify();

        var warning =
                "The baseline release/model.zip was trained on 3 of the 200 test images: it has seen the right answers, and looks better"
                        + " here than it is. Compare with a model that was trained without them.";
        assertThat(log.lines("warn")).containsExactly(warning);
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict().warnings())
                .containsExactly(warning);
    }

    @Test
    void takesNoWordOfAnotherModelForThatOfTheBaseline() throws Exception {
        var file = Models.without(model, folder.resolve("release/model.zip"), 7);
        baseline = file(file);
        var test = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset())
                .read(Split.TEST);
        TrainingImages.of(Sha256.hex(model), test).write(file.resolveSibling("training-images.json"));
        verify();
        assertThat(log.lines("warn")).isEmpty();

        Files.writeString(file.resolveSibling("training-images.json"), "{");
        verify();
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith("Nobody can tell whether the baseline was trained on the test images: ");
    }

    @Test
    void failsAModelThatIsWorseThanItsBaseline() throws Exception {
        baseline = file(model);
        model = Models.without(model, folder.resolve("worse.zip"), 7);

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("10%")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("regression");
        assertThat(reports().evaluationFile()).content().contains("\"metric\": \"regression\"");
    }

    @Test
    void saysAloudThatBothSidesAreTheSameFile() throws Exception {
        baseline = file(Files.copy(model, folder.resolve("copy.zip")));

        verify();

        assertThat(log.lines("warn")).singleElement().asString().contains("copy.zip is the same archive as the model");
    }

    @Test
    void namesABaselineThatIsDamaged() throws Exception {
        baseline = file(Models.damaged(model, folder.resolve("damaged.zip")));

        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Cannot compare with the baseline ")
                .hasMessageContaining("damaged.zip is no usable model")
                .hasMessageEndingWith(". Get that file again from where it was published, or name another baseline");
    }

    @Test
    void namesABaselineThatGitHasLeftElsewhere() throws Exception {
        var pointer = folder.resolve("pointer.zip");
        Files.writeString(pointer, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 546123\n");
        baseline = file(pointer);

        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Cannot compare with the baseline pointer.zip: %s is a Git LFS pointer: run git lfs pull"
                        .formatted(pointer));
    }

    @Test
    void refusesABaselineOfOtherClasses() throws Exception {
        var letters = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        baseline = file(Models.renamed(model, folder.resolve("letters.zip"), letters));

        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Cannot compare with the baseline ")
                .hasMessageContaining("[a, b, c, d, e, f, g, h, i, j]");
    }

    @Test
    void takesNoMissingFileForAFirstRelease() {
        baseline = file(folder.resolve("nowhere.zip"));

        assertThatThrownBy(this::verify)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is no baseline: " + folder.resolve("nowhere.zip") + " does not exist.");
    }

    @Test
    void warnsOfAFirstRelease() throws Exception {
        baseline = artifact(true);

        verify(Rule.minimumAccuracy("50%"));

        assertThat(log.lines("warn"))
                .containsExactly(
                        "There is no baseline: no repository holds com.acme:digits:zip:lenet:1.0 (asked: ). The model is not"
                                + " compared, as before a first release (ignoreMissingBaseline is true).");
        assertThat(EvaluationReport.read(reports().evaluationFile()).verdict().passed())
                .isTrue();
    }

    @Test
    void writesTheNumbersOfAFirstReleaseWithoutOtherRules() throws Exception {
        baseline = artifact(true);

        verify();

        assertThat(log.lines("warn").get(1)).startsWith("Nothing was checked.");
    }

    @Test
    void needsABaselineWhereItIsToldTo() {
        baseline = artifact(false);

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("50%")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageEndingWith(
                        "Before the first release, set <ignoreMissingBaseline>true</ignoreMissingBaseline>.");
    }

    @Test
    void refusesAModelThatThePomDoesNotDescribe() throws Exception {
        trainings = List.of(training(7));

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("50%")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "The model " + model + " was not trained with the values of this POM: epochs changed")
                .hasMessageContaining("Train it again with `mvn lenet:train@digits`.");

        policy = new VerifyPolicy(true, true, true, false);
        verify(Rule.minimumAccuracy("50%"));
        assertThat(log.lines("warn")).singleElement().asString().contains("epochs changed from 2 to 7");
    }

    @Test
    void takesAModelThatOneOfTheTrainingsWouldMake() throws Exception {
        trainings = List.of(training(7), training(2));

        verify(Rule.minimumAccuracy("50%"));

        assertThat(log.lines("warn")).isEmpty();
    }

    @Test
    void showsTheVerdictOnThePageOfAGitHubJob() throws Exception {
        var summary = Files.writeString(folder.resolve("step-summary.md"), "before\n");
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());
        environment.put("GITHUB_ACTIONS", "true");

        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("1"))).isInstanceOf(MojoFailureException.class);

        assertThat(summary)
                .content()
                .isEqualTo("before\n" + Files.readString(reports().summaryFile()));
        assertThat(commands.toString(StandardCharsets.UTF_8))
                .startsWith("::error title=digits%3A accuracy missed::accuracy on");
    }

    @Test
    void writesIntoNothingThatCouldHoldTheBuildUp() throws Exception {
        environment.put("GITHUB_STEP_SUMMARY", folder.toString());

        verify(Rule.minimumAccuracy("0.5"));

        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .endsWith("GITHUB_STEP_SUMMARY: " + folder + " is no file");
    }

    @Test
    void theCardNamesTheRunThatMadeThisModelAndNoOther() throws Exception {
        verify(Rule.minimumAccuracy("0.5"));
        assertThat(reports().modelCardFile())
                .content()
                .contains(
                        "- Published by: com.acme\n- Version: 1.1\n",
                        "\nSorting of letters\n",
                        "data of the publisher's own")
                .contains("- Computed by: Java kernels on CPU\n");

        var copy = folder.resolve("elsewhere/model.zip");
        Files.createDirectories(copy.getParent());
        Files.copy(model, copy);
        var run = model.resolveSibling("provenance.json");
        Files.writeString(
                copy.resolveSibling("provenance.json"),
                Files.readString(run).replaceFirst("(\"modelSha256\": \")....", "$1beef"));
        model = copy;
        verify(Rule.minimumAccuracy("0.5"));
        assertThat(reports().modelCardFile()).content().doesNotContain("Computed by");
        assertThat(reports().billOfMaterialsFile()).content().contains("\"useCases\"");
    }

    @Test
    void writesNoCommandsElsewhere() {
        assertThatThrownBy(() -> verify(Rule.minimumAccuracy("1"))).isInstanceOf(MojoFailureException.class);

        assertThat(commands.toByteArray()).isEmpty();
    }

    private void verify(Rule... rules) throws Exception {
        var session = Repositories.sessionOfThisBuild(system).setOffline(false);
        var module = Builds.module("<groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.1</version>");
        module.setRemoteArtifactRepositories(new ArrayList<>());
        var inferences = TrainedModel.inferences(system, log.log(), folder);
        var goal = new VerifyGoal(
                TrainedModel.models(system, log.log()),
                TrainedModel.datasets(system, log.log()),
                new Baselines(new ArtifactResolver(system, session, module), project, inferences, log.log()),
                inferences,
                new Conclusion(
                        new GithubActions(environment, new PrintStream(commands, true, StandardCharsets.UTF_8)),
                        log.log()),
                log.log());
        goal.run(new VerifyRequest(
                ModelOptions.of(model),
                dataset,
                null,
                new Demands(List.of(rules), evaluations, baseline),
                trainings,
                policy,
                ModelOrigin.publication(module, "  Sorting of letters "),
                page,
                reports(),
                null));
    }

    private Reports reports() {
        return new Reports(folder.resolve("lenet"), "digits");
    }

    private static Rule rule(String metric, String maximum) {
        return new RuleDefinition("rules/rule[1]")
                .metric(metric)
                .maximum(maximum)
                .rules()
                .get(0);
    }

    private static BaselineRequest file(Path file) {
        return BaselineRequest.of(file.toFile(), null, null, false, true, NO_REGRESSION);
    }

    private static BaselineRequest artifact(boolean ignoreMissing) {
        return BaselineRequest.of(null, "com.acme:digits:1.0", null, false, ignoreMissing, NO_REGRESSION);
    }

    /** The training of the model, but for the number of epochs. */
    private static PlannedTraining training(int epochs) {
        return training(epochs, null);
    }

    private static PlannedTraining training(int epochs, Path packagedCopy) {
        var hyperparameters = Map.of(
                "architecture", "lenet5",
                "epochs", Integer.toString(epochs),
                "batchSize", "32",
                "learningRate", "1e-3",
                "schedule", "constant",
                "weightDecay", "0",
                "augmentation", "none",
                "validationFraction", "0",
                "earlyStoppingPatience", "0",
                "seed", "42");
        var dataset = TrainedModel.dataset();
        return new PlannedTraining(
                "digits", hyperparameters, null, dataset.name(), dataset.dataDirectory(), null, packagedCopy);
    }
}
