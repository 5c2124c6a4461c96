package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.model.Classifier;
import io.github.lenet.network.Convolution;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A kernel of the first layer as a picture.
 *
 * @param name such as {@code filter 1}
 * @param image the weights as a data URI, white for the largest amount in this layer, black for its negative
 * @param description the picture in words
 */
record FilterPicture(String name, String image, String description) {

    private static final float GREY = 127.5f;

    /** Every kernel of the first layer; none if that is no convolution. */
    static List<FilterPicture> of(Classifier classifier) {
        if (!(classifier.layers().get(0) instanceof Convolution layer)) {
            return List.of();
        }
        var parameters = classifier.parameters();
        int weights = layer.kernelSize() * layer.kernelSize();
        int begin = layer.filters();
        int end = layer.parameterCount();
        double strongest = IntStream.range(begin, end)
                .mapToDouble(i -> Math.abs(parameters[i]))
                .max()
                .orElse(0);
        return IntStream.range(0, layer.filters())
                .mapToObj(filter -> of(
                        filter, layer.kernelSize(), parameters, begin + filter * layer.channels() * weights, strongest))
                .toList();
    }

    private static FilterPicture of(int filter, int size, float[] parameters, int offset, double strongest) {
        var pixels = new byte[size * size];
        for (int i = 0; i < pixels.length; i++) {
            double share = strongest == 0 ? 0 : parameters[offset + i] / strongest;
            pixels[i] = (byte) Math.round(GREY + GREY * share);
        }
        var name = "filter " + (filter + 1);
        return new FilterPicture(
                name, GreyPng.dataUri(size, size, pixels, 0), "Weights of " + name + format(", %s x %s", size, size));
    }
}
