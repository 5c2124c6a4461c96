package io.github.lenet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A network: a graph of layers, and softmax with cross-entropy behind the last.
 *
 * <p>Nodes are in an order in which they can be computed. The flat array of parameters holds those of each layer, in
 * the same order; {@link #slices} says where. Immutable and thread-safe.
 */
public final class Network {

    /** The index of the image among the inputs of a {@link Node}. */
    public static final int IMAGE = -1;

    private final Shape image;
    private final List<Node> nodes;
    private final int[] readers;
    private final List<List<Slice>> slices = new ArrayList<>();
    private final int inputSize;
    private final int outputSize;
    private final int parameterCount;
    /** Where the statistics of each layer begin, and where those of the last one end. */
    private final int[] firstStatistics;

    /**
     * Creates a network.
     *
     * @param image the shape of an image
     * @param nodes in the order of computation; the last is a dense layer without activation, which gives the logits
     * @throws IllegalArgumentException if they do not fit together; the message names the layers
     */
    public Network(Shape image, List<Node> nodes) {
        this.image = image;
        this.nodes = List.copyOf(nodes);
        var last = nodes.size() - 1;
        if (last < 0
                || !nodes.get(last).layer().flattens()
                || nodes.get(last).layer().activation() != Activation.IDENTITY) {
            throw new IllegalArgumentException("the last layer must be dense, with the activation IDENTITY");
        }
        readers = new int[nodes.size()];
        firstStatistics = new int[nodes.size() + 1];
        var parameters = 0;
        for (var i = 0; i <= last; i++) {
            requireOneName(i);
            requireInputs(i);
            var layer = nodes.get(i).layer();
            slices.add(later(layer.slices(), parameters));
            parameters += layer.parameterCount();
            firstStatistics[i + 1] = firstStatistics[i] + layer.statisticsCount();
        }
        for (var i = 0; i < last; i++) {
            if (readers[i] == 0) {
                throw problem("no layer takes what %s gives; only the last layer gives the answer", nameOf(i));
            }
        }
        for (var i = 0; i <= last; i++) {
            requireConvolutionBeforeNormalization(i);
        }
        inputSize = image.size();
        outputSize = nodes.get(last).layer().output().size();
        parameterCount = parameters;
    }

    /**
     * Creates a network whose layers follow each other, with the names "layer0", "layer1" and so on.
     *
     * @param image the shape of an image
     * @param layers in the order of computation; the last is a dense layer without activation, which gives the logits
     * @return the network
     * @throws IllegalArgumentException if they do not fit together; the message names the layers
     */
    public static Network sequence(Shape image, Layer... layers) {
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < layers.length; i++) {
            nodes.add(new Node("layer" + i, layers[i], List.of(i == 0 ? IMAGE : i - 1)));
        }
        return new Network(image, nodes);
    }

    private void requireOneName(int node) {
        for (var i = 0; i < node; i++) {
            if (nameOf(i).equals(nameOf(node))) {
                throw problem("two layers have the name %s", nameOf(node));
            }
        }
    }

    private void requireInputs(int node) {
        var inputs = nodes.get(node).inputs();
        var layer = nodes.get(node).layer();
        if (inputs.size() != layer.inputCount()) {
            throw problem("%s has %d inputs, but takes %d", nameOf(node), inputs.size(), layer.inputCount());
        }
        for (int input : inputs) {
            if (input < IMAGE || input >= node) {
                throw problem("%s takes what layer number %d gives, which is not before it", nameOf(node), input);
            }
            requireFit(input, node);
            if (input != IMAGE) {
                readers[input]++;
            }
        }
    }

    private void requireFit(int from, int to) {
        var given = given(from);
        var layer = nodes.get(to).layer();
        if (layer.flattens() ? given.size() != layer.input().size() : !given.is(layer.input())) {
            throw problem("%s gives %s values, but %s takes %s", nameOf(from), given, nameOf(to), layer.input());
        }
        if (!givesPlanes(from) && !layer.flattens()) {
            throw problem("%s takes planes, but %s gives none; dense layers come last", nameOf(to), nameOf(from));
        }
    }

    /** So that a trained network can be computed without batch normalisation, which becomes part of the weights. */
    private void requireConvolutionBeforeNormalization(int node) {
        if (nodes.get(node).layer().statisticsCount() > 0) {
            int from = nodes.get(node).inputs().get(0);
            if (from == IMAGE || readers[from] > 1 || !nodes.get(from).layer().isNormalizable()) {
                throw problem(
                        "%s normalises what %s gives; it must be a convolution without biases and activation,"
                                + " and no other layer may take it",
                        nameOf(node), nameOf(from));
            }
        }
    }

    private boolean givesPlanes(int node) {
        return node == IMAGE || nodes.get(node).layer().givesPlanes();
    }

    private Shape given(int node) {
        return node == IMAGE ? image : nodes.get(node).layer().output();
    }

    private String nameOf(int node) {
        return node == IMAGE ? "the image" : nodes.get(node).name();
    }

    private static List<Slice> later(List<Slice> slices, int places) {
        var later = new ArrayList<Slice>();
        for (Slice slice : slices) {
            later.add(slice.later(places));
        }
        return List.copyOf(later);
    }

    private static IllegalArgumentException problem(String message, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }

    /**
     * The shape of an image.
     *
     * @return channels, rows and columns
     */
    public Shape image() {
        return image;
    }

    /**
     * The layers in their places.
     *
     * @return as given, immutable
     */
    public List<Node> nodes() {
        return nodes;
    }

    /**
     * Whether the layers are a list: each takes what the one before it gives.
     *
     * @return false for a network that branches
     */
    public boolean isSequence() {
        for (var i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).inputs().equals(List.of(i == 0 ? IMAGE : i - 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many layers take what a layer gives.
     *
     * @param node index of the layer
     * @return at least 1, but 0 for the last layer
     */
    public int readers(int node) {
        return readers[node];
    }

    /**
     * The last layer that takes what a layer gives.
     *
     * @param node index of the layer
     * @return index of that layer, or -1 for the last layer of all
     */
    public int lastReader(int node) {
        var last = nodes.size() - 1;
        while (last > node && !nodes.get(last).inputs().contains(node)) {
            last--;
        }
        return last > node ? last : -1;
    }

    /**
     * Where the parameters of a layer lie in the flat array.
     *
     * @param node index of the layer
     * @return its slices, in order; none for a layer without parameters
     */
    public List<Slice> slices(int node) {
        return slices.get(node);
    }

    /**
     * Where the parameters of one kind of a layer lie in the flat array.
     *
     * @param node index of the layer
     * @param kind the kind
     * @return the slice
     * @throws IllegalArgumentException if the layer has none of this kind
     */
    public Slice slice(int node, Slice.Kind kind) {
        for (Slice slice : slices.get(node)) {
            if (slice.kind() == kind) {
                return slice;
            }
        }
        throw problem("%s has no %s", nameOf(node), kind);
    }

    /**
     * Whether a layer takes the values of planes one after the other.
     *
     * @param node index of the layer
     * @return the shape of those planes; empty if the layer takes planes as they are, or gets none
     */
    public Optional<Shape> flattened(int node) {
        int from = nodes.get(node).inputs().get(0);
        return givesPlanes(from) && nodes.get(node).layer().flattens() ? Optional.of(given(from)) : Optional.empty();
    }

    /**
     * The number of values of an image.
     *
     * @return channels times rows times columns
     */
    public int inputSize() {
        return inputSize;
    }

    /**
     * The number of classes.
     *
     * @return outputs of the last layer
     */
    public int outputSize() {
        return outputSize;
    }

    /**
     * The number of trainable parameters.
     *
     * @return length of the flat array
     */
    public int parameterCount() {
        return parameterCount;
    }

    /**
     * Where the statistics of a layer begin in {@link NetworkState#statistics}.
     *
     * @param node index of the layer
     * @return index of its first one; they lie next to each other
     */
    public int firstStatistic(int node) {
        return firstStatistics[node];
    }

    /**
     * The number of values that layers measure rather than learn.
     *
     * @return length of {@link NetworkState#statistics}; 0 without batch normalisation
     */
    public int statisticsCount() {
        return firstStatistics[firstStatistics.length - 1];
    }

    /**
     * Checks the length of an array of parameters.
     *
     * @param parameters what is to be the parameters of this network
     * @throws IllegalArgumentException if there are not {@link #parameterCount()} of them
     */
    public void requireParameters(float[] parameters) {
        if (parameters.length != parameterCount) {
            throw problem("the network has %d parameters, but %d were given", parameterCount, parameters.length);
        }
    }

    /**
     * Checks the length of an array of statistics.
     *
     * @param statistics what is to be the statistics of this network
     * @throws IllegalArgumentException if there are not {@link #statisticsCount()} of them
     */
    public void requireStatistics(float[] statistics) {
        if (statistics.length != statisticsCount()) {
            throw problem("the network has %d statistics, but %d were given", statisticsCount(), statistics.length);
        }
    }
}
