package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.OutputFiles;
import io.github.lenet.maven.verification.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class ExportMojoTest {

    private static final Path FOLDER = Path.of("target", "export-mojo-test").toAbsolutePath();

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("export", "digits", "");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "skip", value = "true")
    void skips(ExportMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:export: lenet.skip is set");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "outputDirectory", value = "target/export-mojo-test")
    void writesOnnxAndAttachesNothing(ExportMojo mojo) throws Exception {
        model();
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines())
                .containsExactly(
                        "info: Exported " + FOLDER.resolve("model.zip") + " to " + FOLDER.resolve("model.onnx"));
        assertThat(FOLDER.resolve("model.onnx")).isNotEmptyFile();
        assertThat(FOLDER.resolve("model.safetensors")).doesNotExist();
        assertThat(mojo.project().getAttachedArtifacts()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "outputDirectory", value = "target/export-mojo-test")
    @MojoParameter(name = "formats", value = "safetensors,onnx,safetensors")
    @MojoParameter(name = "attachExports", value = "true")
    @MojoParameter(name = "classifier", value = "digits")
    void attachesWhatItWrites(ExportMojo mojo) throws Exception {
        model();
        mojo.project()
                .setArtifact(new DefaultArtifact(
                        "com.acme", "digits", "1.4", null, "jar", null, new DefaultArtifactHandler("jar")));
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines("info")).hasSize(2);
        assertThat(mojo.project().getAttachedArtifacts())
                .extracting(Artifact::getFile)
                .containsExactly(
                        FOLDER.resolve("model.onnx").toFile(),
                        FOLDER.resolve("model.safetensors").toFile())
                .allMatch(file -> file.length() > 44_426 * 4);
        assertThat(mojo.project().getAttachedArtifacts())
                .allMatch(artifact -> artifact.getClassifier().equals("digits"))
                .extracting(Artifact::getType)
                .containsExactly("onnx", "safetensors");
    }

    /** Without the model of an earlier run, and what was exported of it. */
    private void model() throws Exception {
        Files.createDirectories(FOLDER);
        Files.copy(Models.trained(system), FOLDER.resolve("model.zip"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(FOLDER.resolve("model.onnx"));
        Files.deleteIfExists(FOLDER.resolve("model.safetensors"));
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "modelFile", value = "old/model.zip")
    void saysHowToGetAModel(ExportMojo mojo) {
        assertFails(
                mojo,
                "There is no model for lenet:export: "
                        + Path.of("old", "model.zip").toAbsolutePath()
                        + " does not exist. Train one first with `mvn lenet:train lenet:export`");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "modelArtifact", value = "com.acme:digits:0.0-none")
    void asksRepositoriesForAModel(ExportMojo mojo) {
        assertFails(mojo, "com.acme:digits:zip:lenet:0.0-none");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "formats", value = "onx")
    void listsTheFormats(ExportMojo mojo) {
        assertFails(
                mojo,
                "<formats>onx</formats> (property lenet.formats) is unknown, perhaps you mean onnx; known are onnx, safetensors.");
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "modelFile", value = "src/it/export/invoker.properties")
    @MojoParameter(name = "outputDirectory", value = "target/export-mojo-test/refused")
    void leavesNoFileForWhatIsNoModel(ExportMojo mojo) {
        assertFails(
                mojo,
                "invoker.properties is no usable model: it is no zip file, or a part of it is missing."
                        + " This goal takes only a model.zip of lenet:train, no ONNX file.");
        assertThat(FOLDER.resolve("refused").resolve("model.onnx")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "export")
    @MojoParameter(name = "outputDirectory", value = "target/export-mojo-test")
    void leavesTheFilesOfAnotherExecutionAlone(ExportMojo mojo) throws Exception {
        var file = FOLDER.resolve("model.onnx");
        OutputFiles.claim(
                new Invocation(mojo.session(), mojo.project(), Builds.execution("export", "letters", "")), file);

        assertFails(mojo, "The executions 'letters' and 'digits' of this module both write " + file);
    }

    private void assertFails(ExportMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
