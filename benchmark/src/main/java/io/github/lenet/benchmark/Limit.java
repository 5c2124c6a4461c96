package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.benchmark.contender.MatrixMultiplication;
import java.io.IOException;
import java.util.List;

/**
 * How fast this machine could train if all of training were the product of two large matrices. What stands between that
 * and the measured speed is said in {@code docs/benchmarks.md}.
 */
final class Limit {

    private static final int ROWS = 2048;
    private static final int PRODUCTS = 5;

    /** Floating-point operations of one image, forward and backward, without the gradient of the image itself. */
    private static final double OPERATIONS = 1.52e6;

    /** The same without what max-pooling makes superfluous: three quarters of the gradients of both convolutions. */
    private static final double NECESSARY_OPERATIONS = 0.93e6;

    private Limit() {}

    /**
     * Measures the fastest of several turns, because a limit is what the machine does undisturbed.
     *
     * @param settings how many turns
     * @return a sentence
     * @throws IOException if a file for errors cannot be used
     * @throws UnavailableException if ND4J does not start
     */
    static String measure(Settings settings) throws IOException, UnavailableException {
        var contender = Contender.inJava("sgemm", settings.processors(), MatrixMultiplication.class, List.of());
        try (var process = ContenderProcess.start(contender, settings)) {
            process.turn(ROWS, PRODUCTS);
            var fastest = Double.MAX_VALUE;
            for (var turn = 0; turn < settings.rounds(); turn++) {
                fastest = Math.min(fastest, process.turn(ROWS, PRODUCTS));
            }
            var operationsPerSecond = 2.0 * ROWS * ROWS * ROWS * PRODUCTS / fastest;
            return format(
                    "The limit: OpenBLAS multiplies matrices (%d x %d, single precision, %d threads) at %.0f GFLOP/s. That would be "
                            + "%,.0f images/s at %.2f MFLOP an image, and %,.0f at the %.2f that max-pooling leaves.",
                    ROWS,
                    ROWS,
                    settings.processors(),
                    operationsPerSecond / 1e9,
                    operationsPerSecond / OPERATIONS,
                    OPERATIONS / 1e6,
                    operationsPerSecond / NECESSARY_OPERATIONS,
                    NECESSARY_OPERATIONS / 1e6);
        }
    }
}
