package io.github.lenet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ImageNames;
import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.archive.ArchiveFile;
import io.github.lenet.archive.ExportFormat;
import io.github.lenet.archive.InitialModel;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.ModelCache;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.gate.Threshold;
import io.github.lenet.gate.Verdict;
import io.github.lenet.io.FileTree;
import io.github.lenet.json.Json;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.Provenance;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.prediction.ImageClassifier;
import io.github.lenet.prediction.PredictionFormat;
import io.github.lenet.prediction.Predictor;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.report.Aggregation;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Samples;
import io.github.lenet.report.TrainingReport;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.store.DatasetArchive;
import io.github.lenet.store.DatasetRequest;
import io.github.lenet.store.DatasetStore;
import io.github.lenet.store.DownloadListener;
import io.github.lenet.store.DownloadProgress;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.store.PackageReader;
import io.github.lenet.store.PictureOptions;
import io.github.lenet.text.Printable;
import io.github.lenet.training.Checkpoint;
import io.github.lenet.training.Checkpoints;
import io.github.lenet.training.TrainedNetwork;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingDivergedException;
import io.github.lenet.training.TrainingListener;
import io.github.lenet.worker.CheckpointFile;
import io.github.lenet.worker.WorkerEvent;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format that is read back, damaged at random: a few files in each build, millions with the profile fuzz. */
class FuzzTest {

    /** For a format that takes a millisecond a file or more. */
    private static final int CASES = Integer.getInteger("fuzz.cases", 500);

    /** For one that takes much less. */
    private static final int MANY_CASES = Math.multiplyExact(10, CASES);

    private static final int SIZE = 16;
    private static final List<String> CLASS_NAMES = List.of("circle", "square");
    private static final Dataset IMAGES = images(24);
    private static final Hyperparameters RECIPE =
            SeedRecipe.of("lenet5").with("batchSize", 16).build();
    private static final TrainingInputs INPUTS =
            TrainingInputs.of(TrainingInputs.KERNELS, new TrainingData("shapes", CLASS_NAMES, Map.of()), RECIPE);

    private static final DownloadListener SILENT = new DownloadListener() {
        @Override
        public void message(String line) {}

        @Override
        public void progress(DownloadProgress progress) {}
    };

    @TempDir
    private static Path folder;

    private static TrainedNetwork trained;
    private static Checkpoint checkpoint;

