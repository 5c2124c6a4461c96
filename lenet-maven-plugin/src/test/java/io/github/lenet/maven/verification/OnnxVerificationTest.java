package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.archive.ArchiveFile;
import io.github.lenet.archive.ExportFormat;
import io.github.lenet.dataset.IdxArray;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.Transformation;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.fixtures.PicturesOfBars;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.GoalOutput;
import io.github.lenet.maven.dataset.SlicesOptions;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.FurtherEvaluation;
import io.github.lenet.maven.gate.GithubActions;
import io.github.lenet.maven.inference.EvaluateGoal;
import io.github.lenet.maven.inference.EvaluateRequest;
import io.github.lenet.maven.inference.PredictGoal;
import io.github.lenet.maven.inference.PredictRequest;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFormatException;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.picture.ImageSize;
import io.github.lenet.prediction.PredictionFormat;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Publication;
import io.github.lenet.report.Reports;
import io.github.lenet.report.SlicesReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The trained model as {@code lenet:export} writes it, with the real worker and the real ONNX Runtime. */
@MojoTest
class OnnxVerificationTest {

    private static final BaselineLimits NO_REGRESSION = new BaselineLimits(null, null, null, null, null);

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private Path archive;
    private Path network;
    private BaselineRequest baseline;
    private List<FurtherEvaluation> evaluations = List.of();
    private SlicesOptions slices;
    private String[] jvmArguments = {};

    @BeforeEach
    void export() throws Exception {
        archive = Models.trained(system);
        network = folder.resolve("digits.onnx");
        ExportFormat.ONNX.write(ArchiveFile.read(archive), null, network);
    }

    @Test
    void measuresWhatTheArchiveOfTheSameModelGives() throws Exception {
        baseline = baseline(archive);
        evaluations = List.of(new FurtherEvaluation(
                "moved",
                TrainedModel.dataset(),
                Split.TEST,
                new Transformation(2, 0, 0, 1, 0, 42),
                new Gate(List.of(Rule.minimumAccuracy("1%")))));

        verify(network, Rule.minimumAccuracy("50%"));

        var expected = expected();
        var report = EvaluationReport.read(reports().evaluationFile());
        assertThat(report.confusionMatrix()).isDeepEqualTo(expected.confusionMatrix());
        assertThat(report.model().kind()).isEqualTo("onnx");
        assertThat(report.model().name()).isEqualTo("digits.onnx");
        assertThat(report.model().sha256()).isEqualTo(Sha256.hex(network));
        assertThat(report.model().bytes()).isEqualTo(Files.size(network));
        assertThat(report.model().parameters()).isNull();
        assertThat(report.verdict()).isNotNull();
        assertThat(report.baseline()).isNotNull();
        assertThat(report.furtherEvaluations()).hasSize(1);
        assertThat(reports().htmlFile()).content().contains("digits.onnx");
        assertThat(reports().junitFile()).exists();
        assertThat(log.lines("info"))
                .contains("The outputs of " + network + " are probabilities")
                .anyMatch(line -> line.startsWith("Passed: accuracy on my-digits test (200 images) is "));
        assertThat(folder.resolve("onnx")).isDirectoryNotContaining("glob:**.idx");
    }

    @Test
    void measuresTheSlicesThatTheArchiveOfTheSameModelGives() throws Exception {
        var writers = IntStream.range(0, 200).mapToObj(image -> image + (image % 3 == 0 ? ",anna" : ",ben"));
        var file = Files.writeString(
                folder.resolve("slices.csv"), writers.collect(Collectors.joining("\n", "index,writer\n", "\n")));
        slices = SlicesOptions.of(file.toFile(), folder);
        var rule = new RuleDefinition("rules/rule[1]")
                .metric("accuracy")
                .element("slice")
                .minimum("0");

        verify(archive, rule.rules().get(0));
        var expected = EvaluationReport.read(reports().evaluationFile());
        verify(network, rule.rules().get(0));

        var report = EvaluationReport.read(reports().evaluationFile());
        assertThat(report.model().kind()).isEqualTo("onnx");
        assertThat(report.slices()).isEqualTo(expected.slices());
        assertThat(report.slices().list()).extracting(SlicesReport.Entry::total).containsExactly(67, 133);
        assertThat(report.decision().orElseThrow().rules()).hasSize(2);
    }

