package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;

/** Batches of neighbouring images as they are. */
public final class TestBatches {

    private TestBatches() {}

    /** A batch of its own with the images from an index on. */
    public static Batch of(Dataset dataset, int from, int count) {
        var batch = new Batch(count, dataset.imageSize());
        var transform = new NoTransform(dataset.height(), dataset.width());
        for (var i = 0; i < count; i++) {
            batch.put(i, dataset, from + i, transform, new SeededRandom(0));
        }
        batch.resize(count);
        return batch;
    }
}