    private static Dataset images(int count) {
        var random = new SeededRandom(7);
        var pixels = new byte[count * SIZE * SIZE];
        var labels = new byte[count];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextDouble() * 256);
        }
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASS_NAMES.size());
        }
        return new Dataset("shapes", "train", SIZE, SIZE, pixels, labels, CLASS_NAMES);
    }

    /** A training that somebody interrupts, again and again. */
    @BeforeAll
    static void train() {
        var saved = new AtomicReference<Checkpoint>();
        trained = train(Optional.empty(), saved::set);
        checkpoint = saved.get();
    }

    private static TrainedNetwork train(Optional<Checkpoint> from, Consumer<Checkpoint> saved) {
        var checkpoints = new Checkpoints() {
            @Override
            public Optional<Checkpoint> latest(Consumer<Checkpoint> check) {
                from.ifPresent(check);
                return from;
            }

            @Override
            public boolean isDue() {
                return true;
            }

            @Override
            public void save(Checkpoint checkpoint) {
                if (checkpoint.epochs().isEmpty()) {
                    saved.accept(checkpoint);
                }
            }
        };
        return new Trainer(1).train(new Training(RECIPE, IMAGES, null), new TrainingListener() {}, checkpoints);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void idxFiles(boolean compressed) throws Exception {
        var end = compressed ? ".gz" : "";
        IdxWriter.write(folder, Split.TRAIN, IMAGES);
        var labels = folder.resolve(Split.TRAIN.labelsFile());
        var images = Files.readAllBytes(folder.resolve(Split.TRAIN.imagesFile()));
        var file = folder.resolve("images" + end);

        new Fuzzing("IDX files" + end, MANY_CASES).run(compressed ? gzip(images) : images, Damage::bytes, bytes -> {
            Files.write(file, bytes);
            var read = DatasetReader.read("shapes", Split.TRAIN, file, labels, CLASS_NAMES);
            Exploration.of(read, read, 1);
        });
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.toByteArray();
    }

    @Test
    void labelsAndNamesOfClasses() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        IdxWriter.write(data, Split.TRAIN, IMAGES);
        IdxWriter.write(data, Split.TEST, IMAGES);
        var names = data.resolve("classes.txt");

        new Fuzzing("names of classes", MANY_CASES)
                .run("circle\nsquare\n".getBytes(StandardCharsets.UTF_8), Damage::bytes, bytes -> {
                    Files.write(names, bytes);
                    LocatedDataset.open("shapes", data).read(Split.TEST);
                });
        Files.delete(names);
        var labels = data.resolve(Split.TEST.labelsFile());
        new Fuzzing("labels", MANY_CASES).run(Files.readAllBytes(labels), Damage::bytes, bytes -> {
            Files.write(labels, bytes);
            var located = LocatedDataset.open("shapes", data);
            Exploration.of(located.read(Split.TRAIN), located.read(Split.TEST), 1);
        });
    }

    @Test
    void modelArchives() throws Exception {
        var file = folder.resolve("model.zip");
        var digit = folder.resolve("picture.png");
        Files.write(digit, picture("png"));
        TrainedArchive.of(trained, INPUTS).write(file);

        new Fuzzing("model archives", CASES).run(Files.readAllBytes(file), Damage::zip, bytes -> {
            Files.write(file, bytes);
            var classifier = Classifier.load(file);
            for (var format : PredictionFormat.values()) {
                var printer = format.printer(
                        classifier.description().classNames(),
                        line -> assertThat(line).isEqualTo(Printable.of(line, Integer.MAX_VALUE)));
                new Predictor(ImageClassifier.of(classifier), ImagePreparation.RESIZE, folder)
                        .predict(List.of(digit), printer);
            }
        });
    }

    @Test
    void safetensors() throws Exception {
        var archive = folder.resolve("exported.zip");
        TrainedArchive.of(trained, INPUTS).write(archive);
        var file = folder.resolve("model.safetensors");
        ExportFormat.SAFETENSORS.write(ArchiveFile.read(archive), null, file);

        new Fuzzing("safetensors", CASES).run(Files.readAllBytes(file), Damage::safetensors, bytes -> {
            Files.write(file, bytes);
            InitialModel.read(file, InitialModel.sha256(file), trained.architecture());
        });
    }

    @Test
    void checkpoints() throws Exception {
        var file = new CheckpointFile(folder.resolve("checkpoint"), INPUTS.sha256());
        file.write(checkpoint);

        new Fuzzing("checkpoints", CASES).run(Files.readAllBytes(file.file()), Damage::checkpoint, bytes -> {
            Files.write(file.file(), bytes);
            goOn(file.read());
        });
    }

    private static void goOn(Checkpoint checkpoint) throws IOException {
        try {
            train(Optional.of(checkpoint), ignored -> {});
        } catch (TrainingDivergedException e) {
            // Numbers that no training had, under a right digest.
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // As Checkpoints says; the one before it is tried then.
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Whatever is damaged in an entry of the cache, it counts as missing, or gives back what was put in. */
    @Test
    void modelsInTheCache() throws Exception {
        var directory = new CacheDirectory(folder.resolve("models"), false);
        var files = new TrainedFiles(Files.createDirectory(folder.resolve("trained")));
        var sha256 = TrainedArchive.of(trained, INPUTS).write(files.model());
        Files.writeString(files.training(), "{\"epochs\": 1}");
        Files.writeString(files.provenance(), "{\"threads\": 1}");
        TrainingImages.of(sha256, IMAGES).write(files.trainingImages());
        new ModelCache(directory, 1, warning -> {
                    throw new AssertionError(warning);
                })
                .put(INPUTS.sha256(), files);
        var entry = folder.resolve("models/models").resolve(INPUTS.sha256());
        var whole = contents(entry);

        for (var name : whole.keySet()) {
            new Fuzzing("models in the cache, " + name, CASES / 5)
                    .run(whole.get(name), name.equals("model.zip") ? Damage::zip : Damage::json, bytes -> {
                        for (var file : whole.entrySet()) {
                            Files.write(
                                    Files.createDirectories(entry).resolve(file.getKey()),
                                    file.getKey().equals(name) ? bytes : file.getValue());
                        }
                        var restored = new TrainedFiles(folder.resolve("restored"));
                        var warnings = new ArrayList<String>();
                        if (!new ModelCache(directory, 1, warnings::add).restore(INPUTS.sha256(), restored)) {
                            assertThat(warnings).hasSize(1);
                            throw new IOException(warnings.get(0));
                        }
                        for (var file : restored.all()) {
                            assertThat(file)
                                    .hasBinaryContent(
                                            whole.get(file.getFileName().toString()));
                        }
                    });
        }
    }

    private static Map<String, byte[]> contents(Path directory) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @Test
    void archivesOfData() throws Exception {
        var data = Files.createDirectory(folder.resolve("archive"));
        IdxWriter.write(data, Split.TRAIN, IMAGES);
        IdxWriter.write(data, Split.TEST, IMAGES);
        Files.writeString(data.resolve("classes.txt"), "circle\nsquare\n");
        var zip = folder.resolve("data.zip");
        var cache = folder.resolve("archives");

        new Fuzzing("archives of data", CASES / 5).run(Damage.packed(contents(data)), Damage::zip, bytes -> {
            Files.write(zip, bytes);
            try {
                read(new DatasetArchive(zip, "com.acme:signs:zip:1.0", "shapes")
                        .unpack(new CacheDirectory(cache, false), SILENT));
            } finally {
                FileTree.delete(cache);
            }
        });
    }

    private static void read(Path directory) throws IOException {
        var located = LocatedDataset.open("shapes", directory);
        var train = located.read(Split.TRAIN);
        var test = located.read(Split.TEST);
        Exploration.of(
                new NamedImages(train, located.pictures(Split.TRAIN, train.size())).images(),
                new NamedImages(test, located.pictures(Split.TEST, test.size())).images(),
                1);
    }

    @Test
    void packagesOfData() throws Exception {
        var reader = new PackageReader(folder.resolve("packages"));

        new Fuzzing("packages of data", CASES / 5).run(reader.tar(), Damage::tar, reader::unpack);
    }

    /** What says how pictures became a data set, and which ones they were. */
    @ParameterizedTest
    @ValueSource(strings = {"lenet-pictures.json", "lenet-picture-names.json", "sha256.txt"})
    void foldersOfPictures(String name) throws Exception {
        var pictures = folder.resolve("pictures");
        for (var picture : List.of("train/circle/a", "train/square/b", "test/circle/c", "test/square/d")) {
            var file = pictures.resolve(picture + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, picture("png"));
        }
        var request = new DatasetRequest(
                "shapes",
                pictures,
                Set.of(Split.TRAIN, Split.TEST),
                new PictureOptions(ImageColour.GREY, SIZE, SIZE, ImagePreparation.RESIZE, 0.2),
                new CacheDirectory(folder.resolve("converted"), false),
                List.of(),
                null,
                true,
                null,
                null,
                Duration.ofMinutes(1));
        var converted = new DatasetStore().obtain(request, SILENT).directory();
        var whole = Files.readAllBytes(converted.resolve(name));

        new Fuzzing(name, CASES / 5).run(whole, name.endsWith(".json") ? Damage::json : Damage::bytes, bytes -> {
            Files.write(converted.resolve(name), bytes);
            read(converted);
            assertThat(new DatasetStore().obtain(request, SILENT).directory()).isEqualTo(converted);
            assertThat(converted.resolve(name)).hasBinaryContent(whole);
        });
    }

    @Test
    void evaluations() throws Exception {
        var reports = new Reports(Files.createDirectory(folder.resolve("evaluation")), "shapes");
        EvaluationReport.of(Samples.complete()).write(reports.evaluationFile());

        new Fuzzing("evaluations", CASES).run(Files.readAllBytes(reports.evaluationFile()), Damage::json, bytes -> {
            Files.write(reports.evaluationFile(), bytes);
            var read = EvaluationReport.read(reports.evaluationFile());
            var results = read.results("shapes");
            if (!results.isEmpty()) {
                var aggregation = new Aggregation(read.evaluations("shapes"), new Verdict(results));
                reports.write(aggregation);
                HtmlReport.write(reports, aggregation);
            }
        });
    }

    @Test
    void predictions() throws Exception {
        var file = folder.resolve("predictions.csv");
        var whole = "id,label,p_circle,p_square\n1,circle,0.75,0.25\n\"2\",square,1e-3,0.999\n";

        new Fuzzing("predictions", MANY_CASES).run(whole.getBytes(StandardCharsets.UTF_8), Damage::bytes, bytes -> {
            Files.write(file, bytes);
            Evaluation.of(PredictionsFile.read(file, "predictions.csv", ',').answers());
        });
    }

    @Test
    void slices() throws Exception {
        var file = folder.resolve("slices.csv");
        var whole = "id,writer,camera\n1,anna,front\n\"2\",ben,side\n";
        var names = new ImageNames(new DatasetSummary("shapes", "test", 2), List.of("1", "2"));

        new Fuzzing("slices", MANY_CASES).run(whole.getBytes(StandardCharsets.UTF_8), Damage::bytes, bytes -> {
            Files.write(file, bytes);
            assertThat(SlicesFile.read(file, "slices.csv", names).properties()).isNotEmpty();
        });
    }

    @Test
    void onnxFiles() throws Exception {
        var archive = folder.resolve("network.zip");
        TrainedArchive.of(trained, INPUTS).write(archive);
        var file = folder.resolve("model.onnx");
        ExportFormat.ONNX.write(ArchiveFile.read(archive), null, file);
        var whole = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        // Most of the file are numbers, of which any will do.
        whole.getGraphBuilder().getInitializerBuilderList().forEach(TensorProto.Builder::clearRawData);

        new Fuzzing("ONNX files", MANY_CASES).run(whole.build().toByteArray(), Damage::bytes, bytes -> {
            Files.write(file, bytes);
            assertThat(OnnxFile.find(file)).isNotNull();
        });
    }

    @Test
    void historiesOfBuilds() throws Exception {
        var file = folder.resolve("history.jsonl");
        var history = new HistoryFile(file);
        history.append(build("0"));

        new Fuzzing("histories of builds", CASES).run(Files.readAllBytes(file), Damage::bytes, bytes -> {
            Files.write(file, bytes);
            assertThat(history.append(build("1")).entries()).isNotEmpty();
            assertThat(Arrays.copyOf(Files.readAllBytes(file), bytes.length)).isEqualTo(bytes);
        });
    }

    private static HistoryEntry build(String digit) {
        return HistoryEntry.of("2026-11-30T22:00:00Z", digit.repeat(40), "1.0", "shapes", Samples.complete());
    }

    @Test
    void historiesAndProvenances() throws Exception {
        var history = folder.resolve("training.json");
        var epochs = List.of(new EpochResult(1, 0.001, 0.2, 0.9, null, null, 1.5, 4_000));
        new TrainingReport(1, "lenet5", 15_000, "shapes", RECIPE, "Java kernels on CPU", epochs, 1, 2).write(history);
        new Fuzzing("histories", CASES).run(Files.readAllBytes(history), Damage::json, bytes -> {
            Files.write(history, bytes);
            assertThat(TrainingReport.read(history)).isNotNull();
        });

        var provenance = folder.resolve("provenance.json");
        var build = new Provenance.Build("3.9.16", new Provenance.Git("0".repeat(40), true));
        Provenance.ofRun("0".repeat(64), InputsOfTests.MNIST, null, build, "Java kernels on CPU", 1, Instant.EPOCH)
                .write(provenance);
        new Fuzzing("provenances", CASES).run(Files.readAllBytes(provenance), Damage::json, bytes -> {
            Files.write(provenance, bytes);
            assertThat(Provenance.read(provenance)).isNotNull();
        });
    }

    @Test
    void resultsOfTrials() throws Exception {
        var whole = Json.line(TrialOutcome.measured(0.1, 0.97, List.of(0.05, 0.15), 3.5));

        new Fuzzing("results of trials", MANY_CASES)
                .run(
                        whole.getBytes(StandardCharsets.UTF_8),
                        Damage::json,
                        bytes -> assertThat(Json.parse(text(bytes), TrialOutcome.class, "its result"))
                                .isNotNull());
    }

    @Test
    void valuesOfThePom() throws Exception {
        values("search spaces", "learningRate=0.0005..0.01 log; batchSize=8..64 step 8", SearchSpace::parse);
        values("minima", "99.5 %", minimum -> Threshold.parse("minimumAccuracy", minimum));
        values("learning rates", "0.002", rate -> Hyperparameters.of(Map.of("learningRate", rate)));
        values("epochs", "10", epochs -> Hyperparameters.of(Map.of("epochs", epochs)));
    }

    private static void values(String format, String whole, Consumer<String> use) throws Exception {
        new Fuzzing(format, MANY_CASES).run(whole.getBytes(StandardCharsets.UTF_8), Damage::bytes, bytes -> {
            try {
                use.accept(text(bytes));
            } catch (InvalidParameterException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void imagesThatAModelHasLearnt() throws Exception {
        var file = folder.resolve("training-images.json");
        TrainingImages.of("0".repeat(64), IMAGES).write(file);
        new Fuzzing("images that a model has learnt", CASES).run(Files.readAllBytes(file), Damage::json, bytes -> {
            Files.write(file, bytes);
            TrainingImages.read(file).countLearnt(IMAGES);
        });
    }

    @Test
    void eventsOfAWorker() throws Exception {
        var events = List.of(
                new WorkerEvent.Preparing(5_000_000_000L),
                new WorkerEvent.Waiting("process 4711"),
                new WorkerEvent.Started("Java kernels on CPU", "LeNet-5", 24, 0, 15_000),
                new WorkerEvent.Resumed(
                        List.of(new EpochResult(1, 0.001, 0.2, 0.9, 0.3, 0.8, 1.5, 4_000)), 16, "2026-11-24T21:14:03Z"),
                new WorkerEvent.Progress(2, 16),
                new WorkerEvent.EpochFinished(new EpochResult(1, 0.001, 0.2, 0.9, 0.3, 0.8, 1.5, 4_000)),
                new WorkerEvent.Warned("a checkpoint is damaged"),
                new WorkerEvent.Finished("0".repeat(64), 1, 1.5),
                new WorkerEvent.Failed("the disk is full"));
        for (var event : events) {
            new Fuzzing("events such as " + event.getClass().getSimpleName(), CASES)
                    .run(
                            Json.line(event).getBytes(StandardCharsets.UTF_8),
                            Damage::json,
                            bytes -> assertThat(Json.parse(
                                            new String(bytes, StandardCharsets.UTF_8), WorkerEvent.class, "an event"))
                                    .isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void pictures(String format) throws Exception {
        var file = folder.resolve("damaged." + format);

        new Fuzzing("pictures ." + format, CASES).run(picture(format), Damage::bytes, bytes -> {
            Files.write(file, bytes);
            for (var preparation : ImagePreparation.values()) {
                assertThat(preparation.read(file, SIZE, SIZE)).hasSize(SIZE * SIZE);
            }
        });
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 40, 30);
        graphics.setColor(Color.BLACK);
        graphics.fillOval(12, 8, 15, 14);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
