package io.github.lenet.fuzz;

import static io.github.lenet.fuzz.InterruptedTraining.CHECKPOINT;
import static io.github.lenet.fuzz.InterruptedTraining.CLASS_NAMES;
import static io.github.lenet.fuzz.InterruptedTraining.IMAGES;
import static io.github.lenet.fuzz.InterruptedTraining.INPUTS;
import static io.github.lenet.fuzz.InterruptedTraining.RECIPE;
import static io.github.lenet.fuzz.InterruptedTraining.SIZE;
import static io.github.lenet.fuzz.InterruptedTraining.TRAINED;
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
import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.InputsOfTests;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;

/**
 * Every format that is read back, by its name for people. {@link FuzzTest} damages the whole files at random, and
 * {@link GuidedFuzzing} lets the coverage decide; where a checksum would end most of that at once, a part of the file
 * is a format of its own.
 */
final class Formats {

    static final String IN_THE_CACHE = "models in the cache, ";
    static final String EVENTS = "events such as ";

    private static final DownloadListener SILENT = new DownloadListener() {
        @Override
        public void message(String line) {}

        @Override
        public void progress(DownloadProgress progress) {}
    };

    private static final List<WorkerEvent> EVERY_EVENT = List.of(
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

    /** Makes a format, whose files lie in a folder of its own. */
    @FunctionalInterface
    private interface Maker {
        Format in(Path folder) throws Exception;
    }

    private static final Map<String, Maker> MAKERS = makers();

    private Formats() {}

    private static Map<String, Maker> makers() {
        var makers = new LinkedHashMap<String, Maker>();
        makers.put("IDX files", folder -> idxFiles(folder, false));
        makers.put("IDX files.gz", folder -> idxFiles(folder, true));
        makers.put("names of classes", Formats::namesOfClasses);
        makers.put("labels", Formats::labels);
        makers.put("model archives", Formats::modelArchives);
        for (var name : List.of("configuration.json", "lenet.json")) {
            makers.put("model archives, " + name, folder -> entry(modelArchives(folder), name));
        }
        makers.put("safetensors", Formats::safetensors);
        makers.put("safetensors, header", folder -> {
            var safetensors = safetensors(folder);
            var whole = safetensors.whole();
            return safetensors.part(
                    Damage.safetensorsHeader(whole), header -> Damage.withSafetensorsHeader(whole, header));
        });
        makers.put("checkpoints", Formats::checkpoints);
        makers.put("checkpoints, header", folder -> {
            var checkpoints = checkpoints(folder);
            var whole = checkpoints.whole();
            return checkpoints.part(
                    Damage.checkpointHeader(whole), header -> Damage.withCheckpointHeader(whole, header));
        });
        for (var name :
                List.of("model.zip", "provenance.json", "sha256.json", "training-images.json", "training.json")) {
            makers.put(IN_THE_CACHE + name, folder -> modelsInTheCache(folder, name));
        }
        makers.put("archives of data", Formats::archivesOfData);
        makers.put("packages of data", Formats::packagesOfData);
        makers.put("packages of data, with right checksums", folder -> {
            var packages = packagesOfData(folder);
            return packages.part(packages.whole(), Damage::withChecksums);
        });
        for (var name : List.of("lenet-pictures.json", "lenet-picture-names.json", "sha256.txt")) {
            makers.put(name, folder -> foldersOfPictures(folder, name));
        }
        makers.put("evaluations", Formats::evaluations);
        makers.put("predictions", Formats::predictions);
        makers.put("slices", Formats::slices);
        makers.put("ONNX files", Formats::onnxFiles);
        makers.put("histories of builds", Formats::historiesOfBuilds);
        makers.put("histories", Formats::histories);
        makers.put("provenances", Formats::provenances);
        makers.put("results of trials", Formats::resultsOfTrials);
        makers.put("images that a model has learnt", Formats::imagesThatAModelHasLearnt);
        for (var event : EVERY_EVENT) {
            makers.put(EVENTS + event.getClass().getSimpleName(), folder -> eventsOfAWorker(event));
        }
        makers.put(
                "search spaces",
                folder -> values("learningRate=0.0005..0.01 log; batchSize=8..64 step 8", SearchSpace::parse));
        makers.put("minima", folder -> values("99.5 %", minimum -> Threshold.parse("minimumAccuracy", minimum)));
        makers.put(
                "learning rates", folder -> values("0.002", rate -> Hyperparameters.of(Map.of("learningRate", rate))));
        makers.put("epochs", folder -> values("10", epochs -> Hyperparameters.of(Map.of("epochs", epochs))));
        for (var format : List.of("png", "jpg", "gif", "bmp")) {
            makers.put("pictures ." + format, folder -> pictures(folder, format));
        }
        return makers;
    }

    /** What formats there are. */
    static Set<String> names() {
        return MAKERS.keySet();
    }

    /** Makes one below a folder. */
    static Format in(Path folder, String name) throws Exception {
        return Objects.requireNonNull(MAKERS.get(name), name).in(Files.createDirectories(folder.resolve(name)));
    }

    private static Format idxFiles(Path folder, boolean compressed) throws Exception {
        IdxWriter.write(folder, Split.TRAIN, IMAGES);
        var labels = folder.resolve(Split.TRAIN.labelsFile());
        var images = Files.readAllBytes(folder.resolve(Split.TRAIN.imagesFile()));
        var file = folder.resolve(compressed ? "images.gz" : "images");

        return new Format(compressed ? gzip(images) : images, bytes -> {
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

    private static Format namesOfClasses(Path folder) throws Exception {
        IdxWriter.write(folder, Split.TRAIN, IMAGES);
        IdxWriter.write(folder, Split.TEST, IMAGES);
        var names = folder.resolve("classes.txt");

        return new Format(utf8("circle\nsquare\n"), bytes -> {
            Files.write(names, bytes);
            LocatedDataset.open("shapes", folder).read(Split.TEST);
        });
    }

    private static Format labels(Path folder) throws Exception {
        IdxWriter.write(folder, Split.TRAIN, IMAGES);
        IdxWriter.write(folder, Split.TEST, IMAGES);
        var labels = folder.resolve(Split.TEST.labelsFile());

        return new Format(Files.readAllBytes(labels), bytes -> {
            Files.write(labels, bytes);
            var located = LocatedDataset.open("shapes", folder);
            Exploration.of(located.read(Split.TRAIN), located.read(Split.TEST), 1);
        });
    }

    private static Format modelArchives(Path folder) throws Exception {
        var file = folder.resolve("model.zip");
        var digit = folder.resolve("picture.png");
        Files.write(digit, picture("png"));
        TrainedArchive.of(TRAINED, INPUTS).write(file);

        return new Format(Files.readAllBytes(file), bytes -> {
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

    private static Format entry(Format zips, String name) throws Exception {
        var entries = Damage.entries(zips.whole());
        return zips.part(Objects.requireNonNull(entries.get(name), name), bytes -> {
            var changed = new LinkedHashMap<>(entries);
            changed.put(name, bytes);
            return Damage.packed(changed);
        });
    }

    private static Format safetensors(Path folder) throws Exception {
        var archive = folder.resolve("exported.zip");
        TrainedArchive.of(TRAINED, INPUTS).write(archive);
        var file = folder.resolve("model.safetensors");
        ExportFormat.SAFETENSORS.write(ArchiveFile.read(archive), null, file);

        return new Format(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            InitialModel.read(file, InitialModel.sha256(file), TRAINED.architecture());
        });
    }

    private static Format checkpoints(Path folder) throws Exception {
        var file = new CheckpointFile(folder.resolve("checkpoint"), INPUTS.sha256());
        file.write(CHECKPOINT);

        return new Format(Files.readAllBytes(file.file()), bytes -> {
            Files.write(file.file(), bytes);
            InterruptedTraining.goOn(file.read());
        });
    }

    /** Whatever is damaged in an entry of the cache, it counts as missing, or gives back what was put in. */
    private static Format modelsInTheCache(Path folder, String name) throws Exception {
        var directory = new CacheDirectory(folder.resolve("models"), false);
        var files = new TrainedFiles(Files.createDirectory(folder.resolve("trained")));
        var sha256 = TrainedArchive.of(TRAINED, INPUTS).write(files.model());
        Files.writeString(files.training(), "{\"epochs\": 1}");
        Files.writeString(files.provenance(), "{\"threads\": 1}");
        TrainingImages.of(sha256, IMAGES).write(files.trainingImages());
        new ModelCache(directory, 1, warning -> {
                    throw new AssertionError(warning);
                })
                .put(INPUTS.sha256(), files);
        var entry = folder.resolve("models/models").resolve(INPUTS.sha256());
        var whole = contents(entry);
        assertThat(names())
                .containsAll(whole.keySet().stream().map(IN_THE_CACHE::concat).toList());

        return new Format(whole.get(name), bytes -> {
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
                assertThat(file).hasBinaryContent(whole.get(file.getFileName().toString()));
            }
        });
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

    private static Format archivesOfData(Path folder) throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        IdxWriter.write(data, Split.TRAIN, IMAGES);
        IdxWriter.write(data, Split.TEST, IMAGES);
        Files.writeString(data.resolve("classes.txt"), "circle\nsquare\n");
        var zip = folder.resolve("data.zip");
        var cache = folder.resolve("cache");

        return new Format(Damage.packed(contents(data)), bytes -> {
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

    private static Format packagesOfData(Path folder) throws Exception {
        var reader = new PackageReader(folder);
        return new Format(reader.tar(), reader::unpack);
    }

    /** What says how pictures became a data set, and which ones they were. */
    private static Format foldersOfPictures(Path folder, String name) throws Exception {
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

        return new Format(whole, bytes -> {
            Files.write(converted.resolve(name), bytes);
            read(converted);
            assertThat(new DatasetStore().obtain(request, SILENT).directory()).isEqualTo(converted);
            assertThat(converted.resolve(name)).hasBinaryContent(whole);
        });
    }

    private static Format evaluations(Path folder) throws Exception {
        var reports = new Reports(folder, "shapes");
        EvaluationReport.of(Samples.complete()).write(reports.evaluationFile());

        return new Format(Files.readAllBytes(reports.evaluationFile()), bytes -> {
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

    private static Format predictions(Path folder) throws Exception {
        var file = folder.resolve("predictions.csv");
        var whole = "id,label,p_circle,p_square\n1,circle,0.75,0.25\n\"2\",square,1e-3,0.999\n";

        return new Format(utf8(whole), bytes -> {
            Files.write(file, bytes);
            Evaluation.of(PredictionsFile.read(file, "predictions.csv", ',').answers());
        });
    }

    private static Format slices(Path folder) throws Exception {
        var file = folder.resolve("slices.csv");
        var whole = "id,writer,camera\n1,anna,front\n\"2\",ben,side\n";
        var names = new ImageNames(new DatasetSummary("shapes", "test", 2), List.of("1", "2"));

        return new Format(utf8(whole), bytes -> {
            Files.write(file, bytes);
            assertThat(SlicesFile.read(file, "slices.csv", names).properties()).isNotEmpty();
        });
    }

    private static Format onnxFiles(Path folder) throws Exception {
        var archive = folder.resolve("network.zip");
        TrainedArchive.of(TRAINED, INPUTS).write(archive);
        var file = folder.resolve("model.onnx");
        ExportFormat.ONNX.write(ArchiveFile.read(archive), null, file);
        var whole = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        // Most of the file are numbers, of which any will do.
        whole.getGraphBuilder().getInitializerBuilderList().forEach(TensorProto.Builder::clearRawData);

        return new Format(whole.build().toByteArray(), bytes -> {
            Files.write(file, bytes);
            assertThat(OnnxFile.find(file)).isNotNull();
        });
    }

    private static Format historiesOfBuilds(Path folder) throws Exception {
        var file = folder.resolve("history.jsonl");
        var history = new HistoryFile(file);
        history.append(build("0"));

        return new Format(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            assertThat(history.append(build("1")).entries()).isNotEmpty();
            assertThat(Arrays.copyOf(Files.readAllBytes(file), bytes.length)).isEqualTo(bytes);
        });
    }

    private static HistoryEntry build(String digit) {
        return HistoryEntry.of("2026-11-30T22:00:00Z", digit.repeat(40), "1.0", "shapes", Samples.complete());
    }

    private static Format histories(Path folder) throws Exception {
        var file = folder.resolve("training.json");
        var epochs = List.of(new EpochResult(1, 0.001, 0.2, 0.9, null, null, 1.5, 4_000));
        new TrainingReport(1, "lenet5", 15_000, "shapes", RECIPE, "Java kernels on CPU", epochs, 1, 2).write(file);

        return new Format(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            assertThat(TrainingReport.read(file)).isNotNull();
        });
    }

    private static Format provenances(Path folder) throws Exception {
        var file = folder.resolve("provenance.json");
        var build = new Provenance.Build("3.9.16", new Provenance.Git("0".repeat(40), true));
        Provenance.ofRun("0".repeat(64), InputsOfTests.MNIST, null, build, "Java kernels on CPU", 1, Instant.EPOCH)
                .write(file);

        return new Format(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            assertThat(Provenance.read(file)).isNotNull();
        });
    }

    private static Format resultsOfTrials(Path folder) throws Exception {
        var whole = Json.line(TrialOutcome.measured(0.1, 0.97, List.of(0.05, 0.15), 3.5));

        return new Format(
                utf8(whole),
                bytes -> assertThat(Json.parse(text(bytes), TrialOutcome.class, "its result"))
                        .isNotNull());
    }

    private static Format values(String whole, Consumer<String> use) throws Exception {
        return new Format(utf8(whole), bytes -> {
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Format imagesThatAModelHasLearnt(Path folder) throws Exception {
        var file = folder.resolve("training-images.json");
        TrainingImages.of("0".repeat(64), IMAGES).write(file);

        return new Format(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            TrainingImages.read(file).countLearnt(IMAGES);
        });
    }

    private static Format eventsOfAWorker(WorkerEvent event) throws Exception {
        return new Format(
                utf8(Json.line(event)),
                bytes -> assertThat(Json.parse(text(bytes), WorkerEvent.class, "an event"))
                        .isNotNull());
    }

    private static Format pictures(Path folder, String format) throws Exception {
        var file = folder.resolve("damaged." + format);

        return new Format(picture(format), bytes -> {
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
