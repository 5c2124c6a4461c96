package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * The gradient of a convolution, as products with a sparse matrix.
 *
 * <p>An output at row y and column x adds its gradient times the inputs below the kernel to the gradient of the
 * kernel. Those inputs are part of a band: as many whole input rows, of every channel, as a kernel is high. So for
 * each column x the bands are combined, as long rows and without the gradients that are zero, into a sum from which
 * the gradient of the kernel is cut at x. A one behind each band gives the gradient of the bias. The gradient of the
 * input is the same the other way round: the kernels, placed at column x of an empty band, are combined for each row
 * y.
 */
final class BandGradient {

  private final Convolution convolution;
  private final int squareSize;
  private final int squareRows;
  private final int squareColumns;
  private final int lanes;
  private final int height;
  private final int width;
  /** The input with its padding, {@code [image][(channel, row, column)]}. */
  private final float[][] padded;
  /** {@code [(place in the square, row of squares, image)]}; those of places on the right begin so much later. */
  private final float[][] bands;
  private final float[] bandSum;
  private final float[] filterGradient;
  private float biasGradient;
  private final Selection selection;
  /** {@code [(filter, column)]}: the kernels of a filter at a column of an empty band. */
  private final float[][] kernelBands;
  /** {@code [(row, image)]}: the kernel bands to combine. */
  private final Selection[] kernelSelections;
  /** For each band: the kernel selection of its row and image. */
  private final int[] rows;
  /** For each band: how many columns later it begins. */
  private final int[] shifts;

  BandGradient(Convolution convolution, int squareSize, int lanes) {
    this.convolution = convolution;
    this.squareSize = squareSize;
    this.lanes = lanes;
    squareRows = convolution.outputHeight() / squareSize;
    squareColumns = convolution.outputWidth() / squareSize;
    height = convolution.height() + 2 * convolution.padding();
    width = convolution.width() + 2 * convolution.padding();
    padded = new float[lanes][convolution.channels() * height * width];
    bandSum = new float[convolution.channels() * convolution.kernelSize() * width + 1];
    bands = new float[squareSize * squareSize * squareRows * lanes][bandSum.length];
    for (float[] band : bands) {
      band[band.length - 1] = 1;
    }
    filterGradient = new float[convolution.weightsPerFilter()];
    selection = new Selection(bands.length);
    kernelBands = new float[convolution.filters() * squareColumns * squareSize][bandSum.length];
    kernelSelections = new Selection[squareRows * squareSize * lanes];
    Arrays.setAll(kernelSelections, i -> new Selection(kernelBands.length));
    rows = new int[bands.length];
    shifts = new int[bands.length];
    for (int i = 0; i < bands.length; i++) {
      int place = i / lanes / squareRows;
      rows[i] = (i / lanes % squareRows * squareSize + place / squareSize) * lanes + i % lanes;
      shifts[i] = place % squareSize;
    }
  }

  /** Cuts the input of these images, {@code [image][(channel, row, column)]}, into bands. */
  void load(float[][] input, int images) {
    for (int image = 0; image < images; image++) {
      cut(convolution.padding() == 0 ? input[image] : pad(input[image], padded[image]), image);
    }
    for (Selection kernelSelection : kernelSelections) {
      kernelSelection.clear();
    }
  }

  private float[] pad(float[] image, float[] target) {
    Arrays.fill(target, 0);
    for (int row = 0; row < convolution.channels() * convolution.height(); row++) {
      System.arraycopy(image, row * convolution.width(), target, inner(row), convolution.width());
    }
    return target;
  }

  private void cut(float[] image, int lane) {
    int bandRows = convolution.kernelSize() * width;
    for (int place = 0; place < squareSize * squareSize; place++) {
      int shift = place % squareSize;
      for (int squareRow = 0; squareRow < squareRows; squareRow++) {
        float[] band = bands[(place * squareRows + squareRow) * lanes + lane];
        int row = squareRow * squareSize + place / squareSize;
        for (int channel = 0; channel < convolution.channels(); channel++) {
          System.arraycopy(image, (channel * height + row) * width + shift, band, channel * bandRows, bandRows - shift);
        }
      }
    }
  }