    @Test
    void failsBelowTheMinimum() throws Exception {
        var worse = Models.without(archive, folder.resolve("worse.zip"), 7);
        ExportFormat.ONNX.write(ArchiveFile.read(worse), null, network);

        assertThatThrownBy(() -> verify(network, Rule.minimumAccuracy("100%")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("but the minimum is 1.0000");
    }

    @Test
    void isABaselineBesideAModelOfThisProject() throws Exception {
        baseline = baseline(network);

        verify(archive);

        var report = EvaluationReport.read(reports().evaluationFile());
        assertThat(report.model().kind()).isEqualTo("lenet");
        assertThat(report.baseline().name()).isEqualTo("digits.onnx");
    }

    @Test
    void refusesAFileThatWasCutShortBeforeAnythingReadsIt() throws Exception {
        var bytes = Files.readAllBytes(network);
        Files.write(network, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> verify(network, Rule.minimumAccuracy("50%")))
                .isInstanceOf(OnnxFormatException.class)
                .hasMessageStartingWith(network + " is no usable ONNX model: ")
                .hasMessageContaining("the file is damaged or was cut short");
        assertThat(folder.resolve("onnx")).doesNotExist();
    }

    @Test
    void namesBothFormatsForAFileThatIsNeither() throws Exception {
        Files.writeString(network, "a text\n");

        assertThatThrownBy(() -> verify(network, Rule.minimumAccuracy("50%")))
                .isInstanceOf(IOException.class)
                .hasMessage(network + " is no usable model: it is no zip file, or a part of it is missing. It must be a"
                        + " model.zip of lenet:train, or an ONNX file. Train it again: mvn lenet:train");
    }

    @Test
    void isMeasuredByEvaluateAsWell() throws Exception {
        var request = EvaluateRequest.of(
                TrainedModel.dataset(), ModelOptions.of(network), "test", null, folder.resolve("lenet"));

        new EvaluateGoal(
                        TrainedModel.models(system, log.log()),
                        TrainedModel.datasets(system, log.log()),
                        inferences(),
                        new GoalOutput(log.log()),
                        log.log())
                .run(request);

        assertThat(EvaluationReport.read(request.evaluationFile()).confusionMatrix())
                .isDeepEqualTo(expected().confusionMatrix());
    }

    @Test
    void classifiesWithoutADataSetAsTheArchiveOfTheSameModelDoes() throws Exception {
        var images = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset(), Split.TEST)
                .read(Split.TEST);
        var sizes = List.of(images.size(), images.height(), images.width());
        IdxWriter.write(folder.resolve("digits.idx"), new IdxArray(IdxType.UNSIGNED_BYTE, sizes, images.pixels()));
        Files.writeString(folder.resolve("no-picture.png"), "a text");

        var expected = predictions(archive);

        assertThat(predictions(network)).hasSize(images.size() + 1).zipSatisfy(expected, (line, expectedLine) -> {
            var cells = line.split(",", -1);
            var expectedCells = expectedLine.split(",", -1);
            assertThat(List.of(cells[0], cells[1])).containsExactly(expectedCells[0], expectedCells[1]);
            if (!line.startsWith("image,")) {
                assertThat(Double.parseDouble(cells[2])).isCloseTo(Double.parseDouble(expectedCells[2]), within(1e-4));
            }
        });
    }

    /** The lines of the CSV, though one of the files cannot be used. */
    private List<String> predictions(Path model) throws IOException {
        var file = folder.resolve("answers.csv");
        var images = List.of("digits.idx", "no-picture.png");
        var request =
                new PredictRequest(ModelOptions.of(model), images, folder, null, null, PredictionFormat.CSV, file);
        var models = TrainedModel.models(system, log.log());
        var goal = new PredictGoal(models, inferences(), new GoalOutput(log.log()), log.log());
        assertThatThrownBy(() -> goal.run(request))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("1 image could not be used:");
        return Files.readAllLines(file);
    }

    @Test
    void classifiesImagesOfTheSizeThatIsNamedWhereTheGraphLeavesItOpen() throws Exception {
        Files.write(network, OnnxNetworks.ofAnySize());
        PicturesOfBars.write(folder);
        var file = folder.resolve("answers.csv");

        assertThatThrownBy(() -> predictBar(null, file))
                .hasMessageStartingWith(network + " leaves the size of an image open (1x?x?); set the one");
        predictBar(new ImageSize(18, 24), file);

        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().startsWith("left/0.png,0,");
    }

    private void predictBar(ImageSize size, Path file) throws IOException, MojoExecutionException {
        var request = new PredictRequest(
                ModelOptions.of(network),
                List.of("left/0.png"),
                folder,
                size,
                ImagePreparation.RESIZE,
                PredictionFormat.CSV,
                file);
        new PredictGoal(TrainedModel.models(system, log.log()), inferences(), new GoalOutput(log.log()), log.log())
                .run(request);
    }

    @Test
    void givesItsArgumentsToTheJvmThatComputes() {
        jvmArguments = new String[] {"-XX:+NoSuchOption"};

        assertThatThrownBy(() -> verify(network, Rule.minimumAccuracy("50%")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The inference failed because the JVM ")
                .hasMessageContaining("-XX:+NoSuchOption</jvmArgs> (-Dlenet.jvmArgs)");
    }

    /** By the signal that a native library gets which reads what is not its own. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCrashOfTheNativeLibraryFailsTheBuildWithASentence() throws Exception {
        jvmArguments = new String[] {"-XX:-CreateCoredumpOnCrash"};
        Files.write(network, OnnxNetworks.endless());
        var crash = CompletableFuture.runAsync(this::crashWorker);

        assertThatThrownBy(() -> verify(network, Rule.minimumAccuracy("50%")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "The inference crashed in native code \\(exit status \\d+\\)\\. The JVM's report is "
                                + Pattern.quote(
                                        folder.resolve("onnx/hs_err.log").toString())
                                + "\\. Maven itself is not affected; please report it together with that file\\. Its output is .*");
        crash.join();
        assertThat(reports().evaluationFile()).doesNotExist();
    }

    /** As soon as it has had the time to begin, after ONNX Runtime has unpacked its libraries. */
    private void crashWorker() {
        try {
            while (worker().isEmpty() || !hasRuntime()) {
                Thread.sleep(50);
            }
            Thread.sleep(2_000);
            new ProcessBuilder(
                            "kill",
                            "-SEGV",
                            String.valueOf(worker().orElseThrow().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<ProcessHandle> worker() {
        return ProcessHandle.current()
                .children()
                .filter(child -> Arrays.toString(child.info().arguments().orElse(new String[0]))
                        .contains(folder.toString()))
                .findFirst();
    }

    private boolean hasRuntime() throws IOException {
        try (var files = Files.list(folder.resolve("onnx"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("onnxruntime"));
        }
    }

    private EvaluationReport expected() throws Exception {
        var images = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset(), Split.TEST)
                .read(Split.TEST);
        return EvaluationReport.of(Evaluation.of(ClassifierAnswers.of(Classifier.load(archive), images)));
    }

    private void verify(Path model, Rule... rules) throws Exception {
        var session = Repositories.sessionOfThisBuild(system);
        var module = Builds.module("<groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.1</version>");
        module.setRemoteArtifactRepositories(new ArrayList<>());
        var artifacts = new ArtifactResolver(system, session, module);
        new VerifyGoal(
                        TrainedModel.models(system, log.log()),
                        TrainedModel.datasets(system, log.log()),
                        new Baselines(artifacts, folder, inferences(), log.log()),
                        inferences(),
                        new Conclusion(new GithubActions(Map.of(), System.out), log.log()),
                        log.log())
                .run(new VerifyRequest(
                        ModelOptions.of(model),
                        TrainedModel.dataset(),
                        slices,
                        new Demands(List.of(rules), evaluations, baseline),
                        List.of(),
                        new VerifyPolicy(true, true, true, true),
                        Publication.ofNobody(null),
                        true,
                        reports(),
                        null));
    }

    private OnnxInferences inferences() {
        return TrainedModel.inferences(system, log.log(), folder, jvmArguments);
    }

    private static BaselineRequest baseline(Path file) {
        return BaselineRequest.of(file.toFile(), null, null, false, true, NO_REGRESSION);
    }

    private Reports reports() {
        return new Reports(folder.resolve("lenet"), "digits");
    }
}
