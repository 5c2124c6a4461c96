package io.github.lenet.prediction;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.network.Shape;
import io.github.lenet.picture.ImageColour;
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
 * @param imageSize values of an image, of all its channels
 * @param pixels image after image, channel after channel, row after row, unsigned bytes, 0 (background) to 255 (ink)
 */
record ImageFile(Path file, boolean isIdx, int imageSize, byte[] pixels) {

    /**
     * Reads a picture, which is prepared, or an IDX file, whose images are taken as they are.
     *
     * @param file the file
     * @param image the shape that the network takes
     * @param preparation what to do to a picture
     * @return its images, all of that shape
     * @throws IOException if the file cannot be read, is none of these, or is an IDX file with images of another shape
     */
    static ImageFile read(Path file, Shape image, ImagePreparation preparation) throws IOException {
        requireReadable(file);
        if (!IdxReader.isIdx(file)) {
            var colour = ImageColour.of(image.channels());
            return new ImageFile(
                    file, false, image.size(), preparation.read(file, colour, image.height(), image.width()));
        }
        var images = DatasetReader.readImages(file);
        var layout = images.layout();
        if (layout.height() != image.height() || layout.width() != image.width()) {
            throw new IOException(format(
                    "%s holds images of %d x %d pixels, but the model classifies images of %d x %d",
                    file, layout.height(), layout.width(), image.height(), image.width()));
        }
        if (layout.channels() != image.channels()) {
            throw new IOException(format(
                    "%s holds images %s, but the model classifies images %s; save them as pictures, which are converted",
                    file, colour(layout.channels()), colour(image.channels())));
        }
        return new ImageFile(file, true, image.size(), images.pixels());
    }

    private static String colour(int channels) {
        return channels == 1 ? "in grey" : "in colour";
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
