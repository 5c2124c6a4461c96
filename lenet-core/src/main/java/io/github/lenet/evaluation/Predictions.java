package io.github.lenet.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model answered to each image of a data set, beside the truth. Every metric is computed from this, and two
 * models that answered the same images can be compared image by image.
 */
public final class Predictions {

  /** Answer of a model that gave no probabilities, because its arithmetic ended in NaN. It is wrong for every class. */
  public static final int NO_ANSWER = -1;

  private final List<String> classNames;
  private final int[] labels;
  private final float[] probabilities;

  /**
   * Takes the answers. The arrays are copied.
   *
   * @param classNames names of the classes, in the order of their labels
   * @param labels true class of each image, from 0 to {@code classNames.size() - 1}
   * @param probabilities probability of each class, 0 to 1, image after image:
   *     {@code labels.length * classNames.size()}
   * @throws IllegalArgumentException if the lengths disagree or a label is out of range
   */
  public Predictions(List<String> classNames, int[] labels, float[] probabilities) {
    if (probabilities.length != (long) labels.length * classNames.size()) {
      throw new IllegalArgumentException(
          "%s probabilities for %s images of %s classes"
              .formatted(probabilities.length, labels.length, classNames.size()));
    }
    for (int label : labels) {
      if (label < 0 || label >= classNames.size()) {
        throw new IllegalArgumentException("label " + label + " among " + classNames.size() + " classes");
      }
    }
    this.classNames = List.copyOf(classNames);
    this.labels = labels.clone();
    this.probabilities = probabilities.clone();
  }

  /**
   * Names of the classes.
   *
   * @return an unmodifiable list, in the order of the labels
   */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * Number of images.
   *
   * @return 0 or more
   */
  public int images() {
    return labels.length;
  }

  /**
   * The true class of an image.
   *
   * @param image index of the image
   * @return its label
   */
  public int label(int image) {
    return labels[image];
  }

  /**
   * The probability that the model gave to a class.
   *
   * @param image index of the image
   * @param label index of the class
   * @return 0 to 1, or NaN if the model is broken
   */
  public float probability(int image, int label) {
    return probabilities[image * classNames.size() + label];
  }

  /**
   * The class with the highest probability; among equals the one with the lowest index.
   *
   * @param image index of the image
   * @return its index, or {@link #NO_ANSWER} if a probability of the image is NaN
   */
  public int answer(int image) {
    int best = 0;
    for (int label = 0; label < classNames.size(); label++) {
      float probability = probability(image, label);
      if (Float.isNaN(probability)) {
        return NO_ANSWER;
      }
      if (probability > probability(image, best)) {
        best = label;
      }
    }
    return best;
  }

  /**
   * Images without an answer.
   *
   * @return how many; more than 0 only if the model is broken
   */
  public int unanswered() {
    return (int) IntStream.range(0, images()).filter(image -> answer(image) == NO_ANSWER).count();
  }

  /**
   * Whether the answer to an image is its true class.
   *
   * @param image index of the image
   * @return true if it is
   */
  public boolean isCorrect(int image) {
    return answer(image) == labels[image];
  }
}
