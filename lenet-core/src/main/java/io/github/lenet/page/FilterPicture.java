package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.SelectiveVisitor;
import io.github.lenet.network.Shape;
import io.github.lenet.network.Slice;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A kernel of the first layer as a picture.
 *
 * @param name such as {@code filter 1}
 * @param image the weights as a data URI, white for the largest amount in this layer, black for its negative; those of
 *     red, green and blue in these colours
 * @param description the picture in words
 */
record FilterPicture(String name, String image, String description) {

    private static final float GREY = 127.5f;

    /** Every kernel of the first layer; none if that is no convolution. */
    static List<FilterPicture> of(Classifier classifier) {
        return of(FoldedNetwork.of(classifier.network(), classifier.parameters(), classifier.statistics()));
    }

    /**
     * The kernels as the network computes with them: behind batch normalisation the weights alone have no size that
     * means anything, and may even have the other sign.
     */
    static List<FilterPicture> of(FoldedNetwork folded) {
        var network = folded.network();
        return network.nodes().get(0).layer().accept(new OfLayer(network, folded.parameters()));
    }

    /** The kernels of the first layer of a network. */
    private record OfLayer(Network network, float[] parameters) implements SelectiveVisitor<List<FilterPicture>> {

        @Override
        public List<FilterPicture> visitOther(Layer layer) {
            return List.of();
        }

        @Override
        public List<FilterPicture> visit(Convolution layer) {
            var weights = network.slice(0, Slice.Kind.WEIGHTS);
            var strongest = IntStream.range(weights.from(), weights.to())
                    .mapToDouble(i -> Math.abs(parameters[i]))
                    .max()
                    .orElse(0);
            return IntStream.range(0, layer.filters())
                    .mapToObj(filter -> of(
                            filter,
                            new Shape(layer.input().channels(), layer.kernelSize(), layer.kernelSize()),
                            parameters,
                            weights.from() + filter * layer.fanIn(),
                            strongest))
                    .toList();
        }
    }

    private static FilterPicture of(int filter, Shape kernel, float[] parameters, int offset, double strongest) {
        var pixels = new byte[kernel.size()];
        for (var i = 0; i < pixels.length; i++) {
            double share = strongest == 0 ? 0 : parameters[offset + i] / strongest;
            pixels[i] = (byte) Math.round(GREY + GREY * share);
        }
        var name = "filter " + (filter + 1);
        return new FilterPicture(
                name,
                Png.dataUri(kernel, pixels, 0),
                format("Weights of %s, %s x %s", name, kernel.height(), kernel.width()));
    }
}
