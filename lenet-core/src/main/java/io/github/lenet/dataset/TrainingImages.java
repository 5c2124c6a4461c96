package io.github.lenet.dataset;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The images that a model has learnt from, known by short digests: {@code training-images.json} beside the archive. So
 * that later, when other images are there, anybody can tell whether a model is measured on what it has learnt; the
 * images cannot be made from it.
 *
 * @param schemaVersion version of this layout, {@link #SCHEMA_VERSION}
 * @param modelSha256 digest of the archive that this belongs to, in hexadecimal
 * @param images the first 48 bits of the SHA-256 of the size and the pixels of each image, in hexadecimal, sorted, each
 *     once
 */
public record TrainingImages(int schemaVersion, String modelSha256, List<String> images) {

    /** The layout that this version writes and reads. */
    public static final int SCHEMA_VERSION = 1;

    /** What the file is called. */
    public static final String FILE = "training-images.json";

    /** Among 60,000 images and 10,000 others, one in half a million runs takes an image for another. */
    private static final int DIGITS = 12;

    /**
     * Checks the version.
     *
     * @throws IllegalArgumentException if the layout is one that this version does not know
     */
    public TrainingImages {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion is " + schemaVersion + ", but must be " + SCHEMA_VERSION);
        }
        Objects.requireNonNull(modelSha256, "modelSha256 is missing");
        images = List.copyOf(Objects.requireNonNull(images, "images is missing"));
    }

    /**
     * Takes the digests.
     *
     * @param modelSha256 digest of the archive, in hexadecimal
     * @param dataset all images that the training had, those of a hold-out as well
     * @return the content of the file
     */
    public static TrainingImages of(String modelSha256, Dataset dataset) {
        return new TrainingImages(
                SCHEMA_VERSION,
                modelSha256,
                digests(dataset).sorted().distinct().toList());
    }

    /**
     * Looks for images that the model has learnt.
     *
     * @param dataset for example the images of a test
     * @return how many of them it has learnt, byte for byte
     */
    public int countLearnt(Dataset dataset) {
        var learnt = new HashSet<>(images);
        return (int) digests(dataset).filter(learnt::contains).count();
    }

    private static Stream<String> digests(Dataset dataset) {
        return IntStream.range(0, dataset.size()).parallel().mapToObj(image -> digest(dataset, image));
    }

    private static String digest(Dataset dataset, int image) {
        var digest = Sha256.begin();
        digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(dataset.height())
                .putInt(dataset.width())
                .flip());
        digest.update(dataset.pixels(), dataset.pixelOffset(image), dataset.imageSize());
        return Sha256.hex(digest).substring(0, DIGITS);
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file.
     *
     * @param file the file that {@link #write} wrote
     * @return its content
     * @throws IOException if the file is missing, or holds something else
     */
    public static TrainingImages read(Path file) throws IOException {
        return Json.read(file, TrainingImages.class);
    }
}
