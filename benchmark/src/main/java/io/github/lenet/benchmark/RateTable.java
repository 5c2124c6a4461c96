package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.network.Architecture;
import java.util.Optional;

/** What each architecture comes to: speed, ratios, and the rate of the arithmetic beside OpenBLAS's. */
final class RateTable {

    private static final int TRAINING_IMAGES = 60_000;

    private final Table table = new Table(
            "architecture",
            "images/s",
            "epoch",
            "times PyTorch",
            "times Deeplearning4j",
            "MFLOP an image",
            "GFLOP/s",
            "OpenBLAS",
            "share");

    /**
     * Adds a row.
     *
     * @param architecture name of the network
     * @param speeds what was measured with it
     */
    void add(String architecture, Speeds speeds) {
        var operations = Operations.ofStep(Architecture.named(architecture).network());
        var ours = speeds.ours();
        var rate = ours.times(operations);
        table.row(
                architecture,
                format("%,.0f", ours.median()),
                format("%.1f s", TRAINING_IMAGES / ours.median()),
                ratio(speeds.timesFasterThan(Contenders.PYTORCH)),
                ratio(speeds.timesFasterThan(Contenders.DEEPLEARNING4J)),
                format("%.1f", operations / 1e6),
                format("%.0f", rate.median() / 1e9),
                format("%.0f", speeds.limit().median() / 1e9),
                format("%.2f", rate.dividedBy(speeds.limit()).median()));
    }

    private static String ratio(Optional<Samples> times) {
        return times.map(ratio -> format("%.1f", ratio.median())).orElse("not here");
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
