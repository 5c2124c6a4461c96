package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * The gradient of a convolution, as products with a sparse matrix.
 *
 * <p>An output at row y and column x adds its gradient times the inputs below the kernel to the gradient of the
 * kernel. Those inputs are part of a band: as many whole input columns, of every channel, as a kernel is wide. So for
 * each row y the bands are combined, as long rows and without the gradients that are zero, into a sum from which the
 * gradient of the kernel is cut at y. A one behind each band gives the gradient of the bias. The gradient of the input
 * is the same the other way round: the kernels, placed at row y of an empty band, are combined for each column x.
 *
 * <p>Padded images and bands have the order (column, channel, row), so that a band is one piece of an image; kernels
 * have it here, too.
 */
final class BandGradient {

  private final Convolution convolution;
  private final int squareSize;
  private final int squareRows;
  private final int squareColumns;
  private final int lanes;
  private final int height;
  private final int columnLength;
  private final int bandLength;
  private int images;
  private final float[] padded;
  /** {@code [(place in the square, column of squares, image)]}; those of lower places begin so many rows later. */
  private final float[][] bands;
  private final float[] bandSum;
  /** For each weight, in the order (channel, row, column): its place in the order (column, channel, row). */
  private final int[] weightPlaces;
  private final float[] filterGradient;
  private float biasGradient;
  private final Selection selection;
  /** {@code [(filter, row)]}: the kernels of a filter at a row of an empty band. */
  private final float[][] kernelBands;
  /** {@code [(column, image)]}: the kernel bands to combine. */
  private final Selection[] kernelSelections;
  /** For each band: the kernel selection of its column and image. */
  private final Selection[] bandSelections;
  /** For each band: how many rows later it begins. */
  private final int[] shifts;

  BandGradient(Convolution convolution, int squareSize, int lanes) {
    this.convolution = convolution;
    this.squareSize = squareSize;
    this.lanes = lanes;
    squareRows = convolution.outputHeight() / squareSize;
    squareColumns = convolution.outputWidth() / squareSize;
    height = convolution.height() + 2 * convolution.padding();
    columnLength = convolution.channels() * height;
    bandLength = convolution.kernelSize() * columnLength;
    padded = new float[(convolution.width() + 2 * convolution.padding()) * columnLength];
    int bandCount = squareSize * squareSize * squareColumns * lanes;
    int kernelBandCount = convolution.filters() * squareRows * squareSize;
    float[][] rows = Rows.allocate(bandCount + kernelBandCount + 1, bandLength + 1);
    bands = Arrays.copyOf(rows, bandCount);
    kernelBands = Arrays.copyOfRange(rows, bandCount, bandCount + kernelBandCount);
    bandSum = rows[bandCount + kernelBandCount];
    for (float[] band : bands) {
      band[bandLength] = 1;
    }
    weightPlaces = new int[convolution.weightsPerFilter()];
    Arrays.setAll(weightPlaces, this::weightPlace);
    filterGradient = new float[weightPlaces.length];
    selection = new Selection(bandCount);
    kernelSelections = new Selection[squareColumns * squareSize * lanes];
    Arrays.setAll(kernelSelections, i -> new Selection(kernelBandCount));
    bandSelections = new Selection[bandCount];
    shifts = new int[bandCount];
  }

  private int weightPlace(int weight) {
    int size = convolution.kernelSize();
    int channel = weight / (size * size);
    return (weight % size * convolution.channels() + channel) * size + weight / size % size;
  }

  /** Cuts the input of these images, {@code [channel][(row, column, image)]}, into bands. */
  void load(float[][] input, int images) {
    if (this.images != images) {
      this.images = images;
      numberBands();
    }
    for (int image = 0; image < images; image++) {
      pad(input, image);
      cut(image);
    }
    for (Selection kernelSelection : kernelSelections) {
      kernelSelection.clear();
    }
  }

  private void numberBands() {
    for (int band = 0; band < squareSize * squareSize * squareColumns * images; band++) {
      int place = band / images / squareColumns;
      int column = band / images % squareColumns * squareSize + place % squareSize;
      bandSelections[band] = kernelSelections[column * lanes + band % images];
      shifts[band] = place / squareSize;
    }
  }

