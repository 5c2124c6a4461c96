package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.recipe.Augmentation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The mini-batches of an epoch: every image once, in an order of its own, each batch as large as was asked for and the
 * last one perhaps smaller.
 *
 * <p>Some hundred images are decoded and varied at a time, by all threads together. An image's variant depends on the
 * seed of the epoch and on its index in the data set alone. The memory is reused for every epoch.
 */
final class Batches {

    /** Images that are prepared at a time: enough for all threads, and few enough to stay in the processor's cache. */
    private static final int PREPARED = 512;

    private final Dataset dataset;
    private final int batchSize;
    private final Parts parts;
    private final List<RandomTransform> transforms;
    private final List<Batch> prepared;

    /**
     * Makes room.
     *
     * @param dataset the images
     * @param batchSize images of a batch
     * @param augmentation how to vary them
     * @param parts the threads to use
     */
    Batches(Dataset dataset, int batchSize, Augmentation augmentation, Parts parts) {
        this.dataset = dataset;
        this.batchSize = Math.min(batchSize, dataset.size());
        this.parts = parts;
        var height = dataset.height();
        var width = dataset.width();
        transforms = Stream.generate(() -> RandomTransform.of(augmentation, height, width))
                .limit(Parts.COUNT)
                .toList();
        prepared = Stream.generate(() -> new Batch(this.batchSize, dataset.imageSize()))
                .limit(Math.max(1, PREPARED / this.batchSize))
                .toList();
    }

    /**
     * The number of batches of an epoch.
     *
     * @return at least 1
     */
    int perEpoch() {
        return perEpoch(dataset.size(), batchSize);
    }

    /**
     * The number of batches of an epoch.
     *
     * @param images images to go through
     * @param batchSize images of a batch, at least 1
     * @return so many that only the last may be smaller
     */
    static int perEpoch(int images, int batchSize) {
        return (images + batchSize - 1) / batchSize;
    }

    /**
     * Goes through an epoch, or through the rest of one.
     *
     * @param seed seed of the order and of the variants
     * @param first number of the batch to begin with, 0 for the whole epoch
     * @param step called with each batch, which is not to be kept
     */
    void epoch(long seed, int first, Consumer<Batch> step) {
        var random = new SeededRandom(seed);
        var order = IntStream.range(0, dataset.size()).toArray();
        random.shuffle(order);
        var variants = random.nextLong();
        var size = 0;
        for (var done = first * batchSize; done < order.length; done += size) {
            size = Math.min(prepared.size() * batchSize, order.length - done);
            prepare(order, done, size, variants);
            for (var from = 0; from < size; from += batchSize) {
                var batch = prepared.get(from / batchSize);
                batch.resize(Math.min(batchSize, size - from));
                step.accept(batch);
            }
        }
    }

    private void prepare(int[] order, int done, int size, long variants) {
        parts.run(size, (part, from, to) -> {
            for (var i = from; i < to; i++) {
                var image = order[done + i];
                var random = new SeededRandom(variants ^ image);
                prepared.get(i / batchSize).put(i % batchSize, dataset, image, transforms.get(part), random);
            }
        });
    }
}
