package io.github.lenet.kernel;

import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Computes the loss and gradient of mini-batches, on some threads.
 *
 * <p>A mini-batch is cut into shards of neighbouring images, as many as its size asks for and whatever the number of
 * threads; their gradients are added in order. So the result has the same bits on any number of threads. For one caller
 * at a time.
 */
public final class GradientComputation {

    /** Bounds the memory for gradients; with more images, a shard takes several turns. */
    private static final int MAXIMUM_SHARDS = 16;

    private final Network network;
    private final Workers workers;
    private final Weights weights;
    /** One for each thread that has had a shard. */
    private final Workspace[] workspaces;

    private final float[][] shardGradients = new float[MAXIMUM_SHARDS][];
    /** Sums over the groups of a shard, of what was measured of each times its images. */
    private final float[][] shardStatistics = new float[MAXIMUM_SHARDS][];

    private final double[] shardLosses = new double[MAXIMUM_SHARDS];
    private final int[] shardCorrect = new int[MAXIMUM_SHARDS];
    private final float[] meanGradient;
    private int correct;
    private int measuredShards;
    private int measuredImages;

    /**
     * The threads that a mini-batch is work for: each takes groups of neighbouring images, which are computed side by
     * side.
     *
     * @param images images of a mini-batch
     * @return at least 1; more threads would only wait
     */
    public static int usefulThreads(int images) {
        return Math.min(MAXIMUM_SHARDS, (images + Workspace.LANES - 1) / Workspace.LANES);
    }

    /**
     * Prepares.
     *
     * @param network what to differentiate
     * @param workers the threads to use; those that a mini-batch has no shard for sleep
     */
    public GradientComputation(Network network, Workers workers) {
        this.network = network;
        this.workers = workers;
        weights = new Weights(network, true);
        meanGradient = new float[network.parameterCount()];
        workspaces = new Workspace[Math.min(workers.threads(), MAXIMUM_SHARDS)];
    }

    /**
     * Computes the gradient of a mini-batch.
     *
     * @param parameters {@link Network#parameterCount()} values
     * @param statistics {@link Network#statisticsCount()} values; they serve where a group has a single value
     * @param images normalised values in the order image, channel, row, column
     * @param labels class of each image, an unsigned byte
     * @param count number of images
     * @param gradient where the gradient goes: the sum over the images, not the mean
     * @return the sum of the cross-entropies of the images
     * @throws IllegalArgumentException if there are no images, a label has no class, or an array has the wrong length
     */
    public double gradient(
            float[] parameters, float[] statistics, float[] images, byte[] labels, int count, float[] gradient) {
        network.requireParameters(gradient);
        var shards = computeShards(parameters, statistics, images, labels, count);
        var parts = Math.min(shards, workspaces.length);
        workers.run(parts, (part, thread) -> addShards(shards, gradient, start(part, parts), start(part + 1, parts)));
        return loss(shards);
    }

    /**
     * Computes the gradient of a mini-batch and updates the parameters along it.
     *
     * @param parameters {@link Network#parameterCount()} values, changed in place
     * @param statistics {@link Network#statisticsCount()} values; they serve where a group has a single value
     * @param images normalised values in the order image, channel, row, column
     * @param labels class of each image, an unsigned byte
     * @param count number of images
     * @param update called with the gradient of the mean loss
     * @return the sum of the cross-entropies of the images, before the update
     * @throws IllegalArgumentException if there are no images, a label has no class, or an array has the wrong length
     */
    public double step(
            float[] parameters, float[] statistics, float[] images, byte[] labels, int count, Update update) {
        var shards = computeShards(parameters, statistics, images, labels, count);
        var parts = Math.min(shards, workspaces.length);
        workers.run(parts, (part, thread) -> {
            var from = start(part, parts);
            var to = start(part + 1, parts);
            addShards(shards, meanGradient, from, to);
            divide(meanGradient, count, from, to);
            update.apply(parameters, meanGradient, from, to);
        });
        return loss(shards);
    }

