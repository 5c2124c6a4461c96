package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.verification.Models;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class PredictMojoTest {

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("predict", "digits", "");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "skip", value = "true")
    void skips(PredictMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:predict: lenet.skip is set");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
    void saysHowToNameImages(PredictMojo mojo) {
        assertFails(mojo, "There is nothing to classify: name files, folders or globs");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
    @MojoParameter(name = "images", value = "digit.png")
    void saysHowToGetAModel(PredictMojo mojo) {
        assertFails(
                mojo,
                "There is no model for lenet:predict: "
                        + Path.of("elsewhere", "model.zip").toAbsolutePath());
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "images", value = "digit.png")
    @MojoParameter(name = "modelArtifact", value = "com.acme:digits:0.0-none")
    void asksRepositoriesForAModel(PredictMojo mojo) {
        assertFails(mojo, "com.acme:digits:zip:lenet:0.0-none");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelArtifact", value = "com.acme:digits:1.0")
    @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
    void refusesTwoModels(PredictMojo mojo) {
        assertFails(mojo, "cannot be set together with <modelArtifact>com.acme:digits:1.0</modelArtifact>");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
    @MojoParameter(name = "format", value = "xml")
    void listsTheFormats(PredictMojo mojo) {
        assertFails(mojo, "<format>xml</format> (property lenet.format) is unknown; known are table, csv, json.");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
    @MojoParameter(name = "imageSize", value = "large")
    void refusesWhatIsNoSize(PredictMojo mojo) {
        assertFails(mojo, "<imageSize>large</imageSize> (property lenet.imageSize) must be pixels a side, such as 28");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "elsewhere/model.zip")
    @MojoParameter(name = "outputFile", value = "target/answers.csv")
    void leavesTheAnswersOfAnotherExecutionAlone(PredictMojo mojo) throws Exception {
        var file = Path.of("target", "answers.csv");
        OutputFiles.claim(
                new Invocation(mojo.session(), mojo.project(), Builds.execution("predict", "letters", "")), file);

        assertFails(mojo, "The executions 'letters' and 'digits' of this module both write " + file.toAbsolutePath());
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "elsewhere/model\0.zip")
    @MojoParameter(name = "images", value = "digit.png")
    void aParameterThatIsNoFileNameIsAnErrorOfOneSentence(PredictMojo mojo) {
        assertFails(mojo, "model\\u0000.zip' is no file name: Nul character not allowed");
    }

    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "skip", value = "true")
    void anExhaustedHeapIsAnErrorThatSaysHowToEnlargeIt(PredictMojo mojo) {
        mojo.setLog((Log) Proxy.newProxyInstance(
                Log.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    throw new OutOfMemoryError("Java heap space");
                }));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "lenet:predict ran out of memory: the Java heap has at most \\d+ MiB, give it more with the option -Xmx\\d+m .*");
    }

    /** Class names come with a model, which may be anybody's. */
    @Test
    @InjectMojo(goal = "predict")
    @MojoParameter(name = "modelFile", value = "target/hostile/model.zip")
    @MojoParameter(name = "images", value = "target/hostile/digit.png,target/hostile/none\u001b.png")
    void namesFromAModelAndOfFilesAreNotPrintedAsTheyAre(PredictMojo mojo) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "hostile"));
        var names = IntStream.range(0, 10)
                .mapToObj(label ->
                        label + "\n::error title=pwn::from a model\n::stop-commands::x\u202e" + "x".repeat(5_000))
                .toList();
        Models.renamed(Models.trained(system), folder.resolve("model.zip"), names);
        ImageIO.write(
                new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("digit.png").toFile());
        mojo.setLog(log.log());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .message()
                .startsWith("1 image could not be used:\n  - ")
                .contains("none\\u001b.png");

        assertThat(log.lines("info"))
                .anyMatch(line -> line.contains("\\u000a::error title=pwn::from a model\\u000a::stop-commands::x"))
                .noneMatch(line -> line.contains("\n") || line.contains("\u202e"))
                .allMatch(line -> line.length() < 1_000);
    }

    private void assertFails(PredictMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
