package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class TrainMojoTest {

    private static final String NOTHING_ATTACHED =
            "warn: No model is attached to this module, so `mvn install` and `mvn deploy` publish none: the training is skipped."
                    + " <attach>false</attach> (-Dlenet.attach=false) says that this is meant.";

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("train", "digits", "");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "epochs", value = "0")
    void skipsEvenWhatCouldNotRun(TrainMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines()).containsExactly("info: Skipping lenet:train: lenet.skip is set", NOTHING_ATTACHED);
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "skipTrain", value = "true")
    void skipsTheTrainingAlone(TrainMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines()).containsExactly("info: Skipping lenet:train: lenet.skipTrain is set", NOTHING_ATTACHED);
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "skipTrain", value = "true")
    @MojoParameter(name = "attach", value = "false")
    void missesNothingThatWouldNotHaveBeenAttached(TrainMojo mojo) throws Exception {
        run(mojo);

        assertThat(log.lines("warn")).isEmpty();
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "batchSize", value = "0")
    void namesTheElementOfABadValueAndItsDefault(TrainMojo mojo) {
        assertFails(
                mojo,
                "<batchSize>0</batchSize> (property lenet.batchSize) must be a whole number from 1 to 65536."
                        + " The default is <batchSize>32</batchSize>.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "learningRate", value = "NaN")
    void refusesALearningRateThatIsNoNumber(TrainMojo mojo) {
        assertFails(mojo, "<learningRate>NaN</learningRate>");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "learningRate", value = "0,1")
    void saysHowANumberIsWritten(TrainMojo mojo) {
        assertFails(
                mojo,
                "<learningRate>0,1</learningRate> (property lenet.learningRate) must be a number such as 0.01 or 1e-3,"
                        + " greater than 0 and at most 1. The default is <learningRate>0.002</learningRate>.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "epochs", value = "ten")
    void saysThatANumberIsNoWord(TrainMojo mojo) {
        assertFails(
                mojo,
                "<epochs>ten</epochs> (property lenet.epochs) must be a whole number from 1 to 10000."
                        + " The default is <epochs>10</epochs>.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "schedule", value = "linear")
    void namesTheSchedulesThatThereAre(TrainMojo mojo) {
        assertFails(
                mojo,
                "<schedule>linear</schedule> (property lenet.schedule) is unknown; known are constant, step, cosine");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "augmentation", value = "mirror")
    void namesTheAugmentationsThatThereAre(TrainMojo mojo) {
        assertFails(
                mojo,
                "<augmentation>mirror</augmentation> (property lenet.augmentation) is unknown; known are none, shift, affine, elastic, flip, shift-flip, crop-flip");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "epochs", value = "-1")
    void refusesNegativeEpochs(TrainMojo mojo) {
        assertFails(mojo, "<epochs>-1</epochs> (property lenet.epochs) must be a whole number from 1");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "batchSize", value = "1000000")
    void refusesAnAbsurdBatchSize(TrainMojo mojo) {
        assertFails(mojo, "<batchSize>1000000</batchSize>");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "threads", value = "-2")
    void refusesNegativeThreads(TrainMojo mojo) {
        assertFails(mojo, "<threads>-2</threads> (property lenet.threads) must be 0 or more.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "checkpointInterval", value = "-1")
    void refusesANegativeCheckpointInterval(TrainMojo mojo) {
        assertFails(
                mojo,
                "<checkpointInterval>-1</checkpointInterval> (property lenet.checkpointInterval) must be 0 or more.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "initialModel", value = "target/none.zip")
    void refusesAMissingInitialModel(TrainMojo mojo) {
        assertFails(mojo, "none.zip</initialModel> (property lenet.initialModel) does not exist or is no file");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "lockTimeout", value = "-1")
    void refusesANegativeWait(TrainMojo mojo) {
        assertFails(mojo, "<lockTimeout>-1</lockTimeout> (property lenet.lockTimeout) must be 0 or more.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "forkedProcessTimeoutInSeconds", value = "-1")
    void refusesANegativeTimeout(TrainMojo mojo) {
        assertFails(mojo, "<forkedProcessTimeoutInSeconds>-1</forkedProcessTimeoutInSeconds>");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "validationFraction", value = "0.5")
    void refusesToHoldHalfOfTheImagesOut(TrainMojo mojo) {
        assertFails(mojo, "<validationFraction>0.5</validationFraction>");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "architecture", value = "lenet-5")
    void listsTheArchitectures(TrainMojo mojo) {
        assertFails(
                mojo,
                "<architecture>lenet-5</architecture> (property lenet.architecture) is unknown, perhaps you mean lenet5; known are ");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "architecture", value = "resnet8")
    @MojoParameter(name = "batchSize", value = "3")
    void refusesTooFewImagesForBatchNormalization(TrainMojo mojo) {
        assertFails(
                mojo,
                "<batchSize>3</batchSize> (property lenet.batchSize) must be at least 4 with"
                        + " <architecture>resnet8</architecture>, whose batch normalisation takes means and variances over the"
                        + " images of a mini-batch. The default is <batchSize>64</batchSize>.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "backend", value = "gpu")
    void listsTheBackends(TrainMojo mojo) {
        assertFails(mojo, "<backend>gpu</backend> (property lenet.backend) is unknown; known are cpu, cuda, auto.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "backend", value = "cpu,cuda")
    void refusesTwoBackends(TrainMojo mojo) {
        assertFails(mojo, "<backend>cpu,cuda</backend> (property lenet.backend) names more than one, and");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "backendClassifier", value = "linux-x86_64-avx2")
    void refusesAVariantForTheProcessor(TrainMojo mojo) {
        assertFails(
                mojo,
                "<backendClassifier>linux-x86_64-avx2</backendClassifier> (property lenet.backendClassifier) is only"
                        + " for <backend>cuda</backend>: <backend>cpu</backend> takes the processor, which needs no native"
                        + " library; leave it out.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "backend", value = "auto")
    @MojoParameter(name = "backendClassifier", value = "linux-x86_64-cudnn")
    void refusesAVariantWhereTheMachineChooses(TrainMojo mojo) {
        assertFails(mojo, "is only for <backend>cuda</backend>: <backend>auto</backend> may take the processor");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "debugForkedProcess", value = "true")
    @MojoParameter(name = "dataset", value = "my-digits")
    @MojoParameter(name = "outputDirectory", value = "target/train-mojo-test")
    void saysThatItWillWaitForADebugger(TrainMojo mojo) {
        assertFails(mojo, "<dataset>my-digits</dataset> is unknown");

        assertThat(log.lines("warn"))
                .containsExactly("The training waits for a debugger on localhost:5005, and no time limit applies:"
                        + " lenet.debugForkedProcess is set");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "jvmArgs", value = "-Dfolder='open")
    void refusesAnOpenQuote(TrainMojo mojo) {
        assertFails(mojo, "<jvmArgs>-Dfolder='open</jvmArgs>");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "resourcePath", value = "../digits/model.zip")
    void refusesToWriteBesideTheClasses(TrainMojo mojo) {
        assertFails(
                mojo,
                "<resourcePath>../digits/model.zip</resourcePath> (property lenet.resourcePath) must be the path of");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "resourcePath", value = "digits/model.zip")
    void hasNoJarWithoutAPom(TrainMojo mojo) {
        mojo.project().setFile(null);

        assertFails(
                mojo,
                "<resourcePath>digits/model.zip</resourcePath> (property lenet.resourcePath) needs a project, since it is a place in"
                        + " its jar; there is no pom.xml here.");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "resourcePath", value = "digits/")
    void refusesAFolderForTheModel(TrainMojo mojo) {
        assertFails(mojo, "<resourcePath>digits/</resourcePath>");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "dataset", value = "my-digits")
    @MojoParameter(name = "outputDirectory", value = "target/train-mojo-test")
    void asksForTheFilesOfAnUnknownDataSet(TrainMojo mojo) {
        assertFails(mojo, "<dataset>my-digits</dataset> is unknown");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "outputDirectory", value = "pom.xml")
    void saysWhyTheOutputDirectoryCannotBe(TrainMojo mojo) {
        var folder = Path.of("pom.xml").toAbsolutePath();
        assertFails(mojo, "the folder " + folder + " cannot be created: a file of this name exists");
    }

    private void run(TrainMojo mojo) throws Exception {
        mojo.setLog(log.log());
        mojo.execute();
    }

    private void assertFails(TrainMojo mojo, String message) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
