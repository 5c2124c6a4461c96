package io.github.lenet.kernel;

import java.util.Arrays;

/**
 * Activation and pooling of one tile, and back.
 *
 * <p>An activation is monotone, so the maximum of the activations is the activation of the maximum: computed once a square.
 */
final class PoolingPass {

  private final Activation activation;
  private final boolean average;
  private final int places;
  private final float[] pooled;
  private final float[] outputs;
  private final float[] place;
  private final float[] part;
  private final float[] rest;

  /**
   * Takes memory.
   *
   * @param pooling null for none
   * @param length the largest number of squares in a tile
   */
  PoolingPass(Pooling pooling, Activation activation, int length) {
    this.activation = activation;
    average = pooling != null && pooling.kind() == Pooling.Kind.AVERAGE;
    places = pooling == null ? 1 : pooling.size() * pooling.size();
    pooled = new float[length];
    outputs = new float[length];
    place = new float[length];
    part = new float[length];
    rest = new float[length];
  }

  /**
   * Pools the values of a tile.
   *
   * @param values {@code [(place in the square, square)]}
   * @param length how many values
   * @param output where the squares go, from {@code start}
   */
  void forward(float[] values, int length, float[] output, int start) {
    int squares = length / places;
    if (average) {
      activation.apply(values, length);
      average(values, squares);
    } else {
      maximum(values, squares);
      activation.apply(pooled, squares);
    }
    System.arraycopy(pooled, 0, output, start, squares);
  }

  private void average(float[] values, int squares) {
    Arrays.fill(pooled, 0, squares, 0);
    for (int i = 0; i < places; i++) {
      System.arraycopy(values, i * squares, place, 0, squares);
      addMultiple(pooled, place, 1f / places, squares);
    }
  }

  private void maximum(float[] values, int squares) {
    System.arraycopy(values, 0, pooled, 0, squares);
    for (int i = 1; i < places; i++) {
      System.arraycopy(values, i * squares, place, 0, squares);
      keepLarger(pooled, place, squares);
    }
  }

  /**
   * Computes the gradient of the values of a tile.
   *
   * @param values as {@link #forward} left them
   * @param output the squares, from {@code start}
   * @param outputGradient their gradients, from {@code start}
   * @param gradient gradient of the values
   */
  void backward(float[] values, int length, float[] output, float[] outputGradient, int start, float[] gradient) {
    int squares = length / places;
    System.arraycopy(outputGradient, start, rest, 0, squares);
    if (average) {
      for (int i = 0; i < places; i++) {
        System.arraycopy(values, i * squares, place, 0, squares);
        Arrays.fill(part, 0, squares, 0);
        addMultiple(part, rest, 1f / places, squares);
        activation.differentiate(part, place, squares);
        System.arraycopy(part, 0, gradient, i * squares, squares);
      }
    } else {
      System.arraycopy(output, start, outputs, 0, squares);
      activation.differentiate(rest, outputs, squares);
      maximum(values, squares);
      for (int i = 0; i < places; i++) {
        System.arraycopy(values, i * squares, place, 0, squares);
        takeWhereReached(part, rest, place, pooled, squares);
        System.arraycopy(part, 0, gradient, i * squares, squares);
      }
    }
  }

  private static void addMultiple(float[] sum, float[] values, float factor, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += factor * values[i];
    }
  }

  private static void keepLarger(float[] largest, float[] values, int length) {
    for (int i = 0; i < length; i++) {
      largest[i] = Math.max(largest[i], values[i]);
    }
  }

  /** Moves the gradient of each square to the first place that reaches the maximum. */
  private static void takeWhereReached(float[] part, float[] rest, float[] values, float[] maximum, int length) {
    for (int i = 0; i < length; i++) {
      float taken = rest[i] * Indicator.reaches(values[i], maximum[i]);
      part[i] = taken;
      rest[i] -= taken;
    }
  }
}
