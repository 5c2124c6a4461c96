package io.github.lenet.maven.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.ModelCache;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.io.FileTree;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.verification.Models;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerQueue;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.Catalog;
import io.github.lenet.store.PictureOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On synthetic digits, with the real worker and the real libraries. */
@MojoTest
class TrainGoalTest {

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();

    @Test
    void leavesTheModelItsHistoryAndACopyForTheJar() throws Exception {
        TrainedModel.train(system);

        var model = TrainedModel.output().resolve("model.zip");
        assertThat(model).isNotEmptyFile();
        assertThat(TrainedModel.output().resolve("training.json")).isNotEmptyFile();
        assertThat(TrainedModel.packaged()).hasBinaryContent(withoutUpdaterState(model));
        assertThat(TrainedModel.log().lines("info"))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Training, because lenet.force is set"),
                        line -> assertThat(line)
                                .startsWith("Training lenet5 (44,426 parameters) on 600 images of my-digits: 2"),
                        line -> assertThat(line).startsWith("epoch 1/2: loss ").endsWith(" left"),
                        line -> assertThat(line).startsWith("epoch 2/2: loss ").endsWith(" images/s"),
                        line -> assertThat(line).startsWith("Model " + model + ", sha256 "));
        assertThat(TrainedModel.log().lines("warn")).isEmpty();
    }

    @Test
    void keepsTheModelOfTheSameInputs() throws Exception {
        TrainedModel.train(system);
        Files.delete(TrainedModel.packaged());

        TrainedModel.goal(system, log.log()).run(TrainedModel.request(false));

        var model = TrainedModel.output().resolve("model.zip");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "info: Model " + model + " is up to date: it was trained with the same inputs (fingerprint ");
        assertThat(TrainedModel.packaged()).as("on every path").hasBinaryContent(withoutUpdaterState(model));
    }

    private byte[] withoutUpdaterState(Path model) throws Exception {
        var copy = folder.resolve("copy.zip");
        ModelArchive.read(model).withoutUpdaterState().write(copy);
        return Files.readAllBytes(copy);
    }

    @Test
    void neverKeepsAFileThatNobodyTrained() throws Exception {
        TrainedModel.train(system);
        var model = TrainedModel.output().resolve("model.zip");
        var trained = Files.readAllBytes(model);
        Files.write(model, new byte[] {1}, StandardOpenOption.APPEND);

        TrainedModel.goal(system, log.log()).run(TrainedModel.request(false));

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("info: Model %1$s comes from the cache (because %1$s is not the file that was trained: "
                        .formatted(model));
        assertThat(model).hasBinaryContent(trained);
    }

    @Test
    void needsNeitherDataNorLibrariesForAModelThatIsThere() throws Exception {
        var files = new TrainedFiles(folder.resolve("lenet"));
        keepAsMnist(files);
        goalWithoutLibraries().run(mnist(files));
        FileTree.delete(folder.resolve("lenet"));
        goalWithoutLibraries().run(mnist(files));

        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("info: Model " + files.model() + " is up to date: "),
                        line -> assertThat(line)
                                .startsWith("info: Model " + files.model() + " comes from the cache: "));
        assertThat(folder.resolve("cache/datasets")).doesNotExist();
        assertThat(folder.resolve("repository")).doesNotExist();
    }

    /** One line says why, and the training begins, which lacks its libraries here. */
    @Test
    void takesNoModelThatOthersCanHavePutIntoTheCache() throws Exception {
        var files = new TrainedFiles(folder.resolve("lenet"));
        keepAsMnist(files);
        FileTree.delete(folder.resolve("lenet"));
        Files.setPosixFilePermissions(folder.resolve("cache"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> goalWithoutLibraries().run(mnist(files))).isInstanceOf(Exception.class);

        assertThat(files.model()).doesNotExist();
        assertThat(log.lines().subList(0, 2))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("warn: the cache has this model, but it is not used: "
                                        + folder.resolve("cache") + " can be")
                                .contains("lenet.trustCache=true"),
                        line -> assertThat(line).startsWith("info: Training, because there is no " + files.model()));
    }

    /** Puts the trained model into the output and the cache of this test, as if it had been trained on MNIST. */
    private void keepAsMnist(TrainedFiles files) throws Exception {
        TrainedModel.train(system);
        var mnist = Catalog.builtIn().find("mnist").orElseThrow();
        Models.trainedOn(
                TrainedModel.output().resolve("model.zip"),
                files.model(),
                new TrainingData("mnist", mnist.classNames(), mnist.sha256(Split.TRAIN)));
        copyWithDigest("training.json", files);
        copyWithDigest("provenance.json", files);
        var cache = new ModelCache(new CacheDirectory(folder.resolve("cache"), false), 3, log.log()::warn);
        cache.put(ModelArchive.read(files.model()).description().fingerprint(), files);
    }

    /** What belongs to the trained model, made to belong to another one. */
    private static void copyWithDigest(String name, TrainedFiles files) throws Exception {
        var trained = TrainedModel.output();
        var before = Sha256.hex(Files.readAllBytes(trained.resolve("model.zip")));
        var after = Sha256.hex(Files.readAllBytes(files.model()));
        Files.writeString(
                files.model().resolveSibling(name),
                Files.readString(trained.resolve(name)).replace(before, after));
    }

    private TrainGoal goalWithoutLibraries() {
        var session = Repositories.session(
                system, new LocalRepository(folder.resolve("repository").toFile()));
        session.setOffline(true);
        return new TrainGoal(
                TrainedModel.datasets(system, log.log()),
                new BackendResolver(system, session, List.of(), log.log()),
                new WorkerLauncher(new WorkerQueue(session.getData(), log.log()), log.log()),
                List.of(),
                log.log());
    }

    private TrainRequest mnist(TrainedFiles files) throws Exception {
        var trained = TrainedModel.request(false);
        return new TrainRequest(
                new DatasetOptions(
                        "mnist",
                        null,
                        PictureOptions.DEFAULT,
                        new CacheDirectory(folder.resolve("cache"), false),
                        List.of()),
                trained.hyperparameters(),
                null,
                trained.reuse(),
                trained.backend(),
                trained.worker(),
                trained.build(),
                files.model().getParent(),
                null);
    }

    @Test
    void trainsBatchNormalisationOnTheProcessorAlone() throws Exception {
        TrainedModel.train(system);

        assertThatThrownBy(() -> goalWithoutLibraries().inputs(request("resnet8", "cuda", TrainedModel.dataset())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("backend is cuda, but trains no batch normalisation, which"
                        + " <architecture>resnet8</architecture> has; set <backend>cpu</backend>"
                        + " (-Dlenet.backend=cpu) to train on the processor, or leave <backend> out");

        assertThat(goalWithoutLibraries()
                        .inputs(request("resnet8", "auto", TrainedModel.dataset()))
                        .arithmetic())
                .isEqualTo(TrainingInputs.KERNELS);
        assertThat(log.lines())
                .containsExactly("info: Backend cpu (auto): cuda trains no batch normalisation, which"
                        + " <architecture>resnet8</architecture> has");
    }

    @Test
    void trainsOnImagesInColourOnTheProcessorAlone() throws Exception {
        IdxWriter.write(folder.resolve("idx"), Split.TRAIN, ColouredDigits.train(6, 1));
        IdxWriter.write(folder.resolve("idx"), Split.TEST, ColouredDigits.test(3, 1));
        Files.createDirectories(folder.resolve("pictures/left"));

        var coloured = new PictureOptions(ImageColour.RGB, 28, 28, ImagePreparation.RESIZE, 0.2);
        var idx = dataset("colours", folder.resolve("idx"), PictureOptions.DEFAULT);

        for (var dataset : List.of(
                dataset("cifar10", null, PictureOptions.DEFAULT),
                idx,
                dataset("bars", folder.resolve("pictures"), coloured))) {
            assertThatThrownBy(() -> goalWithoutLibraries().run(request("lenet5", "cuda", dataset)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessage("backend is cuda, but trains on grey images alone, and these are in colour; set"
                            + " <backend>cpu</backend> (-Dlenet.backend=cpu) to train on the processor, or leave"
                            + " <backend> out");
        }
        assertThat(log.lines()).isEmpty();
        assertThat(folder.resolve("cache"))
                .as("nothing was obtained or converted")
                .doesNotExist();

        var inputs = goalWithoutLibraries().inputs(request("lenet5", "auto", idx));

        assertThat(inputs.arithmetic()).isEqualTo(TrainingInputs.KERNELS);
        assertThat(log.lines())
                .containsExactly("info: Backend cpu (auto): cuda trains on grey images alone, and these are in colour");
    }

    @Test
    void refusesImagesThatAreTooSmallBeforeAnythingStarts() throws Exception {
        Files.createDirectories(folder.resolve("pictures/left"));
        var options = new PictureOptions(ImageColour.GREY, 7, 14, ImagePreparation.RESIZE, 0.2);
        var pictures = dataset("bars", folder.resolve("pictures"), options);

        assertThatThrownBy(() -> goalWithoutLibraries().run(request("resnet8", "cpu", pictures)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("images of 7 x 14 pixels do not fit resnet8, which takes 8 x 8 to 256 x 256");

        assertThat(log.lines()).isEmpty();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    private DatasetOptions dataset(String name, Path dataDirectory, PictureOptions pictures) {
        return new DatasetOptions(
                name, dataDirectory, pictures, new CacheDirectory(folder.resolve("cache"), false), List.of());
    }

    private static TrainRequest request(String architecture, String backend, DatasetOptions dataset) throws Exception {
        var request = TrainedModel.request(false);
        return new TrainRequest(
                dataset,
                SeedRecipe.of(architecture).build(),
                null,
                request.reuse(),
                new BackendRequest(backend, null, false),
                request.worker(),
                request.build(),
                request.outputDirectory(),
                null);
    }

    @Test
    void goesOnFromAModelAndKnowsItAgain() throws Exception {
        TrainedModel.train(system);
        var initialModel = Files.copy(TrainedModel.output().resolve("model.zip"), folder.resolve("initial.zip"));
        var request = TrainedModel.requestFrom(initialModel, folder.resolve("lenet"), 7);

        TrainedModel.goal(system, log.log()).run(request);
        assertThat(log.lines("info")).contains("Going on from " + initialModel);
        var next = ModelArchive.read(request.files().model());
        assertThat(next.configuration()).contains("\"epochCount\": 3,");
        assertThat(next.state().parameters())
                .isNotEqualTo(ModelArchive.read(initialModel).state().parameters());

        TrainedModel.goal(system, log.log()).run(request);
        assertThat(log.lines("info")).last().asString().contains("is up to date");
        Files.copy(request.files().model(), initialModel, StandardCopyOption.REPLACE_EXISTING);
        TrainedModel.goal(system, log.log()).run(request);
        assertThat(log.lines("info"))
                .anyMatch(line -> line.startsWith("Training, because initialModel changed from the one with sha256 "));
    }

    @Test
    void refusesAnInitialModelThatCannotBe() throws Exception {
        TrainedModel.train(system);
        var goal = TrainedModel.goal(system, new RecordingLog().log());

        assertThatThrownBy(() ->
                        goal.run(TrainedModel.requestFrom(folder.resolve("none.zip"), folder.resolve("lenet"), 7)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage(
                        "initialModel is %s, but does not exist or is no file; name a model.zip to go on from",
                        folder.resolve("none.zip"));
        var own = folder.resolve("lenet/../lenet/model.zip");
        assertThatThrownBy(() -> goal.run(TrainedModel.requestFrom(own, folder.resolve("lenet"), 7)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("is the file that this training writes");
        var page = Files.writeString(folder.resolve("page.zip"), "<html>");
        assertThatThrownBy(() -> goal.run(TrainedModel.requestFrom(page, folder.resolve("lenet"), 7)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "<initialModel> " + page + " is a web page that was saved instead of the data: fetch it again");
        assertThat(folder.resolve("lenet/model.zip")).doesNotExist();
    }

    @Test
    void saysWhatIsDifferent() throws Exception {
        TrainedModel.train(system);
        var request = TrainedModel.request(false);
        var inputs = ModelArchive.read(request.files().model()).description().inputs();
        var others = new TrainingInputs(
                inputs.algorithmVersion(),
                inputs.arithmetic(),
                inputs.code(),
                inputs.dataset(),
                SeedRecipe.of("lenet5").with("epochs", 2).with("seed", 7).build(),
                null);

        assertThat(new ExistingModel(request.files()).reasonToTrain(inputs)).isEmpty();
        assertThat(new ExistingModel(request.files()).reasonToTrain(others)).hasValue("seed changed from 42 to 7");
        assertThat(new ExistingModel(new TrainedFiles(TrainedModel.output().resolve("none"))).reasonToTrain(inputs))
                .hasValue("there is no " + TrainedModel.output().resolve("none").resolve("model.zip"));
    }
}
