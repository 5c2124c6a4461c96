package io.github.lenet.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file says of images beside their class, such as who wrote them: a CSV as in RFC 4180, in UTF-8, with or
 * without a byte order mark. Its first column says which image a row is about: {@code index}, counted from 0,
 * {@code id}, that of the file of predictions, or {@code file}, the path of the picture that the image was made from.
 * Each further column is a property, and the images with the same value of it are a slice. An image without a row
 * belongs to no slice.
 *
 * <p>Commons CSV reads it, as {@link PredictionsFile}.
 *
 * @param name name of the file, the same on every machine
 * @param sha256 digest of the file, 64 hexadecimal digits
 * @param withoutRow images that it has no row for
 * @param properties the columns but the first, at least one
 */
public record SlicesFile(String name, String sha256, int withoutRow, List<Property> properties) {

    /** Keeps a copy of the list. */
    public SlicesFile {
        properties = List.copyOf(properties);
    }

    /**
     * A property of images.
     *
     * @param name name of the column
     * @param values the different values, at least one
     * @param valueOf for each image the index of its value, or -1 if it has no row
     */
    public record Property(String name, List<String> values, int[] valueOf) {

        /** Keeps a copy of the list. */
        public Property {
            values = List.copyOf(values);
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param name what reports call it, the same on every machine
     * @param images the images that it is about
     * @return what it says
     * @throws EvaluationException if something in it is wrong; the message names the line
     * @throws IOException if it cannot be read
     */
    public static SlicesFile read(Path file, String name, ImageNames images) throws IOException {
        return SlicesReader.read(file, name, images);
    }
}
