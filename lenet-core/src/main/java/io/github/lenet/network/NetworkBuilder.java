package io.github.lenet.network;

import java.util.ArrayList;
import java.util.List;

/** Puts a network together from the convolutions and blocks that the deeper architectures are made of. */
final class NetworkBuilder {

    private final Shape image;
    private final List<Node> nodes = new ArrayList<>();

    NetworkBuilder(Shape image) {
        this.image = image;
    }

    /** Index of the layer that was added last; {@link Network#IMAGE} if none was. */
    int last() {
        return nodes.size() - 1;
    }

    /** What comes out of the layer that was added last. */
    Shape output() {
        return output(last());
    }

    private Shape output(int node) {
        return node == Network.IMAGE ? image : nodes.get(node).layer().output();
    }

    /** Adds a layer behind the last one. */
    NetworkBuilder add(String name, Layer layer) {
        return add(name, layer, last());
    }

    private NetworkBuilder add(String name, Layer layer, Integer... inputs) {
        nodes.add(new Node(name, layer, List.of(inputs)));
        return this;
    }

    /** Adds a convolution that keeps rows and columns at stride 1, with batch normalisation and ReLU. */
    NetworkBuilder convolution(String name, int filters, int stride) {
        return convolution(name, last(), filters, 3, stride, Activation.RELU, 1);
    }

    private NetworkBuilder convolution(
            String name, int input, int filters, int kernelSize, int stride, Activation activation, float scale) {
        var convolution =
                new Convolution(output(input), filters, kernelSize, stride, kernelSize / 2, false, Activation.IDENTITY);
        add(name, convolution, input);
        return add(name + "-norm", new BatchNormalization(convolution.output(), activation, scale));
    }

    /**
     * Adds a basic block of a residual network (He et al. 2016): two convolutions, whose result is added to what went
     * in, or, where the shape changes, to a projection of it.
     */
    NetworkBuilder basicBlock(String name, int filters, int stride) {
        var input = last();
        var channels = output().channels();
        convolution(name + "-conv1", filters, stride);
        convolution(name + "-conv2", last(), filters, 3, 1, Activation.IDENTITY, 0);
        var branch = last();
        var shortcut = input;
        if (stride > 1 || filters != channels) {
            convolution(name + "-projection", input, filters, 1, stride, Activation.IDENTITY, 1);
            shortcut = last();
        }
        return add(name, new Addition(output(branch), Activation.RELU), branch, shortcut);
    }

    /** Adds pooling of the largest of four values. */
    NetworkBuilder maximum(String name) {
        return add(name, new Pooling(Pooling.Kind.MAXIMUM, output(), 2));
    }

    /** Adds global pooling and a dense layer for the classes, and makes the network. */
    Network classify(int classes) {
        add("pool", new GlobalPooling(output()));
        add("classes", new Dense(output().size(), classes, Activation.IDENTITY));
        return new Network(image, nodes);
    }
}
