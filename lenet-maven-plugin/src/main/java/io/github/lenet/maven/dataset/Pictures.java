package io.github.lenet.maven.dataset;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.picture.ImageSize;
import io.github.lenet.store.PictureOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a POM says about pictures. */
public final class Pictures {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})(?:\\s*x\\s*(\\d{1,4}))?");

    private Pictures() {}

    /**
     * Reads how a folder of pictures becomes a data set.
     *
     * @param imageSize pixels a side, or {@code height x width}
     * @param imageColour name of what of the colours of a picture is kept
     * @param imagePreparation name of what is done to each picture, or null for the usual one of that colour
     * @param testFraction share of each class for the test
     * @return the options
     * @throws InvalidParameterException if one of them is wrong
     */
    public static PictureOptions options(
            String imageSize, String imageColour, @Nullable String imagePreparation, double testFraction) {
        var size = size(imageSize);
        // Negated, so that NaN fails as well.
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new InvalidParameterException("testFraction", testFraction, "must be greater than 0 and less than 1");
        }
        var colour = colour(imageColour);
        var preparation = imagePreparation == null ? ImagePreparation.usual(colour) : preparation(imagePreparation);
        requireFitting(preparation, colour);
        return new PictureOptions(colour, size.height(), size.width(), preparation, testFraction);
    }

    /**
     * Reads the size of images.
     *
     * @param imageSize pixels a side, or {@code height x width}
     * @return the size
     * @throws InvalidParameterException if it is none, or too large
     */
    public static ImageSize size(String imageSize) {
        var size = SIZE.matcher(imageSize.strip());
        var height = size.matches() ? Integer.parseInt(size.group(1)) : 0;
        var width = size.matches() && size.group(2) != null ? Integer.parseInt(size.group(2)) : height;
        if (Math.min(height, width) < 1 || Math.max(height, width) > PictureOptions.LARGEST_IMAGE) {
            throw new InvalidParameterException(
                    "imageSize",
                    imageSize,
                    "must be pixels a side, such as 28, or height x width, such as 32x48, of 1 to "
                            + PictureOptions.LARGEST_IMAGE);
        }
        return new ImageSize(height, width);
    }

    private static ImageColour colour(String name) {
        return new Choice<>("imageColour", List.of(ImageColour.values()), ImageColour::toString).named(name);
    }

    /**
     * The preparation with a name.
     *
     * @param name {@code centre} or {@code resize}
     * @return the preparation
     * @throws InvalidParameterException if there is none
     */
    public static ImagePreparation preparation(String name) {
        return new Choice<>("imagePreparation", List.of(ImagePreparation.values()), ImagePreparation::toString)
                .named(name);
    }

    /**
     * Refuses a preparation that gives no images of a colour.
     *
     * @param preparation the preparation
     * @param colour the colour of the images
     * @throws InvalidParameterException if it loses the colours
     */
    public static void requireFitting(ImagePreparation preparation, ImageColour colour) {
        if (preparation == ImagePreparation.CENTRE && colour == ImageColour.RGB) {
            throw new InvalidParameterException(
                    "imagePreparation",
                    preparation,
                    "makes grey digits of pictures that are to keep their colours; leave it out, or take resize");
        }
    }
}
