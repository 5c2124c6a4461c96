package io.github.lenet.exploration;

import io.github.lenet.dataset.Dataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images with the names of the pictures that they were made from.
 *
 * @param images the images
 * @param files the path of each picture in the user's folder; empty if they were made from none
 */
public record NamedImages(Dataset images, List<String> files) {

    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there are names, but not one for each image
     */
    public NamedImages {
        files = List.copyOf(files);
        if (!files.isEmpty() && files.size() != images.size()) {
            throw new IllegalArgumentException(files.size() + " names are not those of " + images.size() + " images");
        }
    }

    /**
     * The file of an image.
     *
     * @param image index of the image
     * @return its path in the user's folder, or null if it was made from no picture
     */
    public @Nullable String file(int image) {
        return files.isEmpty() ? null : files.get(image);
    }

    /**
     * What to call an image before people.
     *
     * @param image index of the image
     * @return its file, or {@code train image 5}
     */
    public String name(int image) {
        return files.isEmpty() ? images.split() + " image " + image : files.get(image);
    }

    /**
     * The class of an image.
     *
     * @param image index of the image
     * @return its name
     */
    public String label(int image) {
        return images.classNames().get(images.label(image));
    }
}
