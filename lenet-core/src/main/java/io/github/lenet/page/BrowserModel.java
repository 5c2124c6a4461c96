package io.github.lenet.page;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.model.Classifier;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.text.Printable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model in the form that {@code classifier.js} computes with.
 *
 * @param channels 1 for grey images, 3 for red, green and blue
 * @param preparation what is done to a drawing before the model sees it: the name of an {@link ImagePreparation}
 * @param paper grey value of the pad to draw on: 0 for light ink on a dark ground, 255 for dark ink on a light one
 * @param layers what each {@link BrowserLayer} is
 * @param parameters those of all layers: base64 of little-endian floats
 */
record BrowserModel(
        int channels,
        int height,
        int width,
        List<String> classNames,
        String preparation,
        int paper,
        List<Map<String, Object>> layers,
        String parameters) {

    /** What a page of less than 3 MB has room for. */
    private static final int MOST_PARAMETERS = 400_000;

    private static final int WHITE = 255;

    /**
     * The model, or null if it has more parameters than a page should carry, or its pictures were prepared in a way
     * that this version does not know.
     *
     * @param images the images that it was measured on
     */
    static @Nullable BrowserModel of(Classifier classifier, Dataset images) {
        var description = classifier.description();
        var folded = FoldedNetwork.of(classifier.network(), classifier.parameters(), classifier.statistics());
        var preparation = ImagePreparation.recorded(
                description.dataset().imagePreparation(),
                ImageColour.of(description.image().channels()));
        return description.parameters() > MOST_PARAMETERS || preparation.isEmpty()
                ? null
                : new BrowserModel(
                        description.image().channels(),
                        description.height(),
                        description.width(),
                        description.classNames().stream()
                                .map(Printable::visible)
                                .toList(),
                        preparation.get().toString(),
                        preparation.get() == ImagePreparation.RESIZE && isOnLightGround(images) ? WHITE : 0,
                        BrowserLayer.of(folded.network()),
                        base64(folded.parameters()));
    }

    /** Whether most of what the borders of the images show is light: a whole picture keeps its paper. */
    private static boolean isOnLightGround(Dataset images) {
        var light = 0L;
        var all = 0L;
        var planeSize = images.height() * images.width();
        for (var plane = 0; plane < images.pixels().length; plane += planeSize) {
            for (var y = 0; y < images.height(); y++) {
                var edge = y == 0 || y == images.height() - 1;
                for (var x = 0; x < images.width(); x += edge ? 1 : Math.max(1, images.width() - 1)) {
                    var pixel = Byte.toUnsignedInt(images.pixels()[plane + y * images.width() + x]);
                    light += pixel > WHITE / 2 ? 1 : 0;
                    all++;
                }
            }
        }
        return 2 * light > all;
    }

    static String base64(float[] parameters) {
        var bytes = ByteBuffer.allocate(parameters.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(parameters);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
