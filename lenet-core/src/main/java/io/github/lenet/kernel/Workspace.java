package io.github.lenet.kernel;

import java.util.ArrayList;
import java.util.List;

/** A network at work: the memory that one thread needs to compute up to {@code lanes} images side by side. */
final class Workspace {

  /** How many images are computed side by side, at most. */
  static final int LANES = 16;

  private final float[][] images;
  /** The images side by side, the input of the first convolution; null if there is none. */
  private final float[][] planes;
  private final List<ConvolutionPass> convolutions = new ArrayList<>();
  private final float[][] features;
  private final float[][] featureGradients;
  private final List<DensePass> denses = new ArrayList<>();
  private final double[] exponentials;

  Workspace(Network network, int lanes, boolean training) {
    images = new float[lanes][network.inputSize()];
    exponentials = new double[network.outputSize()];
    List<Layer> layers = network.layers();
    planes = layers.get(0) instanceof Convolution first
        ? new float[first.channels()][first.height() * first.width() * lanes] : null;
    int offset = 0;
    int layer = 0;
    for (; layers.get(layer) instanceof Convolution convolution; layer++) {
      Pooling pooling = layers.get(layer + 1) instanceof Pooling next ? next : null;
      convolutions.add(convolutionPass(convolution, pooling, offset, lanes, training));
      offset += convolution.parameterCount();
      layer += pooling == null ? 0 : 1;
    }
    features = convolutions.isEmpty() ? images : new float[lanes][layers.get(layer).inputSize()];
    featureGradients = convolutions.isEmpty() || !training ? null : new float[lanes][layers.get(layer).inputSize()];
    for (; layer < layers.size(); layer++) {
      denses.add(densePass((Dense) layers.get(layer), layer, offset, training));
      offset += layers.get(layer).parameterCount();
    }
  }

  private ConvolutionPass convolutionPass(Convolution convolution, Pooling pooling, int offset, int lanes, boolean training) {
    if (convolutions.isEmpty()) {
      return new ConvolutionPass(convolution, pooling, offset, lanes, planes, null, training);
    }
    ConvolutionPass previous = last(convolutions);
    return new ConvolutionPass(convolution, pooling, offset, lanes, previous.output(), previous.outputGradient(), training);
  }

  private DensePass densePass(Dense dense, int layer, int offset, boolean training) {
    if (denses.isEmpty()) {
      return new DensePass(dense, layer, offset, features, featureGradients, training);
    }
    DensePass previous = last(denses);
    return new DensePass(dense, layer, offset, previous.output(), previous.outputGradient(), training);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  /** The place for the values of an image, to be filled before {@link #forward}. */
  float[] image(int index) {
    return images[index];
  }

  /** Computes the logits of the first images. */
  void forward(Weights weights, int count) {
    if (planes != null) {
      Interleaving.interleave(images, planes, count);
    }
    for (int i = 0; i < convolutions.size(); i++) {
      convolutions.get(i).forward(weights.parameters(), count);
    }
    if (planes != null) {
      Interleaving.separate(last(convolutions).output(), features, count);
    }
    for (int i = 0; i < denses.size(); i++) {
      denses.get(i).forward(weights, count);
    }
  }

  /**
   * Turns the logits of an image into probabilities.
   *
   * @return the logarithm of the sum of the exponentials of the logits
   */
  double softmax(int image) {
    return Softmax.apply(outputs(image), exponentials);
  }

  /** The logits of an image after {@link #forward}, its probabilities after {@link #softmax}. */
  float[] outputs(int image) {
    return last(denses).output()[image];
  }

  /** The gradient of the loss by the logits of an image, to be filled before {@link #backward}. */
  float[] outputGradient(int image) {
    return last(denses).outputGradient()[image];
  }

  /** Forgets the gradient that {@link #backward} has collected. */
  void clearGradient() {
    denses.forEach(DensePass::clearGradient);
  }

  /** Adds the gradient of the first images: that of the convolutions to the flat array, that of the dense layers to a store. */
  void backward(Weights weights, int count, float[] gradient) {
    for (int i = denses.size() - 1; i >= 0; i--) {
      denses.get(i).backward(weights, count);
    }
    if (planes != null) {
      Interleaving.interleave(featureGradients, last(convolutions).outputGradient(), count);
    }
    for (int i = convolutions.size() - 1; i >= 0; i--) {
      convolutions.get(i).backward(weights.parameters(), count, gradient);
    }
  }

  /** Copies the store to the flat array. */
  void storeGradient(float[] gradient) {
    for (DensePass dense : denses) {
      dense.storeGradient(gradient);
    }
  }
}
