package io.github.lenet.benchmark.jmh;

import io.github.lenet.kernel.Adam;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.kernel.Workers;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Training, by its mini-batches: every layer forward and backward, and the whole step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class GradientBenchmark {

    /** The layers. */
    @Param({"lenet5", "lenet5-1998"})
    public String architecture;

    /** Images of a mini-batch. */
    @Param({"1", "32", "64"})
    public int batchSize;

    /** Threads of the computation. */
    @Param({"1", "2"})
    public int threads;

    private float[] parameters;
    private float[] statistics;
    private float[] images;
    private byte[] labels;
    private float[] gradient;
    private Adam adam;
    private Workers workers;
    private GradientComputation computation;

    /** Draws parameters and images. */
    @Setup
    public void prepare() {
        var network = Architecture.named(architecture).network();
        var batch = new DrawnBatch(network);
        parameters = batch.parameters();
        statistics = batch.statistics();
        images = batch.images(batchSize);
        labels = batch.labels(batchSize);
        gradient = new float[network.parameterCount()];
        adam = new Adam(network.parameterCount());
        workers = new Workers(threads);
        computation = new GradientComputation(network, workers);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /**
     * The gradient alone.
     *
     * @return the loss
     */
    @Benchmark
    public double gradient() {
        return computation.gradient(parameters, statistics, images, labels, batchSize, gradient);
    }

    /**
     * The gradient, and the step of Adam along it. Its step size of 0 keeps the parameters, and so the work, the same.
     *
     * @return the loss
     */
    @Benchmark
    public double step() {
        adam.next(0);
        return computation.step(parameters, statistics, images, labels, batchSize, adam);
    }
}
