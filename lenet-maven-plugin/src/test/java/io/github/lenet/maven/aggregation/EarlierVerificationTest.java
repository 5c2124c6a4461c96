package io.github.lenet.maven.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.ImageNames;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.archive.ArchiveFile;
import io.github.lenet.archive.ExportFormat;
import io.github.lenet.archive.ModelArchive;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.gate.Verdict;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.verification.Models;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class EarlierVerificationTest {

    private static final String RULES =
            "<rules><rule><metric>recall</metric><element>class</element><includes><include>3</include><include>7</include>"
                    + "</includes><minimum>50%</minimum></rule></rules>";

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    private EvaluationReport report;
    private String rules = RULES;

    @BeforeEach
    void verifyEarlier() throws Exception {
        Files.copy(Models.trained(system), folder.resolve("model.zip"));
        var images = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset())
                .read(Split.TEST);
        var evaluation = Evaluation.of(ClassifierAnswers.of(Classifier.load(folder.resolve("model.zip")), images));
        var rules = List.of(
                Rule.minimumAccuracy("0.9"),
                new RuleDefinition("rules/rule[1]")
                        .metric("recall")
                        .element("class")
                        .includes(List.of("3", "7"))
                        .minimum("50%")
                        .rules()
                        .get(0));
        var model = ModelArchive.read(folder.resolve("model.zip")).description();
        report = EvaluationReport.of(
                new Verification(model, evaluation, new Verdict(new Gate(rules).check(evaluation))));
    }

    @Test
    void countsAsLongAsNothingHasChanged() throws Exception {
        assertThat(objection()).isEmpty();
    }

    @Test
    void doesNotCountForAnotherModel() throws Exception {
        Models.without(Models.trained(system), folder.resolve("model.zip"), 7);

        assertThat(objection()).hasValue("but is about another model than " + folder.resolve("model.zip") + " is now");
    }

    @Test
    void doesNotCountWithoutTheModel() throws Exception {
        Files.delete(folder.resolve("model.zip"));

        assertThat(objection()).hasValueSatisfying(reason -> assertThat(reason).contains("model.zip does not exist"));
    }

    @Test
    void doesNotCountForAModelThatThePomNoLongerDescribes() throws Exception {
        assertThat(objection("lenet.epochs=3"))
                .hasValue("but its model was not trained with the values of the POM: epochs changed from 2 to 3");
        assertThat(objection("lenet.epochs=many")).isPresent();
    }

    @Test
    void doesNotCountForAModelOfOtherData() throws Exception {
        assertThat(objection("lenet.dataDirectory=" + folder.resolve("none"))).isPresent();
        assertThat(objection("lenet.dataset=other-digits"))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("dataset changed from my-digits to other-digits"));
    }

    @Test
    void doesNotCountForOtherRules() throws Exception {
        var objection = "but the POM demands something else of the model now";
        assertThat(objection("lenet.minimumAccuracy=0.95")).hasValue(objection);
        rules = RULES.replace("50%", "60%");
        assertThat(objection()).hasValue(objection);
        rules = RULES.replace("<include>7</include>", "");
        assertThat(objection()).hasValue(objection);
        rules = RULES.replace("<include>3</include><include>7</include>", "3,7");
        assertThat(objection()).isEmpty();
        rules = "";
        assertThat(objection()).hasValue(objection);
    }

    @Test
    void countsForTheSameOnnxFile() throws Exception {
        var file = folder.resolve("model.onnx");
        var modelFile = "lenet.modelFile=" + file;
        ExportFormat.ONNX.write(ArchiveFile.read(folder.resolve("model.zip")), null, file);
        var configuration = OnnxInput.of("nchw", "0", "1").configuration(OnnxOutput.AUTO);
        var model = new ModelSummary(
                ModelSummary.ONNX,
                "model.onnx",
                Sha256.hex(file),
                null,
                null,
                Files.size(file),
                null,
                null,
                configuration);
        var evaluation = report.evaluation().withModel(model);
        report = EvaluationReport.of(
                new Verification(null, evaluation, report.decision().orElseThrow()));

        assertThat(objection(modelFile)).isEmpty();
        assertThat(objection(modelFile, "lenet.epochs=3"))
                .as("no training writes it")
                .isEmpty();
        assertThat(objection(modelFile, "lenet.onnxMean=0.0", "lenet.onnxStandardDeviation=1.0"))
                .as("the same numbers")
                .isEmpty();
        assertThat(objection(modelFile, "lenet.onnxMean=0.1307", "lenet.onnxOutput=logits"))
                .hasValue("but its ONNX file is used in another way now: onnxMean changed from 0.0 to 0.1307;"
                        + " onnxOutput changed from auto to logits");
        assertThat(objection(modelFile, "lenet.minimumAccuracy=0.95"))
                .hasValue("but the POM demands something else of the model now");

        // The version of the model.
        Files.write(file, new byte[] {40, 1}, StandardOpenOption.APPEND);
        assertThat(objection(modelFile)).hasValue("but is about another model than " + file + " is now");
    }

    @Test
    void doesNotCountWithoutTheBaselineThatThePomHasNow() throws Exception {
        assertThat(objection("lenet.baselineFile=release.zip"))
                .hasValue("but the POM demands something else of the model now");
        assertThat(objection("lenet.baselineArtifact=com.example:digits:1")).isEmpty();
    }

    @Test
    void countsForPredictionsThatHaveNotChanged() throws Exception {
        var file = Files.writeString(folder.resolve("scores.csv"), "label,predicted\n3,3\n7,7\n");
        var changes = new String[] {"lenet.predictionsFile=" + file, "lenet.expectedRows=2"};
        assertThat(objection(changes)).hasValue("but is about other predictions than those in " + file + " now");

        var evaluation =
                Evaluation.of(PredictionsFile.read(file, "scores.csv", ',').answers());
        rules = "";
        report = EvaluationReport.of(new Verification(
                null, evaluation, new Verdict(new Gate(List.of(Rule.minimumAccuracy("0.9"))).check(evaluation))));
        assertThat(objection(changes)).isEmpty();
        assertThat(objection(changes[0], "lenet.expectedRows=3"))
                .hasValue("but the POM demands something else of the model now");
        assertThat(objection(changes[0], "lenet.baselinePredictionsFile=old.csv"))
                .hasValue("but the POM demands something else of the model now");
        assertThat(objection(changes[0], "lenet.minimumAccuracy=1"))
                .hasValue("but the POM demands something else of the model now");

        Files.delete(file);
        assertThat(objection(changes))
                .hasValueSatisfying(reason -> assertThat(reason).contains("scores.csv does not exist"));
    }

    @Test
    void doesNotCountForOtherSlices() throws Exception {
        var file = Files.writeString(folder.resolve("slices.csv"), "index,writer\n0,anna\n");
        var changes = "lenet.slices=" + file;
        var objection = "but is about other slices than those in " + file + " now";
        assertThat(objection(changes)).hasValue(objection);

        verifySlices(file);
        assertThat(objection(changes)).isEmpty();
        assertThat(objection()).hasValue("but is about slices, which the POM does not name now");
        rules = rules.replace("50%", "60%");
        assertThat(objection(changes)).hasValue("but the POM demands something else of the model now");

        Files.writeString(file, "index,writer\n1,anna\n");
        assertThat(objection(changes)).hasValue(objection);
        Files.delete(file);
        assertThat(objection(changes))
                .hasValueSatisfying(reason -> assertThat(reason).contains("slices.csv does not exist"));
    }

    /** The same images, slice by slice, under one more rule. */
    private void verifySlices(Path file) throws Exception {
        var images = TrainedModel.datasets(system, log.log())
                .obtain(TrainedModel.dataset(), Split.TEST)
                .read(Split.TEST);
        var answers = ClassifierAnswers.of(Classifier.load(folder.resolve("model.zip")), images);
        var names = new ImageNames(answers.dataset(), List.of());
        var evaluation = Evaluation.of(answers, SlicesFile.read(file, "slices.csv", names));
        var ofSlices = new RuleDefinition("rules/rule[2]")
                .metric("accuracy")
                .element("slice")
                .minimum("0.1")
                .rules();
        rules = RULES.replace(
                "</rules>",
                "<rule><metric>accuracy</metric><element>slice</element><minimum>0.1</minimum></rule></rules>");
        var results = new ArrayList<>(report.decision().orElseThrow().rules());
        results.addAll(new Gate(ofSlices).check(evaluation));
        report = EvaluationReport.of(new Verification(
                ModelArchive.read(folder.resolve("model.zip")).description(), evaluation, new Verdict(results)));
    }

    @Test
    void doesNotCountForOtherRulesOnOtherImages() throws Exception {
        var objection = "but the POM demands something else of the model now";
        rules = RULES + evaluations("again", "0.9");
        assertThat(objection()).hasValue(objection);
        verifyAlsoOnOtherImages("again", "0.9");
        assertThat(objection()).isEmpty();
        rules = RULES + evaluations("again", "0.95");
        assertThat(objection()).hasValue(objection);
        rules = RULES + evaluations("others", "0.9");
        assertThat(objection()).hasValue(objection);
        rules = RULES;
        assertThat(objection()).hasValue(objection);
    }

    private static String evaluations(String name, String minimum) {
        return "<evaluations><evaluation><name>" + name + "</name><rules><rule><metric>accuracy</metric><minimum>"
                + minimum + "</minimum></rule></rules></evaluation></evaluations>";
    }

    /** The same images once more, under a name of their own. */
    private void verifyAlsoOnOtherImages(String name, String minimum) throws Exception {
        var evaluation = report.evaluation();
        var gate = new Gate(
                new RuleDefinition("rules").metric("accuracy").minimum(minimum).rules());
        var results = new ArrayList<>(report.decision().orElseThrow().rules());
        results.addAll(gate.check(name, evaluation));
        report = EvaluationReport.of(new Verification(
                ModelArchive.read(folder.resolve("model.zip")).description(),
                evaluation,
                null,
                List.of(new NamedEvaluation(name, evaluation)),
                null,
                new Verdict(results)));
    }

    private Optional<String> objection(String... changes) throws Exception {
        var module = Builds.moduleWithPlugin(
                "<executions><execution><id>both</id><goals><goal>train</goal><goal>verify</goal></goals><configuration>"
                        + rules + "</configuration></execution></executions>");
        var values = Stream.of(
                "lenet.outputDirectory=" + folder,
                "lenet.dataset=my-digits",
                "lenet.dataDirectory=" + Path.of(TrainedModel.DATA).toAbsolutePath(),
                "lenet.cacheDirectory=" + Path.of(TrainedModel.CACHE).toAbsolutePath(),
                "lenet.minimumAccuracy=0.9",
                "lenet.epochs=2",
                "lenet.learningRate=0.001",
                "lenet.schedule=constant",
                "lenet.augmentation=none");
        var session = Builds.session(
                List.of(module), Stream.concat(values, Stream.of(changes)).toArray(String[]::new));
        var running = new Invocation(session, module, Builds.execution("verify-aggregate", "all", ""));
        return new EarlierVerification(
                        ConfiguredGoal.list("verify", running).get(0),
                        ConfiguredGoal.list("train", running),
                        TrainedModel.models(system, log.log()),
                        TrainedModel.datasets(system, log.log()))
                .objection(report);
    }
}
