package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Node;
import io.github.lenet.network.SelectiveVisitor;
import io.github.lenet.network.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network without batch normalisation, which with fixed statistics is a multiplication and an addition: they
 * become part of the weights and biases of the convolution before it. It gives the same answers, but for rounding.
 *
 * @param network the network, whose convolutions have biases and activations
 * @param parameters its parameters
 */
public record FoldedNetwork(Network network, float[] parameters) {

    /**
     * Folds a network.
     *
     * @param network any network
     * @param parameters {@link Network#parameterCount()} values
     * @param statistics {@link Network#statisticsCount()} values
     * @return the network without batch normalisation; the very same if it has none
     * @throws IllegalArgumentException if the number of values is another
     */
    public static FoldedNetwork of(Network network, float[] parameters, float[] statistics) {
        network.requireParameters(parameters);
        network.requireStatistics(statistics);
        return network.statisticsCount() == 0
                ? new FoldedNetwork(network, parameters)
                : new Folding(network, parameters, statistics).result();
    }

    /** Makes the layers without normalisation, and then their parameters. */
    private static final class Folding {

        private final Network network;
        private final float[] parameters;
        private final float[] statistics;
        private final List<Node> nodes = new ArrayList<>();
        /** For each layer that stays, its index in the network. */
        private final List<Integer> origins = new ArrayList<>();

        Folding(Network network, float[] parameters, float[] statistics) {
            this.network = network;
            this.parameters = parameters;
            this.statistics = statistics;
        }

        FoldedNetwork result() {
            var places = new int[network.nodes().size()];
            for (var i = 0; i < places.length; i++) {
                var node = network.nodes().get(i);
                if (isNormalization(i)) {
                    places[i] = places[node.inputs().get(0)];
                } else {
                    places[i] = nodes.size();
                    origins.add(i);
                    var inputs = node.inputs().stream()
                            .map(from -> from == Network.IMAGE ? from : Integer.valueOf(places[from]))
                            .toList();
                    nodes.add(new Node(node.name(), folded(i), inputs));
                }
            }
            var folded = new Network(network.image(), nodes);
            return new FoldedNetwork(folded, parameters(folded));
        }

        private boolean isNormalization(int node) {
            return network.nodes().get(node).layer().statisticsCount() > 0;
        }

        private boolean isNormalized(int node) {
            var reader = network.lastReader(node);
            return reader >= 0 && isNormalization(reader);
        }

        private Layer folded(int node) {
            var layer = network.nodes().get(node).layer();
            if (!isNormalized(node)) {
                return layer;
            }
            var activation =
                    network.nodes().get(network.lastReader(node)).layer().activation();
            return layer.accept(new WithBiases(activation));
        }

        private float[] parameters(Network folded) {
            var values = new float[folded.parameterCount()];
            for (var i = 0; i < origins.size(); i++) {
                int origin = origins.get(i);
                if (isNormalized(origin)) {
                    fold(origin, folded, i, values);
                } else {
                    for (var slice : network.slices(origin)) {
                        var to = folded.slice(i, slice.kind()).from();
                        System.arraycopy(parameters, slice.from(), values, to, slice.length());
                    }
                }
            }
            return values;
        }

        private void fold(int convolution, Network folded, int place, float[] values) {
            var normalization = network.lastReader(convolution);
            var scales = network.slice(normalization, Slice.Kind.SCALES);
            var shifts = network.slice(normalization, Slice.Kind.SHIFTS);
            var means = network.firstStatistic(normalization);
            var variances = means + scales.length();
            var weights = network.slice(convolution, Slice.Kind.WEIGHTS);
            var biases = folded.slice(place, Slice.Kind.BIASES).from();
            var foldedWeights = folded.slice(place, Slice.Kind.WEIGHTS).from();
            var taps = weights.length() / scales.length();
            for (var filter = 0; filter < scales.length(); filter++) {
                var deviation = Math.sqrt((double) statistics[variances + filter] + BatchNormalization.EPSILON);
                var factor = parameters[scales.from() + filter] / deviation;
                values[biases + filter] =
                        (float) (parameters[shifts.from() + filter] - factor * statistics[means + filter]);
                for (var tap = filter * taps; tap < (filter + 1) * taps; tap++) {
                    values[foldedWeights + tap] = (float) (factor * parameters[weights.from() + tap]);
                }
            }
        }
    }

    /** A convolution with biases and an activation; every other layer itself. */
    private record WithBiases(Activation activation) implements SelectiveVisitor<Layer> {

        @Override
        public Layer visitOther(Layer layer) {
            return layer;
        }

        @Override
        public Layer visit(Convolution layer) {
            return new Convolution(
                    layer.input(),
                    layer.filters(),
                    layer.kernelSize(),
                    layer.stride(),
                    layer.padding(),
                    true,
                    activation);
        }
    }
}
