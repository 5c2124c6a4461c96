package io.github.lenet.evaluation;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.ModelDescription;

/** How good a model is on a data set, computed once from its answers. Immutable. */
public final class Evaluation {

  /** Level of the confidence interval that is shown beside an accuracy. */
  public static final double CONFIDENCE_LEVEL = 0.95;

  /**
   * Lowest probability that enters the loss: the smallest normal float, about 1.2e-38, which costs 87 nats. A softmax
   * in floats underflows to 0 below that, and the logarithm of 0 would hide how wrong the other images are.
   */
  private static final float LOWEST_PROBABILITY = Float.MIN_NORMAL;

  private final DatasetSummary dataset;
  private final ModelSummary model;
  private final Predictions predictions;
  private final ConfusionMatrix confusionMatrix;
  private final Proportion accuracy;
  private final double loss;

  /**
   * Asks a model for every image of a data set, and evaluates its answers.
   *
   * @param classifier the model
   * @param dataset the images, none of which the model was trained on
   * @return the evaluation
   * @throws EvaluationException if there is no image, or the images or classes are not those that the model knows
   */
  public static Evaluation of(Classifier classifier, Dataset dataset) throws EvaluationException {
    requireFitting(classifier.description(), dataset);
    int classes = dataset.classNames().size();
    var labels = new int[dataset.size()];
    var probabilities = new float[dataset.size() * classes];
    for (int image = 0; image < dataset.size(); image++) {
      labels[image] = dataset.label(image);
      var answer = classifier.probabilities(dataset.pixels(), dataset.pixelOffset(image));
      System.arraycopy(answer, 0, probabilities, image * classes, classes);
    }
    var description = classifier.description();
    return new Evaluation(
        new DatasetSummary(dataset.name(), dataset.split(), dataset.size()),
        new ModelSummary(classifier.sha256(), description.architecture(), description.parameters()),
        new Predictions(dataset.classNames(), labels, probabilities));
  }

  private static void requireFitting(ModelDescription model, Dataset dataset) throws EvaluationException {
    var images = dataset.name() + " " + dataset.split();
    if (model.height() != dataset.height() || model.width() != dataset.width()) {
      throw new EvaluationException(
          "the model classifies images of %s x %s pixels, but those of %s have %s x %s; measure it on other images"
              .formatted(model.height(), model.width(), images, dataset.height(), dataset.width()));
    }
    if (!model.classNames().equals(dataset.classNames())) {
      throw new EvaluationException(
          "the model was trained on %s and knows the classes %s, but those of %s are %s; train it on this data first"
              .formatted(model.dataset().name(), model.classNames(), images, dataset.classNames()));
    }
  }

  /**
   * Evaluates answers.
   *
   * @param dataset which images were asked
   * @param model which model answered
   * @param predictions its answers, in the order of the images
   * @throws EvaluationException if there is no image
   */
  public Evaluation(DatasetSummary dataset, ModelSummary model, Predictions predictions) throws EvaluationException {
    if (predictions.images() == 0) {
      throw new EvaluationException(
          dataset.name() + " " + dataset.split() + " holds no images, so there is nothing to measure a model on");
    }
    this.dataset = dataset;
    this.model = model;
    this.predictions = predictions;
    confusionMatrix = new ConfusionMatrix(predictions);
    accuracy = new Proportion(confusionMatrix.correct(), predictions.images());
    loss = meanCrossEntropy(predictions);
  }

  /**
   * Which images were asked.
   *
   * @return the data set
   */
  public DatasetSummary dataset() {
    return dataset;
  }

  /**
   * Which model answered.
   *
   * @return the model
   */
  public ModelSummary model() {
    return model;
  }

  /**
   * The answers themselves.
   *
   * @return one for each image
   */
  public Predictions predictions() {
    return predictions;
  }

  /**
   * How often each class was answered with each class.
   *
   * @return the counts
   */
  public ConfusionMatrix confusionMatrix() {
    return confusionMatrix;
  }

  /**
   * Share of the images that were classified right.
   *
   * @return the exact share
   */
  public Proportion accuracy() {
    return accuracy;
  }

  /**
   * Mean cross-entropy of the images: minus the natural logarithm of the probability that the model gave to the true
   * class, where a probability below 1.2e-38 counts as that.
   *
   * @return nats, 0 or more; NaN if a probability is NaN
   */
  public double loss() {
    return loss;
  }

  /** Sums in the order of the images, with the logarithm that has the same bits everywhere. */
  private static double meanCrossEntropy(Predictions predictions) {
    double sum = 0;
    for (int image = 0; image < predictions.images(); image++) {
      float probability = predictions.probability(image, predictions.label(image));
      sum -= StrictMath.log(Math.max(probability, LOWEST_PROBABILITY));
    }
    return sum / predictions.images();
  }
}
