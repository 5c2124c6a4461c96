package io.github.lenet.prediction;

import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.dataset.ImagePreparation;
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
 * @param pixels image after image, 28 x 28 unsigned bytes each, 0 (background) to 255 (ink)
 */
record ImageFile(Path file, boolean isIdx, byte[] pixels) {

  private static final int IMAGE_BYTES = 28 * 28;

  /** Reads a picture, which is prepared as MNIST's were, or an IDX file, whose images are taken as they are. */
  static ImageFile read(Path file) throws IOException {
    requireReadable(file);
    var isIdx = IdxReader.isIdx(file);
    return new ImageFile(file, isIdx, isIdx ? DatasetReader.readImages(file).bytes() : ImagePreparation.read(file));
  }

  int images() {
    return pixels.length / IMAGE_BYTES;
  }

  byte[] image(int index) {
    return Arrays.copyOfRange(pixels, index * IMAGE_BYTES, (index + 1) * IMAGE_BYTES);
  }

  String name(int index) {
    return isIdx ? file + "#" + index : file.toString();
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
