package io.github.lenet.kernel;

/** Between images one by one, {@code [image][(channel, position)]}, and side by side, {@code [channel][(position, image)]}. */
final class Interleaving {

  private Interleaving() {}

  static void interleave(float[][] separate, float[][] planes, int images) {
    int positions = separate[0].length / planes.length;
    for (int channel = 0; channel < planes.length; channel++) {
      for (int image = 0; image < images; image++) {
        scatter(separate[image], channel * positions, positions, planes[channel], image, images);
      }
    }
  }

  static void separate(float[][] planes, float[][] separate, int images) {
    int positions = separate[0].length / planes.length;
    for (int channel = 0; channel < planes.length; channel++) {
      for (int image = 0; image < images; image++) {
        gather(planes[channel], image, images, separate[image], channel * positions, positions);
      }
    }
  }

  private static void scatter(float[] image, int from, int positions, float[] plane, int to, int stride) {
    for (int i = 0; i < positions; i++) {
      plane[to + i * stride] = image[from + i];
    }
  }

  private static void gather(float[] plane, int from, int stride, float[] image, int to, int positions) {
    for (int i = 0; i < positions; i++) {
      image[to + i] = plane[from + i * stride];
    }
  }
}
