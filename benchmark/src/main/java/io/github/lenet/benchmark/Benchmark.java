package io.github.lenet.benchmark;

import io.github.lenet.dataset.Split;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Measures everything with LeNet-5, and prints one page of Markdown. {@code docs/benchmarks.md} says how to run and to
 * read it.
 */
public final class Benchmark {

    private static final List<Integer> BATCH_SIZES = List.of(32, 64);

    private Benchmark() {}

    /**
     * Runs the whole benchmark, about eight minutes on two cores.
     *
     * @param arguments none; settings are system properties, see {@link Settings}
     * @throws IOException if a file cannot be read or written
     * @throws UnavailableException if this project's own training does not run
     */
    public static void main(String[] arguments) throws IOException, UnavailableException {
        var settings = Settings.read();
        var report = new Report(settings.folder().resolve("benchmark.md"));
        report.add("Measured on " + Machine.describe() + ".");
        var mnist = Mnist.locate(settings);
        var training = mnist.read(Split.TRAIN);
        var test = mnist.read(Split.TEST);

        report.add(TimeToAccuracy.measure(Recipe.standard(), settings.processors(), training, test));
        report.add(new Classification(settings, mnist, training).measure(List.of("lenet5", "lenet5-1998")));
        report.add(Profile.measure(settings, Recipe.seed("lenet5", 3, 32), training));
        report.add(new WorkerRun(settings).measure(mnist, Recipe.standard()));
        report.add(Limit.measure(settings));
        try (var throughput = new Throughput(new Contenders(settings, mnist.directory(), "lenet5").all(), settings)) {
            var speeds = new LinkedHashMap<Integer, Speeds>();
            for (var batchSize : BATCH_SIZES) {
                speeds.put(batchSize, throughput.measure(batchSize));
            }
            report.add(throughput, new SpeedTable(speeds));
        }
    }
}
