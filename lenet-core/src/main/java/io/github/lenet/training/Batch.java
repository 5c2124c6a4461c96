package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import java.util.Arrays;

/**
 * The images of one step, as the arithmetic wants them: the only place where pixels are floats. Reused for every step.
 */
final class Batch {

  /** Every quotient once: 256 divisions instead of one a pixel. */
  private static final float[] INTENSITIES = new float[256];

  static {
    for (var pixel = 0; pixel < INTENSITIES.length; pixel++) {
      INTENSITIES[pixel] = pixel / 255f;
    }
  }

  private final int imageSize;
  private final float[] images;
  private final byte[] labels;
  private int size;

  /**
   * Makes room.
   *
   * @param capacity the most images that it holds
   * @param imageSize pixels of an image
   */
  Batch(int capacity, int imageSize) {
    this.imageSize = imageSize;
    this.images = new float[Math.multiplyExact(capacity, imageSize)];
    this.labels = new byte[capacity];
  }

  /**
   * Takes the next images, fewer than fit when the order ends before.
   *
   * @param dataset where the images are
   * @param order indices of the images in the order of this epoch
   * @param from the place in {@code order} to begin at
   */
  void fill(Dataset dataset, int[] order, int from) {
    size = Math.min(labels.length, order.length - from);
    var pixels = dataset.pixels();
    for (var i = 0; i < size; i++) {
      var image = order[from + i];
      labels[i] = (byte) dataset.label(image);
      var source = dataset.pixelOffset(image);
      var target = i * imageSize;
      for (var pixel = 0; pixel < imageSize; pixel++) {
        images[target + pixel] = INTENSITIES[pixels[source + pixel] & 0xFF];
      }
    }
  }

  /**
   * Takes the next images as {@link #fill} does, each moved by a {@link Shift} of its own.
   *
   * @param dataset where the images are
   * @param order indices of the images in the order of this epoch
   * @param from the place in {@code order} to begin at
   * @param epochSeed seed of this epoch's shifts
   */
  void fillShifted(Dataset dataset, int[] order, int from, long epochSeed) {
    size = Math.min(labels.length, order.length - from);
    Arrays.fill(images, 0);
    for (var i = 0; i < size; i++) {
      var image = order[from + i];
      labels[i] = (byte) dataset.label(image);
      copy(dataset, image, i * imageSize, Shift.of(epochSeed, image));
    }
  }

  /** Copies what stays inside the frame. */
  private void copy(Dataset dataset, int image, int target, Shift shift) {
    var pixels = dataset.pixels();
    var width = dataset.width();
    var firstColumn = Math.max(0, shift.columns());
    var lastColumn = width + Math.min(0, shift.columns());
    var lastRow = dataset.height() + Math.min(0, shift.rows());
    for (var row = Math.max(0, shift.rows()); row < lastRow; row++) {
      var source = dataset.pixelOffset(image) + (row - shift.rows()) * width - shift.columns();
      for (var column = firstColumn; column < lastColumn; column++) {
        images[target + row * width + column] = INTENSITIES[pixels[source + column] & 0xFF];
      }
    }
  }

  /**
   * The number of batches that hold each image of an epoch once.
   *
   * @param images images of the epoch
   * @return the full batches, and the smaller last one if there is one
   */
  int perEpoch(int images) {
    return (images + labels.length - 1) / labels.length;
  }

  /**
   * The pixels.
   *
   * @return 0 to 1, {@code [size][1][height][width]}; what follows belongs to an earlier batch
   */
  float[] images() {
    return images;
  }

  /**
   * The classes, unsigned.
   *
   * @return {@code [size]}; what follows belongs to an earlier batch
   */
  byte[] labels() {
    return labels;
  }

  /**
   * The number of images.
   *
   * @return at least 1, once it has been filled
   */
  int size() {
    return size;
  }

  /**
   * The number of images that fit.
   *
   * @return at least 1
   */
  int capacity() {
    return labels.length;
  }
}
