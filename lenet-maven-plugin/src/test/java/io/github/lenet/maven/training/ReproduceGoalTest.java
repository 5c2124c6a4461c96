package io.github.lenet.maven.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.network.NetworkState;
import io.github.lenet.store.PictureOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class ReproduceGoalTest {

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();
    private Path model;
    private Path initialModel;
    private DatasetOptions dataset = TrainedModel.dataset();

    @BeforeEach
    void train() throws Exception {
        TrainedModel.train(system);
        model = TrainedModel.output().resolve("model.zip");
    }

    @Test
    void givesTheSameBytesWithAnotherNumberOfThreads() throws Exception {
        // What an earlier repetition left must not be taken for this one.
        Files.createDirectories(folder.resolve("reproduce"));
        Files.copy(model, folder.resolve("reproduce/model.zip"));
        var notes = Files.writeString(folder.resolve("reproduce/notes.txt"), "of the user");

        reproduce();

        assertThat(notes).hasContent("of the user");

        var repetition = folder.resolve("reproduce/model.zip");
        assertThat(repetition).hasSameBinaryContentAs(model);
        assertThat(log.lines("info"))
                .startsWith("Training, because lenet:reproduce compares a second training with " + model)
                .anyMatch(line -> line.startsWith("Training lenet5"));
        assertThat(log.lines("info"))
                .last()
                .isEqualTo("Reproduced: %s has the same bytes (sha256 %s)"
                        .formatted(repetition, Sha256.hex(Files.readAllBytes(model))));
    }

    @Test
    void reproducesTheCopyOfAModelInAJar() throws Exception {
        model = TrainedModel.packaged();

        reproduce();

        assertThat(folder.resolve("reproduce/model.zip")).hasSameBinaryContentAs(model);
    }

    @Test
    void namesTheFirstParameterOfAnotherModel() throws Exception {
        var archive = ModelArchive.read(model);
        var parameters = archive.state().parameters().clone();
        parameters[200] = Math.nextUp(parameters[200]);
        model = folder.resolve("changed.zip");
        new ModelArchive(
                        archive.description(),
                        archive.configuration(),
                        new NetworkState(parameters, archive.state().updaterState()))
                .write(model);

        assertThatThrownBy(this::reproduce)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(model + " was not reproduced")
                .hasMessageContaining("\n  - parameter 200, which is number 28 of the weights of layer2, is "
                        + parameters[200] + " in the model");
    }

    @Test
    void refusesOtherDataBeforeItTrains() throws Exception {
        SyntheticDigits.write(folder.resolve("data"), 600, 200, 2);
        dataset = new DatasetOptions(
                "my-digits",
                folder.resolve("data"),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder, false),
                List.of());

        assertThatThrownBy(this::reproduce)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(model + " was trained on other data: there t")
                .hasMessageContaining("<dataDirectory>");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void namesTheDataSetThatIsMeant() {
        dataset =
                new DatasetOptions("mnist", null, PictureOptions.DEFAULT, new CacheDirectory(folder, false), List.of());

        assertThatThrownBy(this::reproduce)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("-Dlenet.dataset=my-digits");
    }

    @Test
    void needsTheModelThatTheTrainingWentOnFrom() throws Exception {
        var first = model;
        var request = TrainedModel.requestFrom(first, folder.resolve("second"), 42);
        TrainedModel.goal(system, log.log()).run(request);
        model = request.files().model();
        assertThat(ModelArchive.read(model).description().inputs().initialModel())
                .isEqualTo(Sha256.hex(Files.readAllBytes(first)));

        assertThatThrownBy(this::reproduce)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(model + " went on from another model, whose archive has the sha256 ")
                .hasMessageContaining("-Dlenet.initialModel=");
        initialModel = model;
        assertThatThrownBy(this::reproduce)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("and <initialModel> " + model + " has ", "Name the other file");
        initialModel = first;
        reproduce();

        assertThat(folder.resolve("reproduce/model.zip")).hasSameBinaryContentAs(model);
    }

    @Test
    void aMissingModelIsNamed() {
        model = folder.resolve("none.zip");

        assertThatThrownBy(this::reproduce)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("There is no model for lenet:reproduce: " + model);
    }

    private void reproduce() throws Exception {
        new ReproduceGoal(
                        TrainedModel.models(system, log.log()),
                        TrainedModel.datasets(system, log.log()),
                        TrainedModel.goal(system, log.log()),
                        log.log())
                .run(new ReproduceRequest(
                        ModelOptions.of(model),
                        dataset,
                        initialModel,
                        new WorkerOptions(1, JavaExecutable.ofThisJvm(), List.of(), 0),
                        new Build(null, null),
                        folder.resolve("reproduce")));
    }
}
