package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Beside IDX files that were made from pictures: which picture each image was. Only who shows images reads it.
 *
 * @param train the paths in the user's folder, in the order of the training images
 * @param test the same of the test images
 */
record PictureNames(List<String> train, List<String> test) {

    private static final String FILE = "lenet-picture-names.json";

    /** Those of a folder, unless its files were made from something else. */
    static Optional<PictureNames> in(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, PictureNames.class)) : Optional.empty();
    }

    /**
     * Those of a split, if they are as many as its images: other images may have taken the place of those that had
     * names.
     */
    List<String> of(Split split, int images, Path directory) throws IOException {
        var names = split == Split.TRAIN ? train : test;
        if (names.size() != images) {
            throw new IOException(format(
                    "%s names %,d pictures of the split %s, which has %,d images; delete it, and the images are known by their numbers",
                    directory.resolve(FILE), names.size(), split.label(), images));
        }
        return names;
    }

    /** Those of the other split. */
    List<String> beside(Split split) {
        return split == Split.TRAIN ? test : train;
    }

    void write(Path directory) throws IOException {
        Json.write(directory.resolve(FILE), this);
    }
}
