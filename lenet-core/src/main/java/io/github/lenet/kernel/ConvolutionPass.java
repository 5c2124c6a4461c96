package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * A convolution and the pooling behind it at work on up to {@code lanes} images.
 *
 * <p>Planes come in and go out as {@code [channel][(row, column, image)]}. The outputs of the convolution are
 * computed in tiles of whole rows of pooling squares. Within a tile they are ordered {@code (place in the square,
 * row, column of squares, image)}, so that pooling combines a few long arrays.
 */
final class ConvolutionPass {

  /** Values of a tile, about: three rows of it and two sums fit into a first-level cache of 32 KiB. */
  private static final int TILE = 1024;

  private final Convolution convolution;
  private final int offset;
  private final int squareRows;
  private final int squareColumns;
  private final int squareSize;
  private final int rowsPerTile;
  private final float[][] input;
  private final float[][] inputGradient;
  private final PaddedPlanes planes;
  private final float[][] shifted;
  private final float[][] sums;
  private final PoolingPass pooling;
  private final BandGradient bands;

  /**
   * Takes memory.
   *
   * @param pooling the pooling behind it; null if there is none
   * @param offset where the parameters of this layer begin
   * @param input where the previous layer leaves its output
   * @param inputGradient where the previous layer expects its gradient; null if nobody does
   * @param lanes the largest number of images
   * @param training whether there will be gradients
   */
  ConvolutionPass(Convolution convolution, Pooling pooling, int offset, float[][] input, float[][] inputGradient,
      int lanes, boolean training) {
    this.convolution = convolution;
    this.offset = offset;
    this.input = input;
    this.inputGradient = inputGradient;
    squareSize = pooling == null ? 1 : pooling.size();
    squareRows = convolution.outputHeight() / squareSize;
    squareColumns = convolution.outputWidth() / squareSize;
    int squaresPerRow = squareColumns * lanes;
    rowsPerTile = Math.min(squareRows, Math.max(1, TILE / (squareSize * squareSize * squaresPerRow)));
    int tileSquares = rowsPerTile * squaresPerRow;
    planes = new PaddedPlanes(convolution, squareSize, lanes);
    float[][] rows = Rows.allocate(Rows.GROUP + convolution.filters(), squareSize * squareSize * tileSquares);
    shifted = Arrays.copyOf(rows, Rows.GROUP);
    sums = Arrays.copyOfRange(rows, Rows.GROUP, rows.length);
    this.pooling = new PoolingPass(pooling, convolution.activation(), convolution.filters(), squareRows * squareColumns,
        lanes, tileSquares, training);
    bands = training ? new BandGradient(convolution, squareSize, lanes) : null;
  }

  float[][] output() {
    return pooling.output();
  }

  float[][] outputGradient() {
    return pooling.outputGradient();
  }

  void forward(float[] parameters, int images) {
    planes.load(input, images);
    for (int row = 0; row < squareRows; row += rowsPerTile) {
      int rows = Math.min(rowsPerTile, squareRows - row);
      int squares = rows * squareColumns * images;
      convolve(parameters, row, rows, squareSize * squareSize * squares);
      for (int filter = 0; filter < convolution.filters(); filter++) {
        pooling.forward(sums[filter], squares, filter, row * squareColumns * images);
      }
    }
  }

  private void convolve(float[] parameters, int row, int rows, int length) {
    int taps = convolution.weightsPerFilter();
    for (int filter = 0; filter < convolution.filters(); filter++) {
      Arrays.fill(sums[filter], 0, length, parameters[offset + filter]);
    }
    for (int tap = 0; tap < taps; tap += Rows.GROUP) {
      int count = Math.min(Rows.GROUP, taps - tap);
      for (int i = 0; i < count; i++) {
        planes.read(tap + i, row, rows, shifted[i]);
      }
      Rows.add(sums, length, shifted, count, parameters, offset + convolution.filters() + tap, taps);
    }
  }

  /** Adds to this layer's gradient, and computes the gradient of its input. */
  void backward(float[] parameters, int images, float[] gradient) {
    pooling.backward(squareRows * squareColumns * images);
    bands.load(input, images);
    for (int filter = 0; filter < convolution.filters(); filter++) {
      for (int row = 0; row < squareRows; row++) {
        for (int part = 0; part < pooling.parts(); part++) {
          bands.add(row, pooling.partGradient(part, filter), pooling.partPlace(part, filter));
        }
        bands.finishRow(filter, row, inputGradient != null);
      }
      bands.storeFilter(filter, gradient, offset);
    }
    if (inputGradient != null) {
      bands.computeInputGradient(parameters, offset, inputGradient);
    }
  }
}
