package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * The input planes of a convolution with their padding, from which it reads them shifted by each tap of its kernels.
 *
 * <p>Columns are kept apart by their remainder modulo the size of the pooling squares,
 * {@code [channel][(column % size, row, column / size, image)]}: the values at one place of neighbouring squares then
 * follow each other, and reading is copying runs.
 */
final class PaddedPlanes {

  private final Convolution convolution;
  private final int squareSize;
  private final int squareColumns;
  private final int height;
  private final int width;
  private final int columns;
  private final float[][] planes;
  private int images;

  PaddedPlanes(Convolution convolution, int squareSize, int lanes) {
    this.convolution = convolution;
    this.squareSize = squareSize;
    squareColumns = convolution.outputWidth() / squareSize;
    height = convolution.height() + 2 * convolution.padding();
    width = convolution.width() + 2 * convolution.padding();
    columns = (width + squareSize - 1) / squareSize;
    planes = new float[convolution.channels()][squareSize * height * columns * lanes];
  }

  /** Copies the first images, {@code [image][(channel, row, column)]}, to the inner part. */
  void load(float[][] source, int images) {
    if (this.images != images) {
      clear();
    }
    this.images = images;
    for (int image = 0; image < images; image++) {
      for (int channel = 0, from = 0; channel < planes.length; channel++) {
        for (int row = 0; row < convolution.height(); row++, from += convolution.width()) {
          loadRow(source[image], from, planes[channel], row + convolution.padding(), image);
        }
      }
    }
  }

  private void loadRow(float[] image, int from, float[] plane, int row, int lane) {
    for (int first = 0; first < Math.min(squareSize, convolution.width()); first++) {
      int to = index(row, first + convolution.padding()) + lane;
      int count = (convolution.width() - first + squareSize - 1) / squareSize;
      FeatureMaps.copy(image, from + first, squareSize, plane, to, images, count);
    }
  }

  /** Restores the padding, which lies elsewhere for another number of images. */
  private void clear() {
    for (float[] plane : planes) {
      Arrays.fill(plane, 0);
    }
  }

  /** Reads the inputs that a tap multiplies for some rows of squares, in the order of the outputs. */
  void read(int tap, int firstRow, int rows, float[] target) {
    int run = squareColumns * images;
    float[] plane = planes[channel(tap)];
    for (int place = 0, to = 0; place < squareSize * squareSize; place++) {
      for (int row = firstRow; row < firstRow + rows; row++, to += run) {
        System.arraycopy(plane, start(tap, place, row), target, to, run);
      }
    }
  }

  private int channel(int tap) {
    return tap / (convolution.kernelSize() * convolution.kernelSize());
  }

  private int start(int tap, int place, int squareRow) {
    int kernelRow = tap / convolution.kernelSize() % convolution.kernelSize();
    int kernelColumn = tap % convolution.kernelSize();
    return index(squareRow * squareSize + place / squareSize + kernelRow, place % squareSize + kernelColumn);
  }

  private int index(int row, int column) {
    return ((column % squareSize * height + row) * columns + column / squareSize) * images;
  }
}
