package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The speeds of all contenders side by side, and what they come to. */
final class SpeedTable {

    private final Map<Integer, Speeds> speeds;

    /**
     * Takes the measurements.
     *
     * @param speeds what was measured, by the size of the mini-batch
     */
    SpeedTable(Map<Integer, Speeds> speeds) {
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
            for (var measured : speeds.values()) {
                var speed = measured.imagesPerSecond().get(contender);
                cells.add(format("%,.0f", speed.median()));
                cells.add(format("%.1f", measured.ours().dividedBy(speed).median()));
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
        speeds.forEach((batchSize, measured) -> measured.timesFasterThan(kind)
                .ifPresent(ratio -> parts.add(format(
                        "%.1f at batch %d (%.1f to %.1f)",
                        ratio.median(), batchSize, ratio.quantile(0), ratio.quantile(1)))));
        return parts.isEmpty()
                ? kind + " was not measured."
                : "Times faster than the best of " + kind + ": " + String.join(", ", parts) + ".";
    }
}
