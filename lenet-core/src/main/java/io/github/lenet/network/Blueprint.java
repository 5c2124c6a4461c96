package io.github.lenet.network;

/** How a network of some name is laid out: what the catalogue of {@link Architecture} knows of each of its entries. */
interface Blueprint {

    /** The name, as it stands in a POM and in a model archive. */
    String name();

    /**
     * What a layer is called outside of this project, in the files for other libraries.
     *
     * @param node name of the layer in the network
     * @return the name, with a dot before each level of a nested module as PyTorch has it
     */
    default String layerName(String node) {
        return node.replace('-', '.');
    }

    /** Rows, and columns, of the smallest image that the network can take. */
    int smallestImage();

    /**
     * Lays out the network.
     *
     * @param image the shape of an image, at least as large as the smallest
     * @param classes number of outputs
     */
    Network network(Shape image, int classes);
}
