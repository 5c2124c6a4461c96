package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The speeds of all contenders side by side, and what they come to. */
final class SpeedTable {

    private final Map<Integer, Map<Contender, Samples>> speeds;

    /**
     * Takes the measurements.
     *
     * @param speeds images per second of each contender, by the size of the mini-batch
     */
    SpeedTable(Map<Integer, Map<Contender, Samples>> speeds) {
        this.speeds = speeds;
    }

    /**
     * The table: for each batch size the median speed, and how many times faster ours is (with the number of threads
     * that serves it best).
     *
     * @param versions the version of each contender that was measured to the end
     * @param absent who could not run
     * @return a row for each contender
     */
    Table table(Map<Contender, String> versions, Collection<Contender> absent) {
        var header = new ArrayList<>(List.of("contender", "threads"));
        for (var batchSize : speeds.keySet()) {
            header.add("images/s, batch " + batchSize);
            header.add("ours is faster by");
        }
        var table = new Table(header.toArray(String[]::new));
        versions.forEach((contender, version) -> {
            var cells = new ArrayList<>(List.of(contender.name() + " " + version, threads(contender)));
            for (var samples : speeds.values()) {
                var speed = samples.get(contender);
                cells.add(format("%,.0f", speed.median()));
                cells.add(format("%.1f", ours(samples).dividedBy(speed).median()));
            }
            table.row(cells.toArray(String[]::new));
        });
        absent.forEach(contender -> table.row(contender.name(), threads(contender), "not here"));
        return table;
    }

    private static String threads(Contender contender) {
        return Integer.toString(contender.threads());
    }

    /**
     * How many times faster ours is than the best of the others.
     *
     * @param kind how the names of the others begin
     * @return a sentence; for each batch size the median over the rounds, and the lowest and highest
     */
    String ratios(String kind) {
        var parts = new ArrayList<String>();
        speeds.forEach((batchSize, samples) -> best(samples, kind)
                .map(other -> ours(samples).dividedBy(other))
                .ifPresent(ratio -> parts.add(format(
                        "%.1f at batch %d (%.1f to %.1f)",
                        ratio.median(), batchSize, ratio.quantile(0), ratio.quantile(1)))));
        return parts.isEmpty()
                ? kind + " was not measured."
                : "Times faster than the best of " + kind + ": " + String.join(", ", parts) + ".";
    }

    private static Samples ours(Map<Contender, Samples> samples) {
        return best(samples, Contenders.OURS).orElseThrow();
    }

    /** The speeds of the fastest whose name begins like this. */
    private static Optional<Samples> best(Map<Contender, Samples> samples, String kind) {
        return samples.entrySet().stream()
                .filter(entry -> entry.getKey().name().startsWith(kind))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(Samples::median));
    }
}
