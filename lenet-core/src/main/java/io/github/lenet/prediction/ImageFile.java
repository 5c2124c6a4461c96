package io.github.lenet.prediction;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.picture.ImagePreparation;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The images of one file, ready for a network.
 *
 * @param file the file
 * @param isIdx whether it is an IDX file, which may hold many images, and not a picture
 * @param imageSize pixels of an image
 * @param pixels image after image, row after row, unsigned bytes, 0 (background) to 255 (ink)
 */
record ImageFile(Path file, boolean isIdx, int imageSize, byte[] pixels) {

    /**
     * Reads a picture, which is prepared, or an IDX file, whose images are taken as they are.
     *
     * @param file the file
     * @param height rows of pixels that the network takes
     * @param width columns of pixels that the network takes
     * @param preparation what to do to a picture
     * @return its images, all of that size
     * @throws IOException if the file cannot be read, is none of these, or is an IDX file with images of another size
     */
    static ImageFile read(Path file, int height, int width, ImagePreparation preparation) throws IOException {
        requireReadable(file);
        if (!IdxReader.isIdx(file)) {
            return new ImageFile(file, false, height * width, preparation.read(file, height, width));
        }
        var images = DatasetReader.readImages(file);
        if (images.dimensions().get(1) != height || images.dimensions().get(2) != width) {
            throw new IOException(format(
                    "%s holds images of %d x %d pixels, but the model classifies images of %d x %d",
                    file, images.dimensions().get(1), images.dimensions().get(2), height, width));
        }
        return new ImageFile(file, true, height * width, images.bytes());
    }

    int images() {
        return pixels.length / imageSize;
    }

    byte[] image(int index) {
        return Arrays.copyOfRange(pixels, index * imageSize, (index + 1) * imageSize);
    }

    /** The name of an image: the path of its file within a folder, or the whole path of one that lies elsewhere. */
    String name(int index, Path base) {
        var name = file.startsWith(base)
                ? base.relativize(file).toString().replace(File.separatorChar, '/')
                : file.toString();
        return isIdx ? name + "#" + index : name;
    }

    /** Refuses a file before it is opened, with the plainest reason. */
    private static void requireReadable(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }
}