  private void pad(float[][] planes, int image) {
    Arrays.fill(padded, 0);
    for (int channel = 0; channel < convolution.channels(); channel++) {
      for (int column = 0; column < convolution.width(); column++) {
        FeatureMaps.copy(planes[channel], column * images + image, convolution.width() * images,
            padded, inner(channel, column), 1, convolution.height());
      }
    }
  }

  private void cut(int image) {
    for (int place = 0; place < squareSize * squareSize; place++) {
      int shift = place / squareSize;
      for (int squareColumn = 0; squareColumn < squareColumns; squareColumn++) {
        int column = squareColumn * squareSize + place % squareSize;
        float[] band = bands[(place * squareColumns + squareColumn) * images + image];
        System.arraycopy(padded, column * columnLength + shift, band, 0, bandLength - shift);
      }
    }
  }

  /**
   * Takes the gradients of one place of each square of a row of squares.
   *
   * @param gradients {@code [(row, column, image)]} of squares
   * @param places the place of each in its square
   */
  void add(int squareRow, float[] gradients, float[] places) {
    int length = squareColumns * images;
    selection.addFromBlocks(gradients, squareRow * length, length, places);
  }

  /** Adds what was taken to the gradient of the kernel of a filter. */
  void finishRow(int filter, int squareRow, boolean remember) {
    Arrays.fill(bandSum, 0);
    selection.addTo(bandSum, bandLength + 1, bands);
    int size = convolution.kernelSize();
    for (int i = 0; i < size * convolution.channels(); i++) {
      int from = i * height + squareRow * squareSize;
      for (int kernelRow = 0; kernelRow < size; kernelRow++) {
        filterGradient[i * size + kernelRow] += bandSum[from + kernelRow];
      }
    }
    biasGradient += bandSum[bandLength];
    if (remember) {
      remember((filter * squareRows + squareRow) * squareSize);
    }
    selection.clear();
  }

  private void remember(int firstKernelBand) {
    for (int i = 0; i < selection.count(); i++) {
      int band = selection.row(i);
      bandSelections[band].add(firstKernelBand + shifts[band], selection.factor(i));
    }
  }

  /** Adds the gradient of a filter to the flat gradient, and is ready for the next filter. */
  void storeFilter(int filter, float[] gradient, int offset) {
    gradient[offset + filter] += biasGradient;
    int start = offset + convolution.filters() + filter * filterGradient.length;
    for (int weight = 0; weight < filterGradient.length; weight++) {
      gradient[start + weight] += filterGradient[weightPlaces[weight]];
    }
    Arrays.fill(filterGradient, 0);
    biasGradient = 0;
  }

  /** Computes the gradient of the input, {@code [channel][(row, column, image)]}, from all that was remembered. */
  void computeInputGradient(float[] parameters, int offset, float[][] inputGradient) {
    placeKernels(parameters, offset + convolution.filters());
    for (int image = 0; image < images; image++) {
      addKernels(image);
      for (int channel = 0; channel < convolution.channels(); channel++) {
        for (int column = 0; column < convolution.width(); column++) {
          FeatureMaps.copy(padded, inner(channel, column), 1,
              inputGradient[channel], column * images + image, convolution.width() * images, convolution.height());
        }
      }
    }
  }

  private void placeKernels(float[] parameters, int weights) {
    int size = convolution.kernelSize();
    int rows = squareRows * squareSize;
    for (int filter = 0; filter < convolution.filters(); filter++) {
      float[] first = kernelBands[filter * rows];
      int from = weights + filter * weightPlaces.length;
      for (int weight = 0; weight < weightPlaces.length; weight++) {
        int place = weightPlaces[weight];
        first[place / size * height + place % size] = parameters[from + weight];
      }
      for (int row = 1; row < rows; row++) {
        System.arraycopy(first, 0, kernelBands[filter * rows + row], row, bandLength - row);
      }
    }
  }

  private void addKernels(int image) {
    Arrays.fill(padded, 0);
    for (int column = 0; column < squareColumns * squareSize; column++) {
      System.arraycopy(padded, column * columnLength, bandSum, 0, bandLength);
      kernelSelections[column * lanes + image].addTo(bandSum, bandLength, kernelBands);
      System.arraycopy(bandSum, 0, padded, column * columnLength, bandLength);
    }
  }

  /** Where a column of a channel begins in a padded image. */
  private int inner(int channel, int column) {
    int padding = convolution.padding();
    return (column + padding) * columnLength + channel * height + padding;
  }
}
