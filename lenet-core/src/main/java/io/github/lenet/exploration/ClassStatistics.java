package io.github.lenet.exploration;

import io.github.lenet.dataset.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The images of one class.
 *
 * @param label the class
 * @param images how many images it has
 * @param mean mean of each pixel, 0 (background) to 1 (ink), channel by channel, row by row; all 0 without images
 * @param variance population variance of each pixel, on that scale, so at most 0.25
 * @param samples indices of some images, evenly spread over the data set
 * @param typical the images that are nearest to the mean, the nearest first
 * @param atypical the images that are farthest from the mean, the farthest first
 */
public record ClassStatistics(
        int label,
        int images,
        float[] mean,
        float[] variance,
        List<Integer> samples,
        List<ImageDistance> typical,
        List<ImageDistance> atypical) {

    private static final float WHITE = 255;

    static ClassStatistics of(Dataset dataset, int label, int count) {
        var members = dataset.imagesOf(label);
        var sums = new long[dataset.imageSize()];
        var squares = new long[sums.length];
        for (var image : members) {
            for (var i = 0; i < sums.length; i++) {
                long pixel = Byte.toUnsignedInt(dataset.pixels()[dataset.pixelOffset(image) + i]);
                sums[i] += pixel;
                squares[i] += pixel * pixel;
            }
        }
        var mean = new float[sums.length];
        var variance = new float[sums.length];
        for (var i = 0; i < sums.length && members.length > 0; i++) {
            var average = (double) sums[i] / members.length;
            mean[i] = (float) (average / WHITE);
            var spread = (double) squares[i] / members.length - average * average;
            variance[i] = (float) (Math.max(0, spread) / (WHITE * WHITE));
        }
        var distances = IntStream.of(members)
                .mapToObj(image -> ImageDistance.of(dataset, image, mean))
                .sorted(Comparator.comparingDouble(ImageDistance::distance).thenComparing(ImageDistance::image))
                .toList();
        return new ClassStatistics(
                label,
                members.length,
                mean,
                variance,
                spread(members, count),
                List.copyOf(distances.subList(0, Math.min(count, distances.size()))),
                last(distances, count));
    }

    private static List<Integer> spread(int[] members, int count) {
        var chosen = Math.min(count, members.length);
        return IntStream.range(0, chosen)
                .mapToObj(i -> members[(int) ((long) members.length * i / chosen)])
                .toList();
    }

    private static List<ImageDistance> last(List<ImageDistance> distances, int count) {
        var last = new ArrayList<>(distances.subList(Math.max(0, distances.size() - count), distances.size()));
        Collections.reverse(last);
        return List.copyOf(last);
    }
}
