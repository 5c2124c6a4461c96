package io.github.lenet.exploration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How bright the pixels of many images are.
 *
 * @param mean mean of all pixels, from 0 (background) to 1 (ink)
 * @param standardDeviation of all pixels, on the same scale; like the mean not a number if there are no pixels
 * @param histogram how many pixels have each of the 256 values
 */
public record PixelStatistics(double mean, double standardDeviation, List<Long> histogram) {

    private static final int VALUES = 256;

    static PixelStatistics of(byte[] pixels) {
        var counts = new long[VALUES];
        for (var pixel : pixels) {
            counts[Byte.toUnsignedInt(pixel)]++;
        }
        // From whole numbers, so that no order of additions can change the result.
        var sum = IntStream.range(0, VALUES)
                .mapToLong(value -> value * counts[value])
                .sum();
        var squares = IntStream.range(0, VALUES)
                .mapToLong(value -> (long) value * value * counts[value])
                .sum();
        var mean = (double) sum / pixels.length;
        var variance = (double) squares / pixels.length - mean * mean;
        return new PixelStatistics(
                mean / (VALUES - 1),
                Math.sqrt(Math.max(0, variance)) / (VALUES - 1),
                Arrays.stream(counts).boxed().toList());
    }
}
