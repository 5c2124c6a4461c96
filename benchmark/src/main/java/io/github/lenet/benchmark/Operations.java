package io.github.lenet.benchmark;

import io.github.lenet.network.Network;
import io.github.lenet.network.Slice;

/** How much arithmetic a network is. */
final class Operations {

    private Operations() {}

    /**
     * Counts the multiplications and additions of one image in a training step, each convolution as its definition has
     * it: the sums of its outputs, of the gradient of its weights and of the gradient of its input. Nobody needs the
     * gradient of the image itself, so the layers that take the image have two of the three. Normalisation, pooling,
     * activations and the step along the gradient are not counted.
     *
     * @param network the layers
     * @return floating-point operations
     */
    static double ofStep(Network network) {
        var operations = 0.0;
        for (var node = 0; node < network.nodes().size(); node++) {
            var layer = network.nodes().get(node);
            var weights = network.slices(node).stream()
                    .filter(slice -> slice.kind() == Slice.Kind.WEIGHTS)
                    .mapToInt(Slice::length)
                    .sum();
            var output = layer.layer().output();
            var sums = layer.inputs().contains(Network.IMAGE) ? 2 : 3;
            operations += 2.0 * sums * weights * output.planeSize();
        }
        return operations;
    }
}
