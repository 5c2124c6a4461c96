package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.benchmark.contender.MatrixMultiplication;
import io.github.lenet.network.Architecture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How fast this machine could train if all of training were the product of two large matrices by OpenBLAS. What stands
 * between that and the measured speed is said in {@code docs/benchmarks.md}.
 */
final class Limit implements AutoCloseable {

    private static final int ROWS = 2048;
    private static final List<Integer> SIZES = List.of(512, 1024, ROWS, 4096);

    /** Operations of a turn, about a second's work. */
    private static final double OPERATIONS_PER_TURN = 1e11;

    /**
     * Operations of a training step of LeNet-5 without what max-pooling makes superfluous: three quarters of the
     * gradients of both convolutions.
     */
    private static final double NECESSARY_OPERATIONS = 0.93e6;

    private final ContenderProcess process;

    private Limit(ContenderProcess process) {
        this.process = process;
    }

    /**
     * Starts a process that multiplies.
     *
     * @param settings a folder for its errors, and the number of processors
     * @param threads threads of OpenBLAS
     * @return the process, warm
     * @throws IOException if a file for errors cannot be used
     * @throws UnavailableException if ND4J does not start
     */
    static Limit start(Settings settings, int threads) throws IOException, UnavailableException {
        var contender = Contender.inJava("sgemm", threads, MatrixMultiplication.class, List.of());
        var limit = new Limit(ContenderProcess.start(contender, settings));
        limit.operationsPerSecond();
        return limit;
    }

    /**
     * Multiplies large matrices for about a second.
     *
     * @return floating-point operations per second
     * @throws IOException if a file for errors cannot be read
     * @throws UnavailableException if the process has ended
     */
    double operationsPerSecond() throws IOException, UnavailableException {
        return operationsPerSecond(ROWS);
    }

    private double operationsPerSecond(int rows) throws IOException, UnavailableException {
        var operations = 2.0 * rows * rows * rows;
        var products = (int) Math.ceil(OPERATIONS_PER_TURN / operations);
        return operations * products / process.turn(rows, products);
    }

    /** The fastest of several turns, because a limit is what the machine does undisturbed. */
    private double fastest(int rows, int turns) throws IOException, UnavailableException {
        var fastest = 0.0;
        for (var turn = 0; turn < turns; turn++) {
            fastest = Math.max(fastest, operationsPerSecond(rows));
        }
        return fastest;
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * Measures the limit of LeNet-5.
     *
     * @param settings how many turns
     * @return a sentence
     * @throws IOException if a file for errors cannot be used
     * @throws UnavailableException if ND4J does not start
     */
    static String measure(Settings settings) throws IOException, UnavailableException {
        try (var limit = start(settings, settings.processors())) {
            var operationsPerSecond = limit.fastest(ROWS, settings.rounds());
            var operations = Operations.ofStep(Architecture.LENET5.network());
            return format(
                    "The limit: OpenBLAS multiplies matrices (%d x %d, single precision, %d threads) at %.0f GFLOP/s. That would be "
                            + "%,.0f images/s at %.2f MFLOP an image, and %,.0f at the %.2f that max-pooling leaves.",
                    ROWS,
                    ROWS,
                    settings.processors(),
                    operationsPerSecond / 1e9,
                    operationsPerSecond / operations,
                    operations / 1e6,
                    operationsPerSecond / NECESSARY_OPERATIONS,
                    NECESSARY_OPERATIONS / 1e6);
        }
    }

    /**
     * Measures what this machine can do at most, with one thread and with one for every processor.
     *
     * @param settings how many turns
     * @return a row for each number of threads
     * @throws IOException if a file for errors cannot be used
     * @throws UnavailableException if ND4J does not start
     */
    static Table peak(Settings settings) throws IOException, UnavailableException {
        var header = new ArrayList<>(List.of("OpenBLAS, GFLOP/s"));
        SIZES.forEach(rows -> header.add(rows + " x " + rows));
        var table = new Table(header.toArray(String[]::new));
        for (var threads :
                IntStream.of(1, settings.processors()).distinct().boxed().toList()) {
            var cells = new ArrayList<>(List.of(threads == 1 ? "1 thread" : threads + " threads"));
            try (var limit = start(settings, threads)) {
                for (var rows : SIZES) {
                    cells.add(format("%.0f", limit.fastest(rows, settings.rounds()) / 1e9));
                }
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }
}
