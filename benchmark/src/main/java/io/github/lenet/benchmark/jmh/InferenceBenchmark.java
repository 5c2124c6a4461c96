package io.github.lenet.benchmark.jmh;

import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.network.Architecture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Classification, in one thread: every layer forward, from the bytes of the pixels to probabilities. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class InferenceBenchmark {

    /** The layers. */
    @Param({"lenet5", "lenet5-1998"})
    public String architecture;

    /** Images that are classified at once. */
    @Param({"1", "32", "64"})
    public int batchSize;

    private Inference inference;
    private byte[] pixels;
    private float[] probabilities;

    /** Draws parameters and images. */
    @Setup
    public void prepare() {
        var network = Architecture.named(architecture).network();
        var batch = new DrawnBatch(network);
        inference = new Inference(FoldedNetwork.of(network, batch.parameters(), batch.statistics()));
        pixels = batch.pixels(batchSize);
        probabilities = new float[batchSize * network.outputSize()];
    }

    /**
     * All images.
     *
     * @return their probabilities
     */
    @Benchmark
    public float[] probabilities() {
        inference.probabilities(pixels, 0, batchSize, probabilities);
        return probabilities;
    }
}
