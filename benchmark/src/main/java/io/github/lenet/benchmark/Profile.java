package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;
import static java.util.Map.entry;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of a training goes: samples of the JVM's flight recorder, by the kind of work. */
public final class Profile {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String OTHER = "everything else";

    /** What a class does, whatever it calls. Where a pass is going backward, a caller says so. */
    private static final Map<String, String> WORK = Map.ofEntries(
            entry("ConvolutionPass", "convolution"),
            entry("LaneConvolution", "convolution"),
            entry("LaneWeightGradient", "weights of a convolution"),
            entry("LaneNormalization", "batch normalisation"),
            entry("PoolingPass", "pooling"),
            entry("LanePooling", "pooling"),
            entry("LaneGlobalPooling", "global pooling"),
            entry("LaneAddition", "addition"),
            entry("ImagePlanes", "laying out the images for the passes"),
            entry("DensePass", "dense layers"),
            entry("Weights", "laying out the weights for the passes"),
            entry("Adam", "Adam"),
            entry("Batch", "reading and scaling pixels"));

    private static final List<String> DIRECTIONS = List.of("forward", "backward");

    /** Enough for some hundred samples of the deeper networks. */
    private static final int IMAGES = 6_400;

    private Profile() {}

    /**
     * Prints where the time of each architecture goes.
     *
     * @param arguments none; settings are system properties, see {@link Settings}
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        var settings = Settings.read();
        var report = new Report(settings.folder().resolve("profile.md"));
        report.add("Measured on " + Machine.describe() + ".");
        var training = Mnist.locate(settings).read(Split.TRAIN);
        for (var architecture : settings.architectures()) {
            report.add(architecture + ":");
            report.add(measure(settings, architecture, training));
        }
    }

    /**
     * Trains an architecture in this JVM, with batches of 64.
     *
     * @param settings a folder for the recording
     * @param architecture its name
     * @param training the images, of which the first are enough
     * @return the share of each kind of work
     * @throws IOException if the recording cannot be written or read
     */
    static Table measure(Settings settings, String architecture, Dataset training) throws IOException {
        var first = training.subset(IntStream.range(0, IMAGES).toArray(), training.split());
        return measure(settings, Recipe.seed(architecture, 3, 64), first);
    }

    /**
     * Trains in this JVM with one thread of arithmetic, so that none waits for another.
     *
     * @param settings a folder for the recording
     * @param recipe what to train
     * @param training the images
     * @return the share of each kind of work
     * @throws IOException if the recording cannot be written or read
     */
    static Table measure(Settings settings, Hyperparameters recipe, Dataset training) throws IOException {
        var recorded = new Training(recipe, training, null);
        var trainer = new Trainer(1);
        // The compiler is at work in the first training, and the second is like all that follow.
        trainer.train(recorded);
        var file = settings.folder().resolve("profile.jfr");
        Files.deleteIfExists(file);
        try (var recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(PERIOD);
            recording.start();
            trainer.train(recorded);
            recording.stop();
            recording.dump(file);
        }
        return table(samples(file));
    }

    private static Map<String, Integer> samples(Path file) throws IOException {
        var samples = new HashMap<String, Integer>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    var frames = event.getStackTrace().getFrames();
                    if (frames.stream().anyMatch(Profile::isOurs)) {
                        samples.merge(work(frames.stream().map(Profile::name).toList()), 1, Integer::sum);
                    }
                }
            }
        }
        return samples;
    }

    /** Whether the training is at work, on whichever of its threads, rather than the JVM. */
    private static boolean isOurs(RecordedFrame frame) {
        return frame.getMethod().getType().getName().startsWith(Trainer.class.getPackageName());
    }

    /** For example {@code DensePass.forward}. */
    private static String name(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + frame.getMethod().getName();
    }

    private static String work(List<String> names) {
        for (var name : names) {
            var work = WORK.get(name.substring(0, name.indexOf('.')));
            if (work != null) {
                var method = names.stream().map(caller -> caller.substring(caller.indexOf('.') + 1));
                return work
                        + method.filter(DIRECTIONS::contains)
                                .findFirst()
                                .map(", "::concat)
                                .orElse("");
            }
        }
        return OTHER;
    }

    private static Table table(Map<String, Integer> samples) {
        var total = samples.values().stream().mapToInt(Integer::intValue).sum();
        var table = new Table("work of one thread", "share of the time");
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> table.row(entry.getKey(), format("%.1f %%", 100.0 * entry.getValue() / total)));
        return table;
    }
}
