package io.github.lenet.exploration;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.DuplicateImages;
import io.github.lenet.dataset.RepeatedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of a data set. Counts, brightness and duplicates are of both parts; single images are picked from the
 * training part alone, because nobody should choose anything by a look at the test images.
 *
 * @param training what is known of the training part
 * @param test what is known of the test part
 * @param classes the classes of the training part, in the order of their labels
 * @param leaked indices of test images that also stand in the training part, byte for byte
 * @param repeated the images that stand more than once in both parts together, the leaks first
 */
public record Exploration(
        SplitStatistics training,
        SplitStatistics test,
        List<ClassStatistics> classes,
        List<Integer> leaked,
        List<RepeatedImage> repeated) {

    /**
     * Explores a data set.
     *
     * @param training the images that models learn from
     * @param test the images that models are measured on, of the same size and classes
     * @param imagesPerClass how many samples, typical and odd images to pick for each class, at least 1
     * @return the numbers; the same for the same images
     */
    public static Exploration of(Dataset training, Dataset test, int imagesPerClass) {
        var repeated = DuplicateImages.across(training, test);
        return new Exploration(
                SplitStatistics.of(training),
                SplitStatistics.of(test),
                IntStream.range(0, training.classNames().size())
                        .mapToObj(label -> ClassStatistics.of(training, label, imagesPerClass))
                        .toList(),
                repeated.stream()
                        .filter(RepeatedImage::isLeak)
                        .flatMap(image -> image.test().stream())
                        .sorted()
                        .toList(),
                repeated);
    }
}
