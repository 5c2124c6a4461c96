package io.github.lenet.archive;

import io.github.lenet.network.Addition;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.LayerVisitor;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Slice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of a network with the name and the shape that it has in the {@code state_dict()} of PyTorch. Its elements
 * lie there as they do here: by filter, channel, row and column, or by output and input.
 *
 * @param name of the layer, a dot, and what the array is to it
 * @param shape sizes, the slowest index first
 * @param isStatistics whether it is measured rather than learnt
 * @param from index of its first element among the parameters, or the statistics, of the network
 */
record StateTensor(String name, List<Integer> shape, boolean isStatistics, int from) {

    /** The kernels of a convolution, the matrix of a dense layer, the scales of a normalisation. */
    static final String WEIGHT = "weight";

    static final String BIAS = "bias";

    /**
     * The arrays of a network, in the order of PyTorch.
     *
     * @param architecture gives the layers their names
     * @param network that of the architecture, or the same without batch normalisation
     */
    static List<StateTensor> of(Architecture architecture, Network network) {
        var tensors = new ArrayList<StateTensor>();
        for (var i = 0; i < network.nodes().size(); i++) {
            var node = network.nodes().get(i);
            tensors.addAll(node.layer().accept(new OfLayer(network, i, architecture.layerName(node))));
        }
        return tensors;
    }

    /** The number of elements. */
    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** The elements as 32-bit floats, little-endian, as ONNX and safetensors have them. */
    byte[] bytes(float[] parameters, float[] statistics) {
        var bytes = ByteBuffer.allocate(size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(isStatistics ? statistics : parameters, from, size());
        return bytes.array();
    }

    private record OfLayer(Network network, int node, String layer) implements LayerVisitor<List<StateTensor>> {

        @Override
        public List<StateTensor> visit(Convolution convolution) {
            var weights = learnt(
                    WEIGHT,
                    Slice.Kind.WEIGHTS,
                    convolution.filters(),
                    convolution.input().channels(),
                    convolution.kernelSize(),
                    convolution.kernelSize());
            return convolution.hasBias()
                    ? List.of(weights, learnt(BIAS, Slice.Kind.BIASES, convolution.filters()))
                    : List.of(weights);
        }

        @Override
        public List<StateTensor> visit(Dense dense) {
            return List.of(
                    learnt(WEIGHT, Slice.Kind.WEIGHTS, dense.outputs(), dense.inputs()),
                    learnt(BIAS, Slice.Kind.BIASES, dense.outputs()));
        }

        @Override
        public List<StateTensor> visit(BatchNormalization normalization) {
            var channels = normalization.input().channels();
            var means = network.firstStatistic(node);
            return List.of(
                    learnt(WEIGHT, Slice.Kind.SCALES, channels),
                    learnt(BIAS, Slice.Kind.SHIFTS, channels),
                    measured("running_mean", means, channels),
                    measured("running_var", means + channels, channels));
        }

        @Override
        public List<StateTensor> visit(Addition addition) {
            return List.of();
        }

        @Override
        public List<StateTensor> visit(Pooling pooling) {
            return List.of();
        }

        @Override
        public List<StateTensor> visit(GlobalPooling pooling) {
            return List.of();
        }

        private StateTensor learnt(String name, Slice.Kind kind, Integer... shape) {
            return new StateTensor(
                    layer + "." + name,
                    List.of(shape),
                    false,
                    network.slice(node, kind).from());
        }

        private StateTensor measured(String name, int from, int channels) {
            return new StateTensor(layer + "." + name, List.of(channels), true, from);
        }
    }
}
