package io.github.lenet.dataset;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a copy of a data set that is harder to read, to measure how robust a model is. The steps are taken in the order
 * of the components; a step at its neutral value is left out. Equal seeds give equal bytes on every machine, and the
 * chance in one step does not depend on the others.
 *
 * @param shift pixels to move every image, in one of eight directions that chance decides; 0, for none, to 255, and
 *     less than the sides of an image
 * @param rotation degrees to turn every image around its middle, in the direction that chance decides; 0, for none, to
 *     180
 * @param noise standard deviation of the normal noise in every pixel, where 1 is full ink; 0, for none, to 1
 * @param contrast factor that stretches the distance of every pixel from the mean of its image; 0 to 10, 1 for none
 * @param occlusion side of a square of background that hides a part of every image, in pixels; 0, for none, to 255, and
 *     less than the sides of an image
 * @param seed decides everything that is left to chance
 */
public record Transformation(int shift, double rotation, double noise, double contrast, int occlusion, long seed) {

    private static final int HIGHEST_CONTRAST = 10;
    private static final int MOST_PIXELS = 255;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range; the message names it
     */
    public Transformation {
        requireInRange("shift", shift, MOST_PIXELS);
        requireInRange("rotation", rotation, 180);
        requireInRange("noise", noise, 1);
        requireInRange("contrast", contrast, HIGHEST_CONTRAST);
        requireInRange("occlusion", occlusion, MOST_PIXELS);
    }

    /**
     * Transforms every image.
     *
     * @param dataset the images
     * @return images of the same size, labels and classes; the name of the split says what was done, such as
     *     {@code test, shifted by 2}
     * @throws IllegalArgumentException if {@code shift} moves, or {@code occlusion} hides, the whole of an image
     */
    public Dataset apply(Dataset dataset) {
        var shortest = Math.min(dataset.height(), dataset.width());
        requireSmaller("shift", shift, shortest);
        requireSmaller("occlusion", occlusion, shortest);
        // In this order, each with random numbers of its own, so that noise leaves the direction of the shift as it
        // was.
        var steps = List.of(
                new Distortion.Shift(shift),
                new Distortion.Rotation(rotation),
                new Distortion.Noise(noise),
                new Distortion.Contrast(contrast),
                new Distortion.Occlusion(occlusion));
        var randoms = IntStream.range(0, steps.size())
                .mapToObj(step -> new SeededRandom(seed + step))
                .toList();
        var pixels = new byte[dataset.pixels().length];
        var labels = new byte[dataset.size()];
        var imageSize = dataset.imageSize();
        for (var image = 0; image < dataset.size(); image++) {
            var ink = ink(dataset, image, imageSize);
            for (var step = 0; step < steps.size(); step++) {
                if (!steps.get(step).isNeutral()) {
                    ink = steps.get(step).apply(ink, dataset.height(), dataset.width(), randoms.get(step));
                }
            }
            for (var pixel = 0; pixel < imageSize; pixel++) {
                pixels[dataset.pixelOffset(image) + pixel] =
                        (byte) Math.round(255 * Math.max(0, Math.min(1, ink[pixel])));
            }
            labels[image] = (byte) dataset.label(image);
        }
        var description = steps.stream()
                .filter(step -> !step.isNeutral())
                .map(step -> ", " + step.describe())
                .collect(Collectors.joining());
        return new Dataset(
                dataset.name(),
                dataset.split() + description,
                dataset.channels(),
                dataset.height(),
                dataset.width(),
                pixels,
                labels,
                dataset.classNames());
    }

    private static double[] ink(Dataset dataset, int image, int imageSize) {
        var ink = new double[imageSize];
        for (var pixel = 0; pixel < imageSize; pixel++) {
            ink[pixel] = Byte.toUnsignedInt(dataset.pixels()[dataset.pixelOffset(image) + pixel]) / 255.0;
        }
        return ink;
    }

    private static void requireInRange(String name, Number value, int highest) {
        // Negated, so that NaN fails as well.
        if (!(value.doubleValue() >= 0 && value.doubleValue() <= highest)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be from 0 to " + highest);
        }
    }

    private static void requireSmaller(String name, int value, int pixels) {
        if (value >= pixels) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be below the " + pixels + " pixels of an image");
        }
    }
}
