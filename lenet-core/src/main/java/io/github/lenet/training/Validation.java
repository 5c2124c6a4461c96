package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.kernel.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Measures parameters on held-out images with the arithmetic that will classify later. */
final class Validation {

  /** A fixed number of parts, summed in order: the sum of the losses is then the same for any number of threads. */
  private static final int PARTS = 16;

  private final Network network;
  private final Dataset dataset;
  private final ExecutorService executor;

  /**
   * Prepares the measurement.
   *
   * @param network the arithmetic
   * @param dataset the held-out images
   * @param executor the threads to use
   */
  Validation(Network network, Dataset dataset, ExecutorService executor) {
    this.network = network;
    this.dataset = dataset;
    this.executor = executor;
  }

  /**
   * Classifies every image.
   *
   * @param parameters the parameters to measure
   * @return the score of all images together
   */
  Score measure(float[] parameters) {
    List<Callable<Score>> parts = new ArrayList<>();
    for (var part = 0; part < PARTS; part++) {
      var from = (int) ((long) dataset.size() * part / PARTS);
      var to = (int) ((long) dataset.size() * (part + 1) / PARTS);
      parts.add(() -> measure(parameters, from, to));
    }
    try {
      var total = Score.NONE;
      for (var part : executor.invokeAll(parts)) {
        total = total.plus(part.get());
      }
      return total;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the validation was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the validation failed", e.getCause());
    }
  }

  private Score measure(float[] parameters, int from, int to) {
    var probabilities = new float[(to - from) * network.outputSize()];
    var first = dataset.pixelOffset(from);
    network.newInference(parameters).probabilities(dataset.pixels(), first, to - from, probabilities);
    var loss = 0.0;
    var correct = 0;
    for (var image = from; image < to; image++) {
      var offset = (image - from) * network.outputSize();
      var label = dataset.label(image);
      // Softmax in floats underflows to 0, whose logarithm would hide how wrong the other images are.
      loss -= StrictMath.log(Math.max(probabilities[offset + label], Float.MIN_NORMAL));
      if (largest(probabilities, offset) == label) {
        correct++;
      }
    }
    return new Score(to - from, loss, correct);
  }

  private int largest(float[] probabilities, int offset) {
    var largest = 0;
    for (var label = 1; label < network.outputSize(); label++) {
      if (probabilities[offset + label] > probabilities[offset + largest]) {
        largest = label;
      }
    }
    return largest;
  }
}
