package io.github.lenet.answer;

import java.util.List;

/**
 * What images are called in a file about them. Each has its index, from 0, and may have other names.
 *
 * @param images which images
 * @param ids id of each image in the file of predictions, in the order of the images; empty if they have none
 * @param files path of the picture that each was made from, in the same order; empty if they were made from none
 * @param otherFiles paths of the pictures in the other parts of the data set, which are none of these images
 */
public record ImageNames(DatasetSummary images, List<String> ids, List<String> files, List<String> otherFiles) {

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there are names, but not one for each image
     */
    public ImageNames {
        ids = List.copyOf(ids);
        files = List.copyOf(files);
        otherFiles = List.copyOf(otherFiles);
        for (var names : List.of(ids, files)) {
            if (!names.isEmpty() && names.size() != images.images()) {
                throw new IllegalArgumentException(names.size() + " names for " + images.describe());
            }
        }
    }

    /**
     * Names of images that were made from no pictures.
     *
     * @param images which images
     * @param ids id of each image in the file of predictions, in the order of the images; empty if they have none
     */
    public ImageNames(DatasetSummary images, List<String> ids) {
        this(images, ids, List.of(), List.of());
    }
}
