package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * A convolution and the pooling behind it at work on up to {@code lanes} images.
 *
 * <p>Planes come in and go out as {@code [channel][(row, column, image)]}. The outputs of the convolution are computed in
 * tiles of whole rows of pooling squares. Within a tile they are ordered {@code (place in the square, row, column of squares,
 * image)}, so that pooling combines a few long arrays.
 */
final class ConvolutionPass {

  /** Values of a tile, about: eight rows of it fit into a first-level cache of 32 KiB. */
  private static final int TILE = 1024;
  private static final int GROUP = 8;

  private final Convolution convolution;
  private final int offset;
  private final PaddedPlanes planes;
  private final PoolingPass pooling;
  private final float[][] input;
  private final float[][] inputGradient;
  private final float[][] output;
  private final float[][] outputGradient;
  private final int squareRows;
  private final int squareColumns;
  private final int squareSize;
  private final int rowsPerTile;
  /** {@code [tile][filter][value]}, before the activation for maximum pooling, after it for average pooling. */
  private final float[][][] values;
  private final float[][][] valueGradients;
  private final float[][] shifted;
  private final float[] factors;
  private final KernelGradient kernelGradient;
  private final PaddedPlanes planeGradients;

  /**
   * Takes memory.
   *
   * @param pooling the pooling behind it; null if there is none
   * @param offset where the parameters of this layer begin
   * @param lanes the largest number of images
   * @param input where the previous layer leaves its output
   * @param inputGradient where the previous layer expects its gradient; null if nobody does
   * @param training whether there will be gradients
   */
  ConvolutionPass(Convolution convolution, Pooling pooling, int offset, int lanes, float[][] input, float[][] inputGradient,
      boolean training) {
    this.convolution = convolution;
    this.offset = offset;
    this.input = input;
    this.inputGradient = inputGradient;
    squareSize = pooling == null ? 1 : pooling.size();
    squareRows = convolution.outputHeight() / squareSize;
    squareColumns = convolution.outputWidth() / squareSize;
    int valuesPerRow = squareSize * squareSize * squareColumns * lanes;
    rowsPerTile = Math.min(squareRows, Math.max(1, TILE / valuesPerRow));
    int tiles = (squareRows + rowsPerTile - 1) / rowsPerTile;
    int tileLength = rowsPerTile * valuesPerRow;
    planes = new PaddedPlanes(convolution, squareSize, lanes);
    this.pooling = new PoolingPass(pooling, convolution.activation(), tileLength / (squareSize * squareSize));
    output = new float[convolution.filters()][squareRows * squareColumns * lanes];
    values = new float[tiles][convolution.filters()][tileLength];
    shifted = new float[GROUP][tileLength];
    factors = new float[convolution.filters()];
    outputGradient = training ? new float[convolution.filters()][squareRows * squareColumns * lanes] : null;
    valueGradients = training ? new float[tiles][convolution.filters()][tileLength] : null;
    kernelGradient = training ? new KernelGradient(convolution, lanes) : null;
    planeGradients = inputGradient == null ? null : new PaddedPlanes(convolution, squareSize, lanes);
  }

  float[][] output() {
    return output;
  }

  float[][] outputGradient() {
    return outputGradient;
  }

  void forward(float[] parameters, int images) {
    planes.load(input, images);
    int taps = convolution.weightsPerFilter();
    for (int tile = 0; tile < values.length; tile++) {
      int length = tileLength(tile, images);
      for (int filter = 0; filter < convolution.filters(); filter++) {
        Arrays.fill(values[tile][filter], 0, length, parameters[offset + filter]);
      }
      for (int tap = 0; tap < taps; tap += GROUP) {
        int count = Math.min(GROUP, taps - tap);
        for (int i = 0; i < count; i++) {
          planes.read(tap + i, firstRow(tile), rows(tile), shifted[i]);
        }
        for (int filter = 0; filter < convolution.filters(); filter++) {
          Rows.add(values[tile][filter], length, shifted, parameters,
              offset + convolution.filters() + filter * taps + tap, count);
        }
      }
      for (int filter = 0; filter < convolution.filters(); filter++) {
        pooling.forward(values[tile][filter], length, output[filter], outputStart(tile, images));
      }
    }
  }

  /** Adds to this layer's gradient, and computes the gradient of its input. */
  void backward(float[] parameters, int images, float[] gradient) {
    for (int tile = 0; tile < values.length; tile++) {
      for (int filter = 0; filter < convolution.filters(); filter++) {
        pooling.backward(values[tile][filter], tileLength(tile, images), output[filter], outputGradient[filter],
            outputStart(tile, images), valueGradients[tile][filter]);
      }
    }
    addKernelGradient(images, gradient);
    if (inputGradient != null) {
      computeInputGradient(parameters, images);
    }
  }

  private void addKernelGradient(int images, float[] gradient) {
    kernelGradient.load(planes, images);
    for (int filter = 0; filter < convolution.filters(); filter++) {
      for (int column = 0; column < squareColumns * squareSize; column++) {
        kernelGradient.startColumn();
        for (int tile = 0; tile < values.length; tile++) {
          for (int row = 0; row < rows(tile) * squareSize; row++) {
            int place = row % squareSize * squareSize + column % squareSize;
            int start = ((place * rows(tile) + row / squareSize) * squareColumns + column / squareSize) * images;
            kernelGradient.add(firstRow(tile) * squareSize + row, valueGradients[tile][filter], start, images);
          }
        }
        kernelGradient.finishColumn(column);
      }
      kernelGradient.store(filter, gradient, offset);
    }
  }

  private void computeInputGradient(float[] parameters, int images) {
    int taps = convolution.weightsPerFilter();
    float[] sum = shifted[0];
    planeGradients.clear(images);
    for (int tap = 0; tap < taps; tap++) {
      for (int filter = 0; filter < convolution.filters(); filter++) {
        factors[filter] = parameters[offset + convolution.filters() + filter * taps + tap];
      }
      for (int tile = 0; tile < values.length; tile++) {
        planeGradients.read(tap, firstRow(tile), rows(tile), sum);
        Rows.add(sum, tileLength(tile, images), valueGradients[tile], factors, 0, convolution.filters());
        planeGradients.write(tap, firstRow(tile), rows(tile), sum);
      }
    }
    planeGradients.store(inputGradient, images);
  }

  private int firstRow(int tile) {
    return tile * rowsPerTile;
  }

  private int rows(int tile) {
    return Math.min(rowsPerTile, squareRows - firstRow(tile));
  }

  private int tileLength(int tile, int images) {
    return squareSize * squareSize * rows(tile) * squareColumns * images;
  }

  private int outputStart(int tile, int images) {
    return firstRow(tile) * squareColumns * images;
  }
}
