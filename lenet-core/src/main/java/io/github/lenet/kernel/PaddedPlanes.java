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

  /** Copies the first images, {@code [channel][(row, column, image)]}, to the inner part. */
  void load(float[][] source, int images) {
    if (this.images != images) {
      clear();
    }
    this.images = images;
    for (int channel = 0; channel < planes.length; channel++) {
      for (int row = 0; row < convolution.height(); row++) {
        loadRow(source[channel], row * convolution.width(), planes[channel], row + convolution.padding());
      }
    }
  }

  private void loadRow(float[] source, int start, float[] plane, int row) {
    for (int first = 0; first < Math.min(squareSize, convolution.width()); first++) {
      int to = index(row, first + convolution.padding());
      int count = (convolution.width() - first + squareSize - 1) / squareSize;
      FeatureMaps.gather(source, (start + first) * images, squareSize * images, plane, to, count, images);
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
    int step = squareSize * columns * images;
    for (int place = 0; place < squareSize * squareSize; place++) {
      FeatureMaps.gather(plane, start(tap, place, firstRow), step, target, place * rows * run, rows, run);
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
