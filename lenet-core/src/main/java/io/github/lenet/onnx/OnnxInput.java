package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;
import java.math.BigDecimal;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How a network wants its images: a pixel from 0 to 1, less the mean, divided by the standard deviation.
 *
 * @param layout the order of the pixels
 * @param mean one number for all channels, or one for each
 * @param standardDeviation one number for all channels, or one for each; none is 0
 */
public record OnnxInput(OnnxLayout layout, List<Double> mean, List<Double> standardDeviation) {

    private static final float WHITE = 255;

    /** Keeps copies of the lists. */
    public OnnxInput {
        mean = List.copyOf(mean);
        standardDeviation = List.copyOf(standardDeviation);
    }

    /**
     * Reads what the user configured.
     *
     * @param layout name of the layout
     * @param mean numbers, separated by commas
     * @param standardDeviation numbers, separated by commas
     * @return the input
     * @throws InvalidParameterException if a value is wrong
     */
    public static OnnxInput of(String layout, String mean, String standardDeviation) {
        var deviations = numbers("onnxStandardDeviation", standardDeviation);
        if (deviations.stream().anyMatch(deviation -> deviation.floatValue() <= 0)) {
            throw new InvalidParameterException(
                    "onnxStandardDeviation", standardDeviation, "must be greater than 0, for each channel");
        }
        return new OnnxInput(OnnxLayout.named(layout), numbers("onnxMean", mean), deviations);
    }

    private static List<Double> numbers(String parameter, String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(number -> number(parameter, text, number))
                .toList();
    }

    private static double number(String parameter, String text, String number) {
        try {
            var value = new BigDecimal(number).doubleValue();
            if (Float.isFinite((float) value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The same message as for a number that is too large.
        }
        throw new InvalidParameterException(
                parameter, text, "must be a number such as 0.1307, or one for each channel, separated by commas");
    }

    /**
     * Refuses numbers that are not those of the channels.
     *
     * @param channels number of channels of the images
     * @throws InvalidParameterException if there is neither one number nor one for each channel
     */
    void requireFitting(int channels) {
        requireFitting("onnxMean", mean, channels);
        requireFitting("onnxStandardDeviation", standardDeviation, channels);
    }

    private static void requireFitting(String parameter, List<Double> numbers, int channels) {
        if (numbers.size() != 1 && numbers.size() != channels) {
            throw new InvalidParameterException(
                    parameter,
                    text(numbers),
                    format("has %d numbers, but the images have %d channels", numbers.size(), channels));
        }
    }

    private static String text(List<Double> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    /**
     * What was configured, in one way of writing it.
     *
     * @param output what the outputs are
     * @return the values by the names of their parameters
     */
    public Map<String, String> configuration(OnnxOutput output) {
        var values = new LinkedHashMap<String, String>();
        values.put("onnxLayout", layout.toString());
        values.put("onnxMean", text(mean));
        values.put("onnxStandardDeviation", text(standardDeviation));
        values.put("onnxOutput", output.toString());
        return values;
    }

    /**
     * The dimensions of a batch.
     *
     * @param images how many images
     * @param channels channels of an image
     * @param height rows of an image
     * @param width columns of an image
     * @return the four sizes, the slowest-changing first
     */
    public long[] shape(int images, int channels, int height, int width) {
        return LongStream.concat(
                        LongStream.of(images),
                        layout.sizes(channels, height, width).stream().mapToLong(Long::longValue))
                .toArray();
    }

    /**
     * Writes images as the network wants them.
     *
     * @param pixels images of bytes from 0 to 255: channels, rows, columns
     * @param from index of the first image
     * @param count how many images
     * @param channels channels of an image
     * @param size pixels of a channel
     * @param target gets the images, from its beginning on; its position stays
     */
    public void put(byte[] pixels, int from, int count, int channels, int size, FloatBuffer target) {
        for (var channel = 0; channel < channels; channel++) {
            var values = values(channel);
            for (var image = 0; image < count; image++) {
                var source = ((from + image) * channels + channel) * size;
                var begin = image * channels * size;
                for (var pixel = 0; pixel < size; pixel++) {
                    target.put(
                            begin + layout.index(channel, pixel, channels, size),
                            values[Byte.toUnsignedInt(pixels[source + pixel])]);
                }
            }
        }
    }

    /** What each byte of a channel becomes, rounded where PyTorch rounds. */
    private float[] values(int channel) {
        var shift = mean.get(Math.min(channel, mean.size() - 1)).floatValue();
        var scale = standardDeviation
                .get(Math.min(channel, standardDeviation.size() - 1))
                .floatValue();
        var values = new float[256];
        for (var value = 0; value < values.length; value++) {
            values[value] = (value / WHITE - shift) / scale;
        }
        return values;
    }
}
