package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;

/**
 * Where an image is moved to.
 *
 * @param rows pixels downwards, may be negative
 * @param columns pixels to the right, may be negative
 */
record Shift(int rows, int columns) {

  /** Pixels at most, along each axis. */
  private static final int REACH = 1;

  /**
   * The shift of one image in one epoch, whatever the order of the images and whoever asks.
   *
   * @param epochSeed differs from epoch to epoch
   * @param image index of the image
   * @return one of nine, each equally likely
   */
  static Shift of(long epochSeed, int image) {
    var random = new SeededRandom(epochSeed ^ image);
    return new Shift(random.nextInt(2 * REACH + 1) - REACH, random.nextInt(2 * REACH + 1) - REACH);
  }
}
