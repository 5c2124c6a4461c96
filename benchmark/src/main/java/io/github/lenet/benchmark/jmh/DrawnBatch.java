package io.github.lenet.benchmark.jmh;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.network.Network;
import java.util.Arrays;

/** Numbers to compute with: for the speed it matters only that about half of what a ReLU sees is negative. */
final class DrawnBatch {

    private final Network network;
    private final SeededRandom random = new SeededRandom(42);

    DrawnBatch(Network network) {
        this.network = network;
    }

    /** Small parameters, so that no activation grows without bound. */
    float[] parameters() {
        var parameters = new float[network.parameterCount()];
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (0.2 * random.nextDouble() - 0.1);
        }
        return parameters;
    }

    /** Running averages and variances of which no variance is near 0, so that no activation grows without bound. */
    float[] statistics() {
        var statistics = new float[network.statisticsCount()];
        Arrays.fill(statistics, 1);
        return statistics;
    }

    /** Pixels from 0 to 1. */
    float[] images(int count) {
        var images = new float[count * network.inputSize()];
        for (var i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble();
        }
        return images;
    }

    /** Pixels from 0 to 255. */
    byte[] pixels(int count) {
        var pixels = new byte[count * network.inputSize()];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextLong();
        }
        return pixels;
    }

    byte[] labels(int count) {
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i % network.outputSize());
        }
        return labels;
    }
}
