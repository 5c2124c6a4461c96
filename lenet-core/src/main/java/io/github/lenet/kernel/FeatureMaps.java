package io.github.lenet.kernel;

/**
 * What goes from one layer to the next, twice: image by image, and with the images side by side.
 *
 * @param images {@code [image][(channel, row, column)]}
 * @param planes {@code [channel][(row, column, image)]}, dense even when there are fewer images than there is room for
 */
record FeatureMaps(float[][] images, float[][] planes) {

  FeatureMaps(int lanes, int channels, int positions) {
    this(new float[lanes][channels * positions], new float[channels][positions * lanes]);
  }

  /** Copies the planes to the first images. */
  void separate(int count) {
    int positions = images[0].length / planes.length;
    for (int channel = 0; channel < planes.length; channel++) {
      for (int image = 0; image < count; image++) {
        copy(planes[channel], image, count, images[image], channel * positions, 1, positions);
      }
    }
  }

  /** Copies the first images to the planes. */
  void interleave(int count) {
    int positions = images[0].length / planes.length;
    for (int channel = 0; channel < planes.length; channel++) {
      for (int image = 0; image < count; image++) {
        copy(images[image], channel * positions, 1, planes[channel], image, count, positions);
      }
    }
  }

  /** Copies values that lie {@code fromStep} apart to places that lie {@code toStep} apart. */
  static void copy(float[] source, int from, int fromStep, float[] target, int to, int toStep, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i * toStep] = source[from + i * fromStep];
    }
  }
}
