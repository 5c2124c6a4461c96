package io.github.lenet.exploration;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.DuplicateImages;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of one part of a data set.
 *
 * @param split which part, for example {@code train}
 * @param images number of images
 * @param classCounts number of images of each class, in the order of the labels
 * @param pixels how bright the pixels are
 * @param duplicates groups of indices of images that are the same byte for byte
 * @param contradictions how many of these groups have more than one label
 */
public record SplitStatistics(
        String split,
        int images,
        List<Integer> classCounts,
        PixelStatistics pixels,
        List<List<Integer>> duplicates,
        int contradictions) {

    static SplitStatistics of(Dataset dataset) {
        var duplicates = DuplicateImages.within(dataset);
        return new SplitStatistics(
                dataset.split(),
                dataset.size(),
                IntStream.of(dataset.classCounts()).boxed().toList(),
                PixelStatistics.of(dataset.pixels()),
                duplicates,
                (int) duplicates.stream()
                        .filter(group -> isContradictory(dataset, group))
                        .count());
    }

    private static boolean isContradictory(Dataset dataset, List<Integer> group) {
        return group.stream().map(dataset::label).distinct().count() > 1;
    }

    /**
     * Images that could be left out without losing any.
     *
     * @return all images of the groups but one for each
     */
    public int repeatedImages() {
        return duplicates.stream().mapToInt(group -> group.size() - 1).sum();
    }
}
