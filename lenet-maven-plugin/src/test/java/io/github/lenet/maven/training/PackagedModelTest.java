package io.github.lenet.maven.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.model.Classifier;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class PackagedModelTest {

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    @BeforeEach
    void train() throws Exception {
        TrainedModel.train(system);
    }

    @Test
    void leavesOutWhatNoApplicationNeeds() throws Exception {
        var model = TrainedModel.output().resolve("model.zip");
        var copy = folder.resolve("digits/model.zip");

        new PackagedModel(copy, false).write(model);

        assertThat(Files.size(copy)).isLessThan(Files.size(model) / 2);
        assertThat(ModelArchive.read(copy).state().updaterState()).isNull();
        assertThat(ModelArchive.read(copy).state().parameters())
                .isEqualTo(ModelArchive.read(model).state().parameters());
        assertThat(Classifier.load(copy).description())
                .isEqualTo(Classifier.load(model).description());
        assertThat(Classifier.load(copy).coefficientsSha256())
                .isEqualTo(Classifier.load(model).coefficientsSha256());
        assertThat(Classifier.load(copy).sha256())
                .isNotEqualTo(Classifier.load(model).sha256());
    }

    @Test
    void keepsAllOfTheModelIfItIsTold() throws Exception {
        var model = TrainedModel.output().resolve("model.zip");
        var copy = folder.resolve("digits/model.zip");

        new PackagedModel(copy, true).write(model);

        assertThat(copy).hasSameBinaryContentAs(model);
    }
}
