package io.github.lenet.maven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lenet.archive.ExportFormat;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class AttachmentTest {

    private static final TrainedFiles FILES =
            new TrainedFiles(Path.of("target", "lenet").toAbsolutePath());

    @Inject
    private MavenProjectHelper projects;

    private MavenProject module;

    @BeforeEach
    void makeAModule() throws Exception {
        module = Builds.module("<groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.4</version>");
        module.setArtifact(
                new DefaultArtifact("com.acme", "digits", "1.4", null, "jar", null, new DefaultArtifactHandler("jar")));
    }

    @Test
    void attachesTheModelAndItsProvenance() throws Exception {
        attach(Builds.execution("train", "digits", ""), "lenet");

        assertThat(module.getAttachedArtifacts())
                .extracting(Artifact::getId, Artifact::getFile)
                .containsExactly(
                        tuple("com.acme:digits:zip:lenet:1.4", FILES.model().toFile()),
                        tuple(
                                "com.acme:digits:json:lenet-provenance:1.4",
                                FILES.provenance().toFile()));
    }

    @Test
    void attachesWhatTellsTheTrainingImages(@TempDir Path folder) throws Exception {
        var files = new TrainedFiles(folder);
        Files.writeString(files.trainingImages(), "{}");

        attachment(Builds.execution("train", "digits", "")).attach(files, "lenet", true);

        assertThat(module.getAttachedArtifacts())
                .extracting(Artifact::getId, Artifact::getFile)
                .contains(tuple(
                        "com.acme:digits:json:lenet-training-images:1.4",
                        files.trainingImages().toFile()));
    }

    @Test
    void attachesTheModelWithoutItsProvenance() throws Exception {
        attachment(Builds.execution("train", "digits", "")).attach(FILES, "lenet", false);

        assertThat(module.getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("lenet");
    }

    @Test
    void attachesOnceWhereAnExecutionRunsTwice() throws Exception {
        attach(Builds.execution("train", "digits", ""), "lenet");
        attach(Builds.execution("train", "digits", ""), "lenet");

        assertThat(module.getAttachedArtifacts()).hasSize(2);
    }

    @Test
    void attachesTwoModelsUnderTwoClassifiers() throws Exception {
        attach(Builds.execution("train", "digits", ""), "lenet");
        attach(Builds.execution("train", "letters", ""), "letters");

        assertThat(module.getAttachedArtifacts())
                .extracting(Artifact::getClassifier)
                .containsExactly("lenet", "lenet-provenance", "letters", "letters-provenance");
    }

    @Test
    void refusesTwoModelsUnderOneClassifier() throws Exception {
        attach(Builds.execution("train", "digits", ""), "lenet");

        assertThatThrownBy(() -> attach(Builds.execution("train", "letters", ""), "lenet"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(
                        "The executions 'digits' and 'letters' of this module both attach", "<classifier>");
        assertThat(module.getAttachedArtifacts()).hasSize(2);
    }

    @Test
    void attachesExportsBesideTheModel() throws Exception {
        attach(Builds.execution("train", "digits", ""), "lenet");
        export(Builds.execution("export", "digits", ""));
        // As in mvn verify install.
        export(Builds.execution("export", "digits", ""));

        assertThat(module.getAttachedArtifacts())
                .extracting(Artifact::getId, Artifact::getFile)
                .hasSize(4)
                .endsWith(
                        tuple("com.acme:digits:onnx:lenet:1.4", new File("model.onnx")),
                        tuple("com.acme:digits:safetensors:lenet:1.4", new File("model.safetensors")));
    }

    @Test
    void refusesTwoExportsUnderOneClassifier() throws Exception {
        export(Builds.execution("export", "digits", ""));

        assertThatThrownBy(() -> export(Builds.execution("export", "letters", "")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(
                        "The executions 'digits' and 'letters' of this module both attach a model of the type onnx",
                        "<classifier>",
                        "<attachExports>false</attachExports>");
    }

    @Test
    void attachesNothingForAGoalOfTheCommandLine() throws Exception {
        attach(Builds.direct("train", "default-cli"), "lenet");
        export(Builds.direct("export", "default-cli"));

        assertThat(module.getAttachedArtifacts()).isEmpty();
    }

    private void export(MojoExecution execution) throws Exception {
        var files = new EnumMap<ExportFormat, Path>(ExportFormat.class);
        files.put(ExportFormat.ONNX, Path.of("model.onnx"));
        files.put(ExportFormat.SAFETENSORS, Path.of("model.safetensors"));
        attachment(execution).attach(files, "lenet");
    }

    private void attach(MojoExecution execution, String classifier) throws Exception {
        attachment(execution).attach(FILES, classifier, true);
    }

    private Attachment attachment(MojoExecution execution) {
        return new Attachment(projects, new Invocation(Builds.session(List.of(module)), module, execution));
    }
}
