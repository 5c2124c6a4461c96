package io.github.lenet.network;

import java.util.Map;
import java.util.Objects;

/**
 * Both LeNets. Kernels and the sizes of the inner layers stay for any image; the input, the weights between the last
 * maps and C5, and the output change.
 *
 * @param padding rows and columns of zeros around the image
 * @param activation behind every layer but the last
 * @param pooling of S2 and S4
 */
record LeNet(String name, int padding, Activation activation, Pooling.Kind pooling) implements Blueprint {

    private static final int KERNEL = 5;
    private static final int SQUARE = 2;

    /** The names of the paper, in place of those that archives have had from the beginning. */
    private static final Map<String, String> NAMES = Map.of(
            "layer0", "c1", "layer1", "s2", "layer2", "c3", "layer3", "s4", "layer4", "c5", "layer5", "f6", "layer6",
            "output");

    @Override
    public String layerName(String node) {
        return Objects.requireNonNull(NAMES.get(node), node);
    }

    /** One value is left of each map of S4. */
    @Override
    public int smallestImage() {
        var afterC3 = SQUARE;
        var afterC1 = (afterC3 + KERNEL - 1) * SQUARE;
        return afterC1 + KERNEL - 1 - 2 * padding;
    }

    @Override
    public Network network(Shape image, int classes) {
        var c1 = new Convolution(image, 6, KERNEL, padding, activation);
        var s2 = new Pooling(pooling, c1.output(), SQUARE);
        var c3 = new Convolution(s2.output(), 16, KERNEL, 0, activation);
        var s4 = new Pooling(pooling, c3.output(), SQUARE);
        var c5 = new Dense(s4.output().size(), 120, activation);
        var f6 = new Dense(c5.outputs(), 84, activation);
        var output = new Dense(f6.outputs(), classes, Activation.IDENTITY);
        return Network.sequence(image, c1, s2, c3, s4, c5, f6, output);
    }
}
