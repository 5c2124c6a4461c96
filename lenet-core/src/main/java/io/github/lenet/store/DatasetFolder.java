package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of the user's with the four files under one of the spellings they go around in:
 * {@code train-images-idx3-ubyte} as published, {@code train-images.idx3-ubyte} as some unpacking programs rename it,
 * {@code train-images-idx4-ubyte} for images in colour, each also with {@code .gz}.
 *
 * @param directory the folder
 */
record DatasetFolder(Path directory) {

    /** Finds a file by its published name; of several spellings the first in the order above counts. */
    Optional<Path> find(String fileName) {
        return spellings(fileName)
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Every name that a file may have, by its published one. */
    static Stream<String> spellings(String fileName) {
        var dotted = fileName.replace("-idx", ".idx");
        // In colour, images have a fourth dimension.
        var coloured = fileName.replace("idx3", "idx4");
        // Its labels are rows of integers, which the reader takes as well.
        var qmnist = "qmnist-" + fileName.replace("t10k", "test").replace("idx1-ubyte", "idx2-int");
        return Stream.of(fileName, dotted, coloured, qmnist).distinct().flatMap(name -> Stream.of(name, name + ".gz"));
    }

    /** Finds a file, or says which spellings would have done. */
    Path require(String fileName) throws DatasetUnavailableException {
        return find(fileName)
                .orElseThrow(() -> new DatasetUnavailableException(format(
                        "%s holds no %s; a data set has the four files %s, each as it is or with .gz; pictures lie in"
                                + " a sub-folder for each class",
                        directory, fileName, String.join(", ", Split.fileNames()))));
    }
}
