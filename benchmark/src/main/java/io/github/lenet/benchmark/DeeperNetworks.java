package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.network.Architecture;
import java.io.IOException;
import java.util.Map;

/**
 * Measures the architectures with batch normalisation, and prints one page of Markdown. {@code docs/benchmarks.md} says
 * how to run and to read it.
 */
public final class DeeperNetworks {

    private static final int BATCH_SIZE = 64;

    private DeeperNetworks() {}

    /**
     * Runs it, about eight minutes for each architecture on two cores.
     *
     * @param arguments none; settings are system properties, see {@link Settings}
     * @throws IOException if a file cannot be read or written
     * @throws UnavailableException if this project's own training, or OpenBLAS, does not run
     */
    public static void main(String[] arguments) throws IOException, UnavailableException {
        var settings = Settings.read();
        var report = new Report(settings.folder().resolve("deeper-networks.md"));
        report.add("Measured on " + Machine.describe() + ".");
        var mnist = Mnist.locate(settings);
        var training = mnist.read(Split.TRAIN);

        report.add(Limit.peak(settings));
        var rates = new RateTable();
        for (var architecture : settings.architectures()) {
            report.add(format(
                    "%s, %,d parameters:",
                    architecture, Architecture.named(architecture).parameterCount()));
            var contenders = new Contenders(settings, mnist.directory(), architecture).all();
            try (var throughput = new Throughput(contenders, settings)) {
                var speeds = throughput.measure(BATCH_SIZE);
                report.add(throughput, new SpeedTable(Map.of(BATCH_SIZE, speeds)));
                rates.add(architecture, speeds);
            }
            report.add(Profile.measure(settings, architecture, training));
        }
        report.add(rates);
        report.add(new Classification(settings, mnist, training).measure(settings.architectures()));
    }
}
