package io.github.lenet.network;

import java.util.List;

/**
 * A layer in its place in a network.
 *
 * @param name what messages and formats call it; no other layer of the network has this name
 * @param layer the layer
 * @param inputs where its inputs come from: the index of an earlier node for each, or {@link Network#IMAGE}
 */
public record Node(String name, Layer layer, List<Integer> inputs) {

    /** Keeps a copy of the list. */
    public Node {
        inputs = List.copyOf(inputs);
    }
}
