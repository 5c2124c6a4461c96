package io.github.lenet.training;

import io.github.lenet.network.Architecture;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the weights of a layer are among the parameters of its network; what lies between two ranges are biases.
 *
 * @param layer a convolution or a dense layer
 * @param from index of the first weight
 * @param to end of the weights, exclusive
 */
record WeightRange(Layer layer, int from, int to) {

    /**
     * The weights of a network.
     *
     * @param architecture the network
     * @return a range for each layer that has weights, in order
     */
    static List<WeightRange> of(Architecture architecture) {
        var ranges = new ArrayList<WeightRange>();
        var end = 0;
        for (var layer : architecture.layers()) {
            var begin = end;
            end += layer.parameterCount();
            // In Deeplearning4j's order, a convolution has its biases first, and a dense layer has them last.
            if (layer instanceof Convolution convolution) {
                ranges.add(new WeightRange(layer, begin + convolution.filters(), end));
            } else if (layer instanceof Dense dense) {
                ranges.add(new WeightRange(layer, begin, end - dense.outputs()));
            }
        }
        return ranges;
    }
}
