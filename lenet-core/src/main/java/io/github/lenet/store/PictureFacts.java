package io.github.lenet.store;

import io.github.lenet.json.Json;
import io.github.lenet.picture.ImageColour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Beside IDX files that were made from pictures: how.
 *
 * @param imagePreparation what was done to each picture
 * @param options what else was chosen, by the name of the parameter
 */
record PictureFacts(String imagePreparation, Map<String, String> options) {

    private static final String FILE = "lenet-pictures.json";

    static PictureFacts of(PictureOptions options, boolean hasTestSet) {
        var others = new TreeMap<String, String>();
        var isSquare = options.height() == options.width();
        others.put("imageSize", isSquare ? "" + options.height() : options.height() + "x" + options.width());
        // Only where it is not what it always was, so that models of before stay as they are.
        if (options.colour() != ImageColour.GREY) {
            others.put("imageColour", options.colour().toString());
        }
        if (!hasTestSet) {
            others.put("testFraction", Double.toString(options.testFraction()));
        }
        return new PictureFacts(options.preparation().toString(), others);
    }

    /** Those of a folder, unless its files were made from something else. */
    static Optional<PictureFacts> in(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        return Files.exists(file) ? Optional.of(Json.read(file, PictureFacts.class)) : Optional.empty();
    }

    void write(Path directory) throws IOException {
        Json.write(directory.resolve(FILE), this);
    }
}
