package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.verification.Models;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.SlicesReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
@MojoParameter(name = "cacheDirectory", value = TrainedModel.CACHE)
@MojoParameter(name = "dataset", value = "my-digits")
@MojoParameter(name = "dataDirectory", value = TrainedModel.DATA)
@MojoParameter(name = "modelFile", value = VerifyMojoTest.MODEL)
@MojoParameter(name = "outputDirectory", value = VerifyMojoTest.OUTPUT)
@MojoParameter(name = "name", value = "digits")
class VerifyMojoTest {

    static final String OUTPUT = "target/verify-mojo-test/lenet";

    /** Never answers 7. */
    static final String WORSE = "target/verify-mojo-test/worse.zip";

    static final String MODEL = "target/trained-model/lenet/model.zip";

    static final String NO_MODEL = "target/verify-mojo-test/none.zip";

    static final String PREDICTIONS = "target/verify-mojo-test/scores.csv";

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("verify", "digits", "");
    }

    @BeforeEach
    void train() throws Exception {
        Models.without(Models.trained(system), Path.of(WORSE), 7);
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "skipVerify", value = "true")
    @MojoParameter(name = "modelFile", value = NO_MODEL)
    void skipsWithoutAModel(VerifyMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:verify: lenet.skipVerify is set");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "98.5%")
    @MojoParameter(name = "modelFile", value = NO_MODEL)
    void saysHowToGetAModel(VerifyMojo mojo) {
        assertFails(mojo, "none.zip does not exist. Train one first with `mvn lenet:train lenet:verify`");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "98.5%")
    @MojoParameter(name = "modelFile", value = NO_MODEL)
    @MojoParameter(name = "failIfNoModel", value = "false")
    void goesOnWithoutAModelWhereItIsToldTo(VerifyMojo mojo) throws Exception {
        assertThat(warning(mojo)).contains("none.zip does not exist, and failIfNoModel is false");
    }

    @Test
    @InjectMojo(goal = "verify")
    void doesNotPassForWantOfAnythingToCheck(VerifyMojo mojo) {
        assertFails(mojo, "There is nothing to check: set a minimum");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "failIfNoRules", value = "false")
    void goesOnWithNothingToCheckWhereItIsToldTo(VerifyMojo mojo) throws Exception {
        assertThat(warning(mojo)).startsWith("Nothing was checked.");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "1.01")
    void refusesAMinimumThatNoModelCanReach(VerifyMojo mojo) {
        assertFails(
                mojo, "<minimumAccuracy>1.01</minimumAccuracy> (property lenet.minimumAccuracy) must be from 0 to 1");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "99")
    void doesNotTakeAWholeNumberForPerCent(VerifyMojo mojo) {
        assertFails(mojo, "<minimumAccuracy>99</minimumAccuracy>");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "1")
    void failsAModelThatIsNotGoodEnough(VerifyMojo mojo) {
        assertMisses(mojo, "but the minimum is 1.0000");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "1")
    @MojoParameter(name = "haltOnFailure", value = "false")
    void onlyWarnsWhereItIsToldTo(VerifyMojo mojo) throws Exception {
        assertThat(warning(mojo)).contains("The build goes on, because haltOnFailure is false.");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.5")
    @MojoParameter(name = "skipReport", value = "true")
    void leavesThePageOut(VerifyMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(Path.of(OUTPUT, "evaluation.json")).exists();
        assertThat(Path.of(OUTPUT, "report", "index.html")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "verify", pom = "src/test/resources/poms/rules.xml")
    void readsRules(VerifyMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines("info"))
                .filteredOn(line -> line.startsWith("Passed: "))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("Passed: accuracy on ")
                                .contains("(90 % Clopper-Pearson, one-sided)"),
                        line -> assertThat(line).startsWith("Passed: recall of class 0 on "),
                        line -> assertThat(line).startsWith("Passed: recall of class 3 on "),
                        line -> assertThat(line).startsWith("Passed: top-3 accuracy on "),
                        line -> assertThat(line).startsWith("Passed: model size is "));
    }

    @Test
    @InjectMojo(goal = "verify", pom = "src/test/resources/poms/wrong-rule.xml")
    void namesTheRuleThatIsWrong(VerifyMojo mojo) {
        assertFails(mojo, "<metric>speed</metric> (in rules/rule[2]) is unknown; known are accuracy, errorRate");
    }

    @Test
    @InjectMojo(goal = "verify", pom = "src/test/resources/poms/evaluations.xml")
    void readsEvaluations(VerifyMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(EvaluationReport.read(Path.of(OUTPUT, "evaluation.json")).evaluations())
                .satisfiesExactly(
                        shifted -> assertThat(shifted.dataset().split()).isEqualTo("test, shifted by 2"), others -> {
                            assertThat(others.name()).isEqualTo("others");
                            assertThat(others.dataset().name()).isEqualTo("other-digits");
                            assertThat(others.dataset().images()).isEqualTo(600);
                            assertThat(others.dataset().split())
                                    .startsWith("train, ")
                                    .contains("10", "0.05", "0.8", "4");
                        });
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.99")
    @MojoParameter(name = "name", value = "../digits")
    void refusesANameThatCouldNotBePartOfAFileName(VerifyMojo mojo) {
        assertFails(mojo, "<name>../digits</name> (property lenet.name) becomes part of a file name");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "1.01")
    void deletesTheLastVerdictBeforeAnythingCanGoWrong(VerifyMojo mojo) throws Exception {
        var old = Path.of(OUTPUT, "evaluation.json");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "{}");

        assertFails(mojo, "must be from 0 to 1");

        assertThat(old).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "modelFile", value = WORSE)
    @MojoParameter(name = "baselineFile", value = MODEL)
    void comparesWithABaseline(VerifyMojo mojo) throws Exception {
        assertMisses(mojo, "regression");
        assertThat(EvaluationReport.read(Path.of(OUTPUT, "evaluation.json")).baseline())
                .isNotNull();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "modelFile", value = WORSE)
    @MojoParameter(name = "baselineFile", value = MODEL)
    @MojoParameter(name = "maximumRegression", value = "50%")
    void letsTheAccuracyFallAsFarAsItMay(VerifyMojo mojo) throws Exception {
        mojo.execute();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselineFile", value = MODEL)
    @MojoParameter(name = "regressionTest", value = "non-inferior")
    void readsHowToTellAFallFromNoise(VerifyMojo mojo) {
        assertFails(mojo, "must be greater than 0 with the regressionTest non-inferior");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselineFile", value = MODEL)
    @MojoParameter(name = "significance", value = "0.5")
    void readsHowOftenNoiseMayBeCalledAFall(VerifyMojo mojo) {
        assertFails(mojo, "<significance>0.5</significance> (property lenet.significance) must be greater than 0");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselineFile", value = WORSE)
    @MojoParameter(name = "minimumImprovement", value = "50%")
    void asksForAnImprovement(VerifyMojo mojo) {
        assertMisses(mojo, "improvement of the accuracy on my-digits test (200 images) is ");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselineFile", value = WORSE)
    @MojoParameter(name = "maximumImprovement", value = "0.5%")
    void suspectsAnImprovementThatIsTooLarge(VerifyMojo mojo) {
        assertMisses(mojo, "but the maximum is 0.0050");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.1")
    @MojoParameter(name = "maximumRegression", value = "0.5%")
    void refusesALimitThatNothingIsHeldAgainst(VerifyMojo mojo) {
        assertFails(
                mojo, "has an effect only beside a <baselineArtifact>, <baselineFile> or <baselinePredictionsFile>");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselineFile", value = MODEL)
    @MojoParameter(name = "baselineArtifact", value = "com.acme:digits:1.0")
    void refusesTwoBaselines(VerifyMojo mojo) {
        assertFails(mojo, "cannot be set together with <baselineArtifact>com.acme:digits:1.0</baselineArtifact>");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselineArtifact", value = "digits-1.0.zip")
    void saysHowCoordinatesLook(VerifyMojo mojo) {
        assertFails(
                mojo,
                "<baselineArtifact>digits-1.0.zip</baselineArtifact> (property lenet.baselineArtifact) must be"
                        + " groupId:artifactId[:type[:classifier]]:version.");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselinePredictionsFile", value = VerifyMojoTest.PREDICTIONS)
    @MojoParameter(name = "predictionsSeparator", value = ";")
    void comparesWithPredictions(VerifyMojo mojo) throws Exception {
        var labels = Files.readAllBytes(Path.of(TrainedModel.DATA, "t10k-labels-idx1-ubyte"));
        var rows = IntStream.range(8, labels.length).mapToObj(at -> labels[at] + ";0");
        Files.writeString(Path.of(PREDICTIONS), rows.collect(Collectors.joining("\n", "label;predicted\n", "\n")));

        mojo.execute();

        var baseline = EvaluationReport.read(Path.of(OUTPUT, "evaluation.json")).baseline();
        assertThat(baseline.name()).isEqualTo(PREDICTIONS);
        assertThat(baseline.bothCorrect()
                        + baseline.neitherCorrect()
                        + baseline.gained().size()
                        + baseline.lost().size())
                .isEqualTo(200);
        assertThat(baseline.model().kind()).isEqualTo("predictions");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "baselinePredictionsFile", value = VerifyMojoTest.PREDICTIONS)
    @MojoParameter(name = "baselineFile", value = MODEL)
    void refusesPredictionsBesideAnotherBaseline(VerifyMojo mojo) {
        assertFails(mojo, "</baselineFile>: a model has one baseline");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.1")
    @MojoParameter(name = "predictionsFile", value = VerifyMojoTest.PREDICTIONS)
    void refusesPredictionsBesideAModel(VerifyMojo mojo) {
        assertFails(mojo, "</modelFile>: a goal is about one model");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.1")
    @MojoParameter(name = "expectedRows", value = "200")
    void refusesANumberOfRowsThatNothingIsHeldAgainst(VerifyMojo mojo) {
        assertFails(
                mojo,
                "<expectedRows>200</expectedRows> (property lenet.expectedRows) has an effect only beside a"
                        + " <predictionsFile>.");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.1")
    @MojoParameter(name = "slices", value = "target/verify-mojo-test/slices.csv")
    void measuresSlices(VerifyMojo mojo) throws Exception {
        var file = Path.of("target", "verify-mojo-test", "slices.csv");
        Files.deleteIfExists(file);
        assertFails(mojo, file + " does not exist");

        Files.writeString(file, "index,writer\n0,anna\n1,ben\n");
        mojo.execute();

        assertThat(EvaluationReport.read(Path.of(OUTPUT, "evaluation.json"))
                        .slices()
                        .list())
                .extracting(SlicesReport.Entry::value)
                .containsExactly("anna", "ben");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "0.5")
    @MojoParameter(name = "historyFile", value = "target/verify-mojo-test/history.jsonl")
    @MojoParameter(name = "historyOfDirtyTree", value = "true")
    void keepsTheNumbers(VerifyMojo mojo) throws Exception {
        var history = Path.of("target", "verify-mojo-test", "history.jsonl");
        Files.deleteIfExists(history);

        mojo.execute();

        assertThat(Files.readAllLines(history)).singleElement().asString().contains("\"name\":\"digits\"");
        assertThat(Path.of(OUTPUT, "report", "index.html"))
                .content()
                .contains("The history has no build before this one with the name digits on ");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "minimumAccuracy", value = "1")
    @MojoParameter(name = "historyFile", value = "target/verify-mojo-test/failures.jsonl")
    @MojoParameter(name = "historyOfDirtyTree", value = "true")
    void keepsNothingOfABuildThatFails(VerifyMojo mojo) {
        assertMisses(mojo, "but the minimum is 1.0000");

        assertThat(Path.of("target", "verify-mojo-test", "failures.jsonl")).doesNotExist();
        assertThat(Path.of(OUTPUT, "report", "index.html"))
                .content()
                .contains("A cross is a build that missed its gate.");
    }

    private String warning(VerifyMojo mojo) throws Exception {
        mojo.setLog(log.log());
        mojo.execute();
        assertThat(log.lines("warn")).hasSize(1);
        return log.lines("warn").get(0);
    }

    private void assertFails(VerifyMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }

    private void assertMisses(VerifyMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(message);
    }
}
