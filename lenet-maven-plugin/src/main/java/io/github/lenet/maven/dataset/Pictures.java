package io.github.lenet.maven.dataset;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.store.PictureOptions;
import java.util.List;
import java.util.regex.Pattern;

/** What a POM says about pictures. */
public final class Pictures {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})(?:\\s*x\\s*(\\d{1,4}))?");

    private Pictures() {}

    /**
     * Reads how a folder of pictures becomes a data set.
     *
     * @param imageSize pixels a side, or {@code height x width}
     * @param imagePreparation name of what is done to each picture
     * @param testFraction share of each class for the test
     * @return the options
     * @throws InvalidParameterException if one of them is wrong
     */
    public static PictureOptions options(String imageSize, String imagePreparation, double testFraction) {
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
        // Negated, so that NaN fails as well.
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new InvalidParameterException("testFraction", testFraction, "must be greater than 0 and less than 1");
        }
        return new PictureOptions(height, width, preparation(imagePreparation), testFraction);
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
}
