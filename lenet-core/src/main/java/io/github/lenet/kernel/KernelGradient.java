package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * The gradient of the kernels of a convolution, filter by filter.
 *
 * <p>An output at row y and column x adds its gradient times the inputs below the kernel. Those inputs are part of a band: as
 * many whole input rows, of every channel, as a kernel is high. So for each column x the bands are combined into a sum of their own, as
 * long rows and without the gradients that are zero; the kernel's gradient is then cut out of that sum at x. A one behind each band
 * gives the gradient of the bias.
 */
final class KernelGradient {

  private final Convolution convolution;
  private final int lanes;
  private final int width;
  private final float[][] separated;
  private final float[][] bands;
  private final float[] bandSum;
  private final float[] filterGradient;
  private final Selection selection;
  private float biasGradient;

  KernelGradient(Convolution convolution, int lanes) {
    this.convolution = convolution;
    this.lanes = lanes;
    width = convolution.width() + 2 * convolution.padding();
    int height = convolution.height() + 2 * convolution.padding();
    separated = new float[lanes][convolution.channels() * height * width];
    bandSum = new float[convolution.channels() * convolution.kernelSize() * width + 1];
    bands = new float[convolution.outputHeight() * lanes][bandSum.length];
    filterGradient = new float[convolution.weightsPerFilter()];
    selection = new Selection(bands.length);
  }

  /** Cuts the input of these images into bands. */
  void load(PaddedPlanes planes, int images) {
    planes.separate(separated);
    int bandRows = convolution.kernelSize() * width;
    for (int row = 0; row < convolution.outputHeight(); row++) {
      for (int image = 0; image < images; image++) {
        float[] band = bands[row * lanes + image];
        for (int channel = 0; channel < convolution.channels(); channel++) {
          System.arraycopy(separated[image], (channel * planes.height() + row) * width, band, channel * bandRows, bandRows);
        }
        band[bandSum.length - 1] = 1;
      }
    }
  }

  void startColumn() {
    selection.clear();
  }

  /** Takes the gradients of the outputs of all images in one row of the column. */
  void add(int row, float[] gradients, int start, int images) {
    selection.addAll(row * lanes, gradients, start, images);
  }

  /** Adds what the column contributes to the kernel. */
  void finishColumn(int column) {
    Arrays.fill(bandSum, 0);
    selection.addTo(bandSum, bandSum.length, bands);
    int size = convolution.kernelSize();
    for (int tap = 0; tap < filterGradient.length; tap++) {
      filterGradient[tap] += bandSum[tap / size * width + column + tap % size];
    }
    biasGradient += bandSum[bandSum.length - 1];
  }

  /** Adds the gradient of a filter to the flat gradient, and is ready for the next filter. */
  void store(int filter, float[] gradient, int offset) {
    gradient[offset + filter] += biasGradient;
    int start = offset + convolution.filters() + filter * filterGradient.length;
    for (int tap = 0; tap < filterGradient.length; tap++) {
      gradient[start + tap] += filterGradient[tap];
    }
    Arrays.fill(filterGradient, 0);
    biasGradient = 0;
  }
}