  void startColumn() {
    selection.clear();
  }

  /** Takes the gradients of one square of all images. */
  void add(int squareRow, float[] gradients, float[] places, int start, int images) {
    selection.addFromBlocks(squareRow * lanes, gradients, start, images, places, squareRows * lanes);
  }

  /** Adds what a column of squares contributes to the kernel of a filter. */
  void finishColumn(int filter, int squareColumn, boolean remember) {
    Arrays.fill(bandSum, 0);
    selection.addTo(bandSum, bandSum.length, bands);
    int size = convolution.kernelSize();
    for (int kernelRow = 0; kernelRow < convolution.channels() * size; kernelRow++) {
      int from = kernelRow * width + squareColumn * squareSize;
      int to = kernelRow * size;
      for (int i = 0; i < size; i++) {
        filterGradient[to + i] += bandSum[from + i];
      }
    }
    biasGradient += bandSum[bandSum.length - 1];
    if (remember) {
      remember(filter, squareColumn);
    }
  }

  private void remember(int filter, int squareColumn) {
    int firstColumn = (filter * squareColumns + squareColumn) * squareSize;
    for (int i = 0; i < selection.count(); i++) {
      int band = selection.row(i);
      kernelSelections[rows[band]].add(firstColumn + shifts[band], selection.factor(i));
    }
  }

  /** Adds the gradient of a filter to the flat gradient, and is ready for the next filter. */
  void storeFilter(int filter, float[] gradient, int offset) {
    gradient[offset + filter] += biasGradient;
    int start = offset + convolution.filters() + filter * filterGradient.length;
    for (int tap = 0; tap < filterGradient.length; tap++) {
      gradient[start + tap] += filterGradient[tap];
    }
    Arrays.fill(filterGradient, 0);
    biasGradient = 0;
  }

  /** Computes the gradient of the input from all that was remembered. */
  void computeInputGradient(float[] parameters, int offset, FeatureMaps inputGradient, int images) {
    placeKernels(parameters, offset + convolution.filters());
    for (int image = 0; image < images; image++) {
      if (convolution.padding() == 0) {
        addKernels(image, inputGradient.images()[image]);
      } else {
        addKernels(image, padded[image]);
        removePadding(padded[image], inputGradient.images()[image]);
      }
    }
    inputGradient.interleave(images);
  }

  private void addKernels(int image, float[] sum) {
    int length = bandSum.length - 1;
    int bandRows = convolution.kernelSize() * width;
    Arrays.fill(sum, 0);
    for (int row = 0; row < squareRows * squareSize; row++) {
      Arrays.fill(bandSum, 0);
      kernelSelections[row * lanes + image].addTo(bandSum, length, kernelBands);
      for (int channel = 0; channel < convolution.channels(); channel++) {
        add(bandSum, channel * bandRows, sum, (channel * height + row) * width, bandRows);
      }
    }
  }

  private void removePadding(float[] source, float[] image) {
    for (int row = 0; row < convolution.channels() * convolution.height(); row++) {
      System.arraycopy(source, inner(row), image, row * convolution.width(), convolution.width());
    }
  }

  private void placeKernels(float[] parameters, int weights) {
    int size = convolution.kernelSize();
    int columns = squareColumns * squareSize;
    for (int filter = 0; filter < convolution.filters(); filter++) {
      float[] first = kernelBands[filter * columns];
      int from = weights + filter * convolution.weightsPerFilter();
      for (int kernelRow = 0; kernelRow < convolution.channels() * size; kernelRow++) {
        System.arraycopy(parameters, from + kernelRow * size, first, kernelRow * width, size);
      }
      for (int column = 1; column < columns; column++) {
        System.arraycopy(first, 0, kernelBands[filter * columns + column], column, first.length - column);
      }
    }
  }

  /** Where a row of a channel begins among the padded ones. */
  private int inner(int row) {
    int channel = row / convolution.height();
    int paddedRow = channel * height + row % convolution.height() + convolution.padding();
    return paddedRow * width + convolution.padding();
  }

  private static void add(float[] values, int from, float[] sum, int to, int length) {
    for (int i = 0; i < length; i++) {
      sum[to + i] += values[from + i];
    }
  }
}
