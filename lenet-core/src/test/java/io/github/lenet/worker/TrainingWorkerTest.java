package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.StockNetworks;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.Provenance;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.report.TrainingReport;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Each test is a process of its own, for the exit status, the streams and the signals are what is tested. */
class TrainingWorkerTest {

    private static final Hyperparameters TWO_EPOCHS = SeedRecipe.of("lenet5")
            .with("epochs", 2)
            .with("learningRate", 0.002)
            .with("validationFraction", 0.1)
            .build();

    /** Longer than any test waits. */
    private static final Hyperparameters ENDLESS =
            SeedRecipe.of("lenet5").with("epochs", 10_000).build();

    private static final Build BUILD = new Build("3.9.16", new Git("53c9c0c", true));

    @TempDir
    private Path folder;

    private Path data;
    private Path output;
    private Path cache;
    private Path initialModel;

    @BeforeEach
    void folders() {
        data = folder.resolve("data");
        output = folder.resolve("target/lenet");
        cache = folder.resolve("cache");
    }

    @Test
    void trainsAndTellsItsParent() throws Exception {
        SyntheticDigits.write(data, 600, 100, 1);
        try (var worker = start(TWO_EPOCHS)) {
            var events = worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());

            assertThat(events.get(0))
                    .isEqualTo(new WorkerEvent.Started("Java kernels on CPU", "lenet5", 540, 60, 44_426));
            var milestones = events.stream()
                    .filter(event -> !(event instanceof WorkerEvent.Progress))
                    .toList();
            assertThat(milestones)
                    .hasExactlyElementsOfTypes(
                            WorkerEvent.Started.class,
                            WorkerEvent.EpochFinished.class,
                            WorkerEvent.EpochFinished.class,
                            WorkerEvent.Finished.class);
            assertThat(((WorkerEvent.EpochFinished) milestones.get(2)).result().validationAccuracy())
                    .isGreaterThan(0.9);

            var finished = (WorkerEvent.Finished) milestones.get(3);
            assertThat(finished.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(output.resolve("model.zip"))));
            assertThat(list(output))
                    .extracting(Path::getFileName)
                    .map(Path::toString)
                    .containsExactlyInAnyOrder("model.zip", "training.json", "provenance.json", "training-images.json");
        }
        assertTrainingFile();
        assertProvenanceFile();
        assertThat(TrainingImages.read(output.resolve("training-images.json")))
                .as("with those of the hold-out")
                .isEqualTo(TrainingImages.of(
                        Sha256.hex(output.resolve("model.zip")),
                        LocatedDataset.open("my-digits", data).read(Split.TRAIN)));
        assertModel();
    }

    @Test
    void deletesWhatAKilledWorkerHasLeftBesideTheResults() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var part = ".lenet-123e4567-e89b-12d3-a456-426614174000.part";
        Files.createDirectories(output);
        Files.writeString(output.resolve(".model.zip" + part), "PK");
        Files.writeString(output.resolve("..training.json" + part + part), "{");
        Files.writeString(output.resolve(".notes.part"), "of the user");

        try (var worker = start(TWO_EPOCHS)) {
            worker.remainingEvents();
        }

        assertThat(list(output))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        ".notes.part", "model.zip", "provenance.json", "training-images.json", "training.json");
    }

    @Test
    void trainsOnAProcessorWithoutLoadingNativeLibraries() throws Exception {
        SyntheticDigits.write(data, 600, 100, 1);
        try (var worker = start(TWO_EPOCHS, List.of(), "-Dorg.bytedeco.javacpp.loadlibraries=false")) {
            worker.remainingEvents();

            assertThat(worker.status()).as(log()).isEqualTo(WorkerExit.OK.status());
        }
    }

    @Test
    void reportsBeforeItLooksAtTheDataAndWhileItReads() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var request = request(TWO_EPOCHS);
        // Takes longer than the second between two reports, and no space on the disk.
        for (var name : Split.fileNames()) {
            try (var file = new RandomAccessFile(data.resolve(name).toFile(), "rw")) {
                file.setLength(1L << 31);
            }
        }

        try (var worker = WorkerProcess.start(request, logFile())) {
            assertThat(worker.nextEventOfAll()).isEqualTo(new WorkerEvent.Preparing(0));
            assertThat(worker.nextEventOfAll())
                    .isInstanceOfSatisfying(
                            WorkerEvent.Preparing.class,
                            preparing -> assertThat(preparing.bytes()).isPositive());
        }
    }

    @Test
    void namesAClassThatItCannotLearn() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        Files.writeString(data.resolve("classes.txt"), "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n");

        try (var worker = start(TWO_EPOCHS)) {
            assertThat(worker.remainingEvents())
                    .contains(
                            new WorkerEvent.Warned("no training image shows class ten, so the model cannot learn it"));
        }
    }

    @Test
    void saysThatAWarmUpIsLongerThanHalfOfTheTraining() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var hyperparameters =
                SeedRecipe.of("lenet5").with("epochs", 2).with("warmup", 200).build();

        try (var worker = start(hyperparameters)) {
            assertThat(worker.remainingEvents())
                    .contains(
                            new WorkerEvent.Warned(
                                    "<warmup> is 200 steps, but the whole training has 8: the step size rises over half of them instead."
                                            + " Train more epochs, or set <lenet.warmup>4</lenet.warmup> in the <properties> of the POM"));
        }
    }

    @Test
    void computesWhatTheRequestSaysWhateverTheClassPathHolds() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var services = Files.createDirectories(folder.resolve("foreign/META-INF/services"));
        Files.writeString(services.resolve(Nd4jBackend.class.getName()), ForeignBackend.class.getName());
        var classPath = "-Xbootclasspath/a:" + folder.resolve("foreign");

        try (var worker = start(TWO_EPOCHS, List.of(), classPath, "-Dorg.bytedeco.javacpp.loadlibraries=false")) {
            assertThat(worker.nextEvent())
                    .isEqualTo(new WorkerEvent.Started("Java kernels on CPU", "lenet5", 90, 10, 44_426));
            assertThat(worker.remainingEvents()).last().isInstanceOf(WorkerEvent.Finished.class);
        }
    }

    /** Stands for the backend of a graphics card, which a user has among the dependencies of the plugin. */
    public abstract static class ForeignBackend extends Nd4jBackend {

        /** The service loader asks for it. */
        public ForeignBackend() {}
    }

    @Test
    void failsWhereItCannotComputeWhatTheRequestSays() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var inputs = inputs(TWO_EPOCHS);
        var cuda = TrainingInputs.of("org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1", inputs.dataset(), TWO_EPOCHS);

        try (var worker = WorkerProcess.start(request(cuda), logFile())) {
            assertFailed(worker, WorkerExit.BAD_DATA, "backend is org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1, but ");
        }
        assertThat(output.resolve("model.zip")).doesNotExist();
    }

    @Test
    void goesOnFromAnotherModel() throws Exception {
        SyntheticDigits.write(data, 600, 100, 1);
        initialModel = folder.resolve("initial.zip");
        var stock = StockNetworks.archive("lenet5");
        stock.write(initialModel);
        try (var worker = start(TWO_EPOCHS)) {
            var events = worker.remainingEvents();

            assertThat(worker.status()).as(log()).isEqualTo(WorkerExit.OK.status());
            assertThat(events)
                    .contains(new WorkerEvent.Warned(
                            "<initialModel> %s holds no state of Adam to go on with, which begins anew"
                                    .formatted(initialModel)));
        }
        assertThat(ModelArchive.read(output.resolve("model.zip"))
                        .description()
                        .inputs()
                        .initialModel())
                .isEqualTo(Sha256.hex(Files.readAllBytes(initialModel)));
    }

    @Test
    void refusesAModelOfAnotherArchitecture() throws Exception {
        SyntheticDigits.write(data, 600, 100, 1);
        initialModel = folder.resolve("initial.zip");
        StockNetworks.archive("lenet5-1998").write(initialModel);

        assertFails(
                TWO_EPOCHS,
                WorkerExit.BAD_DATA,
                "<initialModel> " + initialModel,
                "it holds lenet5-1998, but <architecture> and the images call for lenet5",
                "or leave <initialModel> out");
    }

    @Test
    void aDeepNetworkThatDivergesLeavesAdviceAndNoModel() throws Exception {
        SyntheticDigits.write(data, 20, 10, 1);
        var hyperparameters = SeedRecipe.of("resnet8").build();
        var trained = new Trainer(1).train(new Training(hyperparameters, SyntheticDigits.train(20, 1), null));
        // Numbers that are finite, but too large to compute with.
        var parameters = trained.state().network().parameters();
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] *= 1e36f;
        }
        initialModel = folder.resolve("initial.zip");
        TrainedArchive.of(trained, InputsOfTests.of(hyperparameters)).write(initialModel);

        assertFails(
                hyperparameters,
                WorkerExit.FAILED,
                "the loss is NaN after 20 images of epoch 1: the training diverged with learningRate 0.001",
                "<lenet.learningRate>1.0E-4</lenet.learningRate>");
    }

    private void assertTrainingFile() throws IOException {
        var training = TrainingReport.read(output.resolve("training.json"));
        assertThat(training.hyperparameters()).isEqualTo(TWO_EPOCHS);
        assertThat(training.dataset()).isEqualTo("my-digits");
        assertThat(training.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2);
        assertThat(training.totalSeconds())
                .isGreaterThan(training.epochs().get(0).seconds());
    }

    private void assertProvenanceFile() throws IOException {
        var provenance = Provenance.read(output.resolve("provenance.json"));
        assertThat(provenance.modelSha256()).isEqualTo(Sha256.hex(Files.readAllBytes(output.resolve("model.zip"))));
        assertThat(provenance.build()).isEqualTo(BUILD);
        assertThat(provenance.licence())
                .as("nobody knows that of one's own data")
                .isNull();
        assertThat(provenance.threads()).isEqualTo(2);
        assertThat(provenance.java().version()).isEqualTo(System.getProperty("java.runtime.version"));
        assertThat(provenance.operatingSystem().name()).isEqualTo(System.getProperty("os.name"));
        assertThat(provenance.started()).isLessThan(provenance.finished());
        assertThat(provenance.dataset().sha256()).hasSize(4);
        assertThat(Files.readString(output.resolve("provenance.json")))
                .doesNotContain(System.getProperty("user.home"), System.getProperty("user.name"), folder.toString());
    }

    private void assertModel() throws IOException {
        var classifier = Classifier.load(output.resolve("model.zip"));
        var test = SyntheticDigits.test(100, 1);
        var right = 0;
        for (var image = 0; image < test.size(); image++) {
            var probabilities = classifier.probabilities(test.pixels(), test.pixelOffset(image));
            var best = 0;
            for (var label = 1; label < 10; label++) {
                best = probabilities[label] > probabilities[best] ? label : best;
            }
            right += best == test.label(image) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(90);
        assertThat(classifier.description().inputs()).isEqualTo(inputs(TWO_EPOCHS));
    }

    @Test
    void anythingButARequestEndsItWithAWord() throws Exception {
        try (var worker = WorkerProcess.start("{\"colour\": 1}", logFile(), List.of())) {
            assertFailed(
                    worker,
                    WorkerExit.BAD_REQUEST,
                    "the request is not the expected JSON",
                    "its first key is not \"request\"");
        }
    }

    @Test
    void missingDataIsNamed() throws Exception {
        assertFails(TWO_EPOCHS, WorkerExit.BAD_DATA, data.toString());
    }

    @Test
    void dataThatChangedSinceTheBuildLookedAtItIsNotTrainedOn() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var request = request(TWO_EPOCHS);
        SyntheticDigits.write(data, 100, 10, 2);

        try (var worker = WorkerProcess.start(request, logFile())) {
            assertFailed(worker, WorkerExit.BAD_DATA, data.toString(), "have changed since this build looked at them");
        }
    }

    @Test
    void aLabelThatNoClassHasIsNamedWithItsPlace() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        var labels = data.resolve(Split.TRAIN.labelsFile());
        var bytes = Files.readAllBytes(labels);
        bytes[8 + 71] = 10;
        Files.write(labels, bytes);
        Files.writeString(data.resolve("classes.txt"), "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");

        assertFails(TWO_EPOCHS, WorkerExit.BAD_DATA, labels.toString(), "label of image 71 is 10", "79");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamed() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        Files.writeString(folder.resolve("target"), "a file where a folder should be");

        assertFails(TWO_EPOCHS, WorkerExit.CANNOT_WRITE, output.toString(), "<outputDirectory>");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatFillsUpLeavesTheModelBefore() throws Exception {
        SyntheticDigits.write(data, 20, 10, 1);
        Files.createDirectories(output);
        Files.writeString(output.resolve("model.zip"), "the model before");

        // No file of more than 300 blocks of 512 or 1024 bytes: less than an archive, more than anything else that is
        // written.
        try (var worker =
                start(TWO_EPOCHS, List.of("sh", "-c", "ulimit -f 300; exec \"$@\"", "sh"), "-XX:-UsePerfData")) {
            assertFailed(
                    worker,
                    WorkerExit.CANNOT_WRITE,
                    "cannot write the results to <outputDirectory> " + output + ": " + output.resolve("model.zip")
                            + " cannot be ");
        }
        assertThat(list(output)).containsExactly(output.resolve("model.zip"));
        assertThat(output.resolve("model.zip")).hasContent("the model before");
    }

    @Test
    void aModelTakesItsPlaceOnlyAfterItsHistory() throws Exception {
        SyntheticDigits.write(data, 20, 10, 1);
        Files.createDirectories(output.resolve("training.json/a folder in the way"));
        Files.writeString(output.resolve("model.zip"), "the model before");

        try (var worker = start(TWO_EPOCHS)) {
            assertFailed(
                    worker,
                    WorkerExit.CANNOT_WRITE,
                    output.resolve("training.json").toString());
        }
        assertThat(output.resolve("model.zip")).hasContent("the model before");
    }

    @Test
    void tooSmallAHeapIsNamedWithTheOptionThatHelps() throws Exception {
        // The images fit, and as a batch of numbers with four bytes each they do not.
        SyntheticDigits.write(data, 4_000, 10, 1);
        var wide = SeedRecipe.of("lenet5").with("batchSize", 4_000).build();

        try (var worker = start(wide, List.of(), "-Xmx16m")) {
            assertFailed(worker, WorkerExit.OUT_OF_MEMORY, "16 MiB", "<lenet.jvmArgs>-Xmx1024m</lenet.jvmArgs>");
        }
        assertThat(output.resolve("model.zip")).doesNotExist();
    }

    @Test
    void imagesThatDoNotFitIntoTheHeapAreNamedWithTheOptionThatHelps() throws Exception {
        SyntheticDigits.write(data, 20_000, 10, 1);

        try (var worker = start(TWO_EPOCHS, List.of(), "-Xmx16m")) {
            assertFailed(
                    worker,
                    WorkerExit.BAD_DATA,
                    data.resolve(Split.TRAIN.imagesFile()).toString(),
                    "at most 16 MiB",
                    "in <jvmArgs>");
        }
    }

    @Test
    void endsWhenItsStandardInputEnds() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        try (var worker = start(ENDLESS)) {
            assertThat(worker.nextEvent()).isInstanceOf(WorkerEvent.Started.class);

            worker.process().getOutputStream().close();

            assertThat(worker.status()).isEqualTo(WorkerExit.ORPHANED.status());
        }
        assertThat(output.resolve("model.zip")).doesNotExist();
    }

    @Test
    void endsWhenNobodyListensAndTakesTheNameOfTheSocketAway() throws Exception {
        var socket = Files.createTempDirectory("lenet-").resolve("events");
        try (var abandoned = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            abandoned.bind(UnixDomainSocketAddress.of(socket));
        }
        var worker = WorkerProcess.process(socket, logFile(), List.of());

        assertThat(worker.waitFor()).isEqualTo(WorkerExit.ORPHANED.status());
        assertThat(log()).contains("the parent is gone");
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void endsWhenNoRequestComes() throws Exception {
        try (var server = EventServer.open()) {
            var worker = WorkerProcess.process(server.socket(), logFile(), List.of());
            worker.getOutputStream().close();

            assertThat(worker.waitFor()).isEqualTo(WorkerExit.ORPHANED.status());
        }
        assertThat(log()).contains("the standard input has ended");
    }

    @Test
    void aKilledWorkerLeavesTheModelBeforeAndTheNextOneCleansUp() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        Files.createDirectories(output);
        Files.writeString(output.resolve("model.zip"), "the model before");
        try (var worker = start(ENDLESS)) {
            WorkerEvent event;
            do {
                event = worker.nextEvent();
            } while (!(event instanceof WorkerEvent.EpochFinished));
            worker.process().destroyForcibly();
            assertThat(WorkerExit.of(worker.status())).isEmpty();
        }
        assertThat(output.resolve("model.zip")).hasContent("the model before");

        try (var worker = start(SeedRecipe.of("lenet5").with("batchSize", 100).build())) {
            assertThat(worker.remainingEvents()).last().isInstanceOf(WorkerEvent.Finished.class);
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
        }
        assertThat(list(output)).hasSize(4);
        assertThat(Classifier.load(output.resolve("model.zip")).description().epochs())
                .hasSize(1);
    }

    @Test
    void goesOnFromTheCheckpointOfAWorkerThatWasKilled() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        killAfterTwoEpochs();

        try (var worker = start(ENDLESS)) {
            assertThat(worker.nextEvent()).isInstanceOf(WorkerEvent.Started.class);
            var resumed = (WorkerEvent.Resumed) worker.nextEvent();
            assertThat(resumed.epochs()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(Instant.parse(resumed.checkpoint())).isBefore(Instant.now());
            var next = (WorkerEvent.EpochFinished) nextButProgress(worker);
            assertThat(next.result().epoch()).isEqualTo(resumed.epochs().size() + 1);
        }
    }

    @Test
    void aDamagedCheckpointIsReportedAndTheOneBeforeIsUsed() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        killAfterTwoEpochs();
        Path damaged;
        try (var trainings = Files.newDirectoryStream(cache.resolve("trainings"))) {
            damaged = trainings.iterator().next().resolve("checkpoint");
        }
        Files.write(damaged, new byte[] {1}, StandardOpenOption.APPEND);

        try (var worker = start(ENDLESS)) {
            assertThat(worker.nextEvent()).isInstanceOf(WorkerEvent.Started.class);
            var warned = (WorkerEvent.Warned) worker.nextEvent();
            assertThat(warned.message())
                    .startsWith(damaged + " is no usable checkpoint: at byte ")
                    .endsWith("going on from the checkpoint before it");
            assertThat(worker.nextEvent()).isInstanceOf(WorkerEvent.Resumed.class);
        }
    }

    @Test
    void goesOnWithoutACacheThatCanBeWrittenTo() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        Files.writeString(cache, "a file where a folder should be");

        try (var worker = start(TWO_EPOCHS)) {
            var events = worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
            var warnings =
                    events.stream().filter(WorkerEvent.Warned.class::isInstance).toList();
            assertThat(warnings)
                    .extracting(Object::toString)
                    .satisfiesExactly(
                            line -> assertThat(line).contains("no lock and no checkpoints: ", cache.toString()),
                            line -> assertThat(line)
                                    .contains("the model is not kept in the cache: ", cache.toString()));
        }
        assertModelExists();
    }

    @Test
    void keepsTheModelInTheCache() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);

        try (var worker = start(TWO_EPOCHS)) {
            worker.remainingEvents();
        }

        assertThat(cache.resolve("models").resolve(inputs(TWO_EPOCHS).sha256()).resolve("model.zip"))
                .hasSameBinaryContentAs(output.resolve("model.zip"));
    }

    @Test
    void leavesNoCheckpointAfterItsEnd() throws Exception {
        SyntheticDigits.write(data, 100, 10, 1);
        try (var worker = start(TWO_EPOCHS)) {
            worker.remainingEvents();
            assertThat(worker.status()).isEqualTo(WorkerExit.OK.status());
        }
        assertModelExists();
        try (var files = Files.walk(cache)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().contains("checkpoint"));
        }
    }

    private void killAfterTwoEpochs() throws Exception {
        try (var worker = start(ENDLESS)) {
            for (var epochs = 0; epochs < 2; ) {
                epochs += worker.nextEvent() instanceof WorkerEvent.EpochFinished ? 1 : 0;
            }
            worker.process().destroyForcibly();
            assertThat(WorkerExit.of(worker.status())).isEmpty();
        }
    }

    private static WorkerEvent nextButProgress(WorkerProcess worker) throws IOException, InterruptedException {
        WorkerEvent event;
        do {
            event = worker.nextEvent();
        } while (event instanceof WorkerEvent.Progress);
        return event;
    }

    private void assertModelExists() throws IOException {
        assertThat(Classifier.load(output.resolve("model.zip")).description().epochs())
                .hasSize(2);
    }

    private void assertFails(Hyperparameters hyperparameters, WorkerExit exit, String... message) throws Exception {
        try (var worker = start(hyperparameters)) {
            assertFailed(worker, exit, message);
        }
        assertThat(Files.exists(output.resolve("model.zip"))).isFalse();
    }

    private void assertFailed(WorkerProcess worker, WorkerExit exit, String... message) throws Exception {
        var events = worker.remainingEvents();
        assertThat(worker.status()).isEqualTo(exit.status());
        assertThat(events).last().isInstanceOf(WorkerEvent.Failed.class);
        var failed = (WorkerEvent.Failed) events.get(events.size() - 1);
        assertThat(failed.message()).contains(message).doesNotContain("\tat ");
    }

    private WorkerProcess start(Hyperparameters hyperparameters) throws IOException {
        return start(hyperparameters, List.of());
    }

    private WorkerProcess start(Hyperparameters hyperparameters, List<String> prefix, String... jvmArguments)
            throws IOException {
        return WorkerProcess.start(request(hyperparameters).line(), logFile(), prefix, jvmArguments);
    }

    private TrainingRequest request(Hyperparameters hyperparameters) throws IOException {
        return request(inputs(hyperparameters));
    }

    private TrainingRequest request(TrainingInputs inputs) {
        return new TrainingRequest(
                inputs,
                data,
                initialModel,
                2,
                new CacheDirectory(cache, false),
                0,
                false,
                3,
                0,
                BUILD,
                new TrainedFiles(output));
    }

    private TrainingInputs inputs(Hyperparameters hyperparameters) throws IOException {
        if (!Files.exists(data)) {
            return InputsOfTests.of(hyperparameters);
        }
        var inputs = InputsOfTests.of("my-digits", data, hyperparameters);
        return initialModel == null
                ? inputs
                : TrainingInputs.of(
                        inputs.arithmetic(), inputs.dataset(), hyperparameters, InitialModel.sha256(initialModel));
    }

    private String log() throws IOException {
        return Files.readString(logFile());
    }

    private Path logFile() {
        return folder.resolve("worker.log");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