    /**
     * Adds what the layers have measured of the last mini-batch, averaged over its groups in order, to running
     * averages.
     *
     * @param statistics {@link Network#statisticsCount()} values, changed in place
     * @param decay the part of them that stays, 0 to 1
     */
    public void averageStatistics(float[] statistics, double decay) {
        network.requireStatistics(statistics);
        var kept = (float) decay;
        for (var i = 0; i < statistics.length; i++) {
            var sum = 0F;
            for (var shard = 0; shard < measuredShards; shard++) {
                sum += shardStatistics[shard][i];
            }
            statistics[i] = kept * statistics[i] + (1 - kept) * (sum / measuredImages);
        }
    }

    /**
     * The number of images of the last mini-batch whose largest probability was that of their class.
     *
     * @return 0 to the size of the mini-batch
     */
    public int correct() {
        return correct;
    }

    private int computeShards(float[] parameters, float[] statistics, float[] images, byte[] labels, int count) {
        network.requireParameters(parameters);
        network.requireStatistics(statistics);
        Layer.requirePositive("count", count);
        Objects.checkFromIndexSize(0, count * network.inputSize(), images.length);
        for (var i = 0; i < count; i++) {
            if (Byte.toUnsignedInt(labels[i]) >= network.outputSize()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the label of image %d is %d, but there are %d classes",
                        i,
                        Byte.toUnsignedInt(labels[i]),
                        network.outputSize()));
            }
        }
        var shards = usefulThreads(count);
        measuredShards = shards;
        measuredImages = count;
        for (var i = 0; i < shards; i++) {
            if (shardGradients[i] == null) {
                shardGradients[i] = new float[network.parameterCount()];
                shardStatistics[i] = new float[network.statisticsCount()];
            }
        }
        var parts = Math.min(shards, workspaces.length);
        for (var i = 0; i < parts; i++) {
            if (workspaces[i] == null) {
                workspaces[i] = new Workspace(network, Workspace.LANES, true);
            }
        }
        workers.run(parts, (part, thread) -> weights.load(parameters, statistics, part, parts));
        workers.run(
                shards,
                (shard, thread) -> computeShard(
                        workspaces[thread],
                        images,
                        labels,
                        count * shard / shards,
                        count * (shard + 1) / shards,
                        shard));
        return shards;
    }

    private void computeShard(Workspace workspace, float[] images, byte[] labels, int from, int to, int shard) {
        var gradient = shardGradients[shard];
        Arrays.fill(gradient, 0);
        Arrays.fill(shardStatistics[shard], 0);
        workspace.clearGradient();
        var loss = 0D;
        var hits = 0;
        for (var first = from; first < to; first += Workspace.LANES) {
            var lanes = Math.min(Workspace.LANES, to - first);
            for (var i = 0; i < lanes; i++) {
                System.arraycopy(images, (first + i) * network.inputSize(), workspace.image(i), 0, network.inputSize());
            }
            workspace.forward(weights, lanes);
            workspace.addStatistics(lanes, shardStatistics[shard]);
            for (var i = 0; i < lanes; i++) {
                var label = Byte.toUnsignedInt(labels[first + i]);
                var outputs = workspace.outputs(i);
                var logit = outputs[label];
                loss += workspace.softmax(i) - logit;
                hits += Softmax.argMax(outputs, 0, network.outputSize()) == label ? 1 : 0;
                System.arraycopy(outputs, 0, workspace.outputGradient(i), 0, network.outputSize());
                workspace.outputGradient(i)[label] -= 1;
            }
            workspace.backward(weights, lanes, gradient);
        }
        workspace.storeGradient(gradient);
        shardLosses[shard] = loss;
        shardCorrect[shard] = hits;
    }

    private int start(int part, int parts) {
        return (int) ((long) network.parameterCount() * part / parts);
    }

    private void addShards(int shards, float[] sum, int from, int to) {
        System.arraycopy(shardGradients[0], from, sum, from, to - from);
        for (var shard = 1; shard < shards; shard++) {
            add(sum, shardGradients[shard], from, to);
        }
    }

    private static void add(float[] sum, float[] values, int from, int to) {
        for (var i = from; i < to; i++) {
            sum[i] += values[i];
        }
    }

    private static void divide(float[] values, float divisor, int from, int to) {
        for (var i = from; i < to; i++) {
            values[i] /= divisor;
        }
    }

    private double loss(int shards) {
        var sum = 0D;
        correct = 0;
        for (var shard = 0; shard < shards; shard++) {
            sum += shardLosses[shard];
            correct += shardCorrect[shard];
        }
        return sum;
    }
}
