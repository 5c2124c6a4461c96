package io.github.lenet.archive;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Slice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layer as Deeplearning4j counts them. There, an activation belongs to a layer with weights; behind batch
 * normalisation or an addition it is a layer of its own.
 *
 * @param name its name, which no other vertex of the network has
 * @param node index of the layer in the network
 * @param isActivation whether it is nothing but the activation of that layer
 * @param inputs names of the vertices it takes, {@link #IMAGE} among them
 */
public record Vertex(String name, int node, boolean isActivation, List<String> inputs) {

    /** What a graph of Deeplearning4j calls the image. */
    public static final String IMAGE = "image";

    /** Keeps a copy of the list. */
    public Vertex {
        inputs = List.copyOf(inputs);
    }

    /**
     * Takes a network apart.
     *
     * @param network the network
     * @return its vertices, each after those that it takes
     */
    public static List<Vertex> of(Network network) {
        var vertices = new ArrayList<Vertex>();
        var outputs = new HashMap<Integer, String>(Map.of(Network.IMAGE, IMAGE));
        for (var i = 0; i < network.nodes().size(); i++) {
            var node = network.nodes().get(i);
            var inputs = node.inputs().stream().map(outputs::get).toList();
            vertices.add(new Vertex(node.name(), i, false, inputs));
            outputs.put(i, node.name());
            if (isActivatedApart(node.layer())) {
                var activation = node.name() + "-activation";
                vertices.add(new Vertex(activation, i, true, List.of(node.name())));
                outputs.put(i, activation);
            }
        }
        return vertices;
    }

    private static boolean isActivatedApart(Layer layer) {
        return layer.activation() != Activation.IDENTITY
                && layer.slices().stream().noneMatch(slice -> slice.kind() == Slice.Kind.WEIGHTS);
    }

    /**
     * The order in which Deeplearning4j computes the vertices of a graph, and keeps their parameters. An archive says
     * it, and Deeplearning4j believes it; but a copy of a network there forgets it, and sorts anew. So this is its own
     * way to sort: Kahn's, with sets of numbers where its own are.
     *
     * @param vertices all vertices of a network
     * @return 0 for the image, and i + 1 for the vertex with index i
     * @see <a
     *     href="https://javadoc.io/doc/org.deeplearning4j/deeplearning4j-nn/1.0.0-M2.1/org/deeplearning4j/nn/graph/ComputationGraph.html">ComputationGraph.calculateIndices</a>
     */
    public static List<Integer> order(List<Vertex> vertices) {
        var readers = new HashMap<String, Set<Integer>>();
        var missing = new int[vertices.size() + 1];
        for (var i = 0; i < vertices.size(); i++) {
            var inputs = new HashSet<>(vertices.get(i).inputs());
            for (var input : inputs) {
                readers.computeIfAbsent(input, name -> new HashSet<>()).add(i + 1);
            }
            missing[i + 1] = inputs.size();
        }
        var order = new ArrayList<Integer>();
        var ready = new ArrayDeque<>(List.of(0));
        while (!ready.isEmpty()) {
            int next = ready.removeFirst();
            order.add(next);
            for (int reader : readers.getOrDefault(nameOf(next, vertices), Set.of())) {
                missing[reader]--;
                if (missing[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        return order;
    }

    /**
     * The name of what has a number in the {@linkplain #order order}.
     *
     * @param number 0 for the image
     * @param vertices all vertices of a network
     * @return {@link #IMAGE}, or the name of the vertex
     */
    public static String nameOf(int number, List<Vertex> vertices) {
        return number == 0 ? IMAGE : vertices.get(number - 1).name();
    }
}
