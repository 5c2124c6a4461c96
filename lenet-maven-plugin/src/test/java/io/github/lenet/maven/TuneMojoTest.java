package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.spark.SparkOptions;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class TuneMojoTest {

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("tune", "digits", "");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "learningRate=0.0005..0.01 log; batchSize=32,64")
    @MojoParameter(name = "timeBudget", value = "20m")
    @MojoParameter(name = "epochs", value = "7")
    void readsTheSpaceFromOneLine(TuneMojo mojo) throws Exception {
        var request = mojo.request();

        assertThat(request.space().texts())
                .containsExactly(Map.entry("batchSize", "32, 64"), Map.entry("learningRate", "0.0005..0.01 log"));
        assertThat(request.timeBudget()).isEqualTo(Duration.ofMinutes(20));
        assertThat(request.present()).containsEntry("epochs", "7").doesNotContainKey("batchSize");
        assertThat(request.options().trials()).isEqualTo(40);
        assertThat(request.files().directory()).endsWithRaw(Path.of("lenet", "tune"));
    }

    @Test
    @InjectMojo(goal = "tune")
    void asksForASpace(TuneMojo mojo) {
        assertFails(
                mojo,
                "<search></search> (property lenet.search) must name values to choose from, such as learningRate=0.0005..0.01"
                        + " log; batchSize=32,64; augmentation=none,shift.");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "learningrate=0.1,0.2")
    void namesAnUnknownHyperparameterAndTheOneThatMayBeMeant(TuneMojo mojo) {
        assertFails(
                mojo,
                "<learningrate>0.1,0.2</learningrate> (in search) is no hyperparameter: learningrate is unknown, perhaps you"
                        + " mean learningRate");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=0..64")
    void namesARangeThatNoTrainingTakes(TuneMojo mojo) {
        assertFails(
                mojo, "<batchSize>0..64</batchSize> (in search) has 0, which must be a whole number from 1 to 65536");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32")
    void aSpaceOfOnePointIsNone(TuneMojo mojo) {
        assertFails(mojo, "<search>batchSize=32</search> (property lenet.search) has one point, but must have values");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "weightDecay=0..0.1 log")
    void noRangeIsLogarithmicFrom0(TuneMojo mojo) {
        assertFails(
                mojo,
                "<weightDecay>0..0.1 log</weightDecay> (in search) cannot be logarithmic from 0: begin above it, such as");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "trials", value = "1")
    void oneTrialIsNoSearch(TuneMojo mojo) {
        assertFails(
                mojo,
                "<trials>1</trials> (property lenet.trials) must be a whole number from 2 to 10000: the first trial has the"
                        + " values of the POM, and needs others to be compared with. The default is <trials>40</trials>.");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "timeBudget", value = "0m")
    void noTimeIsNoSearch(TuneMojo mojo) {
        assertFails(
                mojo,
                "<timeBudget>0m</timeBudget> (property lenet.timeBudget) must be a time such as 90s, 20m or 2h, greater than"
                        + " 0; leave it out for a search without a limit.");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "timeBudget", value = "20")
    void aTimeHasAUnit(TuneMojo mojo) {
        assertFails(mojo, "<timeBudget>20</timeBudget>");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "parallelTrials", value = "-1")
    void refusesNegativeParallelTrials(TuneMojo mojo) {
        assertFails(mojo, "<parallelTrials>-1</parallelTrials> (property lenet.parallelTrials) must be 0 or more.");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "learningRate", value = "7")
    void refusesAPresentValueThatNoTrainingTakes(TuneMojo mojo) {
        assertFails(
                mojo,
                "<learningRate>7</learningRate> (property lenet.learningRate) must be greater than 0 and at most 1.");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "architecture=lenet5,resnet8")
    @MojoParameter(name = "initialModel", value = "model.zip")
    void anInitialModelHasOneArchitecture(TuneMojo mojo) {
        assertFails(
                mojo,
                "<architecture>lenet5, resnet8</architecture> (in search) cannot be searched with an <initialModel>");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    void theTrialsRunOnThisMachine(TuneMojo mojo) throws Exception {
        assertThat(mojo.request().spark()).isNull();
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "executor", value = "spark")
    @MojoParameter(name = "sparkHome", value = "/opt/spark")
    @MojoParameter(name = "sparkMaster", value = "spark://host:7077")
    void orOnTheSparkOfTheUser(TuneMojo mojo) throws Exception {
        assertThat(mojo.request().spark())
                .isEqualTo(new SparkOptions(new File("/opt/spark").toPath(), "spark://host:7077", Map.of()));
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "executor", value = "ray")
    void namesTheExecutorsThatThereAre(TuneMojo mojo) {
        assertFails(
                mojo,
                "<executor>ray</executor> (property lenet.executor) is unknown; known are local, spark. The default is"
                        + " <executor>local</executor>.");
    }

    @Test
    @InjectMojo(goal = "tune")
    @MojoParameter(name = "search", value = "batchSize=32,64")
    @MojoParameter(name = "executor", value = "spark")
    @MojoParameter(name = "sparkHome", value = "/nowhere")
    void saysThatThereIsNoSpark(TuneMojo mojo) {
        assertFails(
                mojo,
                "<sparkHome>/nowhere</sparkHome> (property lenet.sparkHome) is no folder of an Apache Spark: there is no"
                        + " /nowhere/bin/spark-submit.");
    }

    private void assertFails(TuneMojo mojo, String message) {
        assertThatThrownBy(() -> {
                    mojo.setLog(log.log());
                    mojo.execute();
                })
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
