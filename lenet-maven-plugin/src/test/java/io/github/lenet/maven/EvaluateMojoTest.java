package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.verification.Models;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.SlicesReport;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class EvaluateMojoTest {

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("evaluate", "digits", "");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "skip", value = "true")
    void skips(EvaluateMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:evaluate: lenet.skip is set");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    void saysHowToGetAModel(EvaluateMojo mojo) {
        assertFails(mojo, "model.zip does not exist. Train one first with `mvn lenet:train lenet:evaluate`");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    @MojoParameter(name = "split", value = "validation")
    void listsTheSplits(EvaluateMojo mojo) {
        assertFails(mojo, "<split>validation</split> (property lenet.split) is unknown; known are train, test, extra.");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "modelFile", value = "old/model.zip")
    void measuresTheModelThatIsNamed(EvaluateMojo mojo) {
        assertFails(mojo, Path.of("old", "model.zip").toAbsolutePath() + " does not exist");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    void leavesTheNumbersOfAnotherExecutionAlone(EvaluateMojo mojo) throws Exception {
        var file = Path.of("target", "evaluate-mojo-test", "evaluate", "evaluation.json");
        OutputFiles.claim(
                new Invocation(mojo.session(), mojo.project(), Builds.execution("evaluate", "letters", "")), file);

        assertFails(mojo, "The executions 'letters' and 'digits' of this module both write " + file.toAbsolutePath());
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    @MojoParameter(name = "predictionsFile", value = "target/evaluate-mojo-test/scores.csv")
    @MojoParameter(name = "predictionsSeparator", value = "tab")
    @MojoParameter(name = "expectedRows", value = "2")
    void measuresPredictionsWithoutAnyImages(EvaluateMojo mojo) throws Exception {
        var file = Path.of("target", "evaluate-mojo-test", "scores.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "label\tp_cat\tp_dog\ncat\t0.5\t0.5\ndog\t0.9\t0.1\n");
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith(
                        "in 1 row of target/evaluate-mojo-test/scores.csv, several classes have the highest probability");
        var report = EvaluationReport.read(file.resolveSibling("evaluate").resolve("evaluation.json"));
        assertThat(report.correct()).isEqualTo(1);
        assertThat(report.dataset().name()).isEqualTo("target/evaluate-mojo-test/scores.csv");
        assertThat(report.model().kind()).isEqualTo("predictions");
    }

    /** As in a module whose parent names the data of all others. */
    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    @MojoParameter(name = "predictionsFile", value = "target/evaluate-mojo-test/scores.csv")
    @MojoParameter(name = "dataDirectory", value = "target/evaluate-mojo-test/no-data")
    @MojoParameter(name = "dataset", value = "none")
    void takesPredictionsWithoutTheImagesThatAParentNames(EvaluateMojo mojo) throws Exception {
        var file = Path.of("target", "evaluate-mojo-test", "scores.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "label,predicted\ncat,cat\ndog,cat\n");
        mojo.setLog(log.log());

        mojo.execute();

        var report = EvaluationReport.read(file.resolveSibling("evaluate").resolve("evaluation.json"));
        assertThat(report.dataset().name()).isEqualTo("target/evaluate-mojo-test/scores.csv");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "modelFile", value = "target/evaluate-mojo-test/model.zip")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    @MojoParameter(name = "dataset", value = "none")
    void needsADataSetForAModel(EvaluateMojo mojo) throws Exception {
        Files.createDirectories(Path.of("target", "evaluate-mojo-test"));
        Models.without(Models.trained(system), Path.of("target", "evaluate-mojo-test", "model.zip"));

        assertFails(
                mojo,
                "<dataset>none</dataset> (property lenet.dataset) is only for predictions without images, and images are"
                        + " needed here");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test/sliced")
    @MojoParameter(name = "predictionsFile", value = "target/evaluate-mojo-test/sliced/scores.csv")
    @MojoParameter(name = "slices", value = "target/evaluate-mojo-test/sliced/slices.csv")
    void measuresSlices(EvaluateMojo mojo) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "evaluate-mojo-test", "sliced"));
        Files.writeString(folder.resolve("scores.csv"), "id,label,predicted\nx,cat,cat\ny,dog,cat\nz,dog,dog\n");
        Files.writeString(folder.resolve("slices.csv"), "id,camera\ny,old\nx,new\n");
        mojo.setLog(log.log());

        mojo.execute();

        var report = EvaluationReport.read(folder.resolve("evaluate").resolve("evaluation.json"));
        assertThat(report.slices().file()).isEqualTo("target/evaluate-mojo-test/sliced/slices.csv");
        assertThat(report.slices().list()).extracting(SlicesReport.Entry::value).containsExactly("new", "old");
        assertThat(log.lines("info")).contains("camera=old  0.0000    0.0000 to 0.7935        1");
        assertThat(log.lines("warn"))
                .containsExactly("target/evaluate-mojo-test/sliced/slices.csv has no row for 1 of the images of"
                        + " target/evaluate-mojo-test/sliced/scores.csv (3 images), so no slice holds it");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "predictionsFile", value = "target/evaluate-mojo-test/none.csv")
    @MojoParameter(name = "split", value = "train")
    void refusesASplitOfNoDataSet(EvaluateMojo mojo) {
        assertFails(mojo, "has an effect only with the <dataset> that the predictions are about");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "outputDirectory", value = "target/evaluate-mojo-test")
    @MojoParameter(name = "predictionsFile", value = "target/evaluate-mojo-test/none.csv")
    void saysHowToGetPredictions(EvaluateMojo mojo) {
        assertFails(mojo, "none.csv does not exist. Let a test or a script write the predictions first");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "onnxLayout", value = "chw")
    void listsTheLayouts(EvaluateMojo mojo) {
        assertFails(
                mojo,
                "<onnxLayout>chw</onnxLayout> (property lenet.onnxLayout) is unknown, perhaps you mean nchw; known are"
                        + " nchw, nhwc.");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "onnxMean", value = "0.1307;0.5")
    void refusesAMeanThatIsNoNumber(EvaluateMojo mojo) {
        assertFails(
                mojo,
                "<onnxMean>0.1307;0.5</onnxMean> (property lenet.onnxMean) must be a number such as 0.1307, or one for"
                        + " each channel, separated by commas");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "onnxStandardDeviation", value = "0")
    void refusesADeviationOfZero(EvaluateMojo mojo) {
        assertFails(
                mojo,
                "<onnxStandardDeviation>0</onnxStandardDeviation> (property lenet.onnxStandardDeviation) must be greater"
                        + " than 0, for each channel");
    }

    @Test
    @InjectMojo(goal = "evaluate")
    @MojoParameter(name = "onnxOutput", value = "softmax")
    void listsTheMeaningsOfOutputs(EvaluateMojo mojo) {
        assertFails(
                mojo,
                "<onnxOutput>softmax</onnxOutput> (property lenet.onnxOutput) is unknown; known are auto, probabilities,"
                        + " logits.");
    }

    private void assertFails(EvaluateMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
