package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.model.EpochResult;
import io.github.lenet.model.Hyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The passes over the training images. */
final class Epochs {

  private static final double NANOSECONDS_PER_SECOND = 1e9;

  private final Hyperparameters hyperparameters;
  private final Dataset training;
  private final Validation validation;
  private final Arithmetic arithmetic;
  private final Batch batch;
  private final TrainingListener listener;

  /**
   * Prepares the passes.
   *
   * @param hyperparameters how many, and in steps of how many images
   * @param training the images
   * @param validation what to measure after each epoch, or null
   * @param arithmetic what makes the steps
   * @param batch room for the images of a step
   * @param listener is told of every batch and epoch
   */
  Epochs(
      Hyperparameters hyperparameters,
      Dataset training,
      Validation validation,
      Arithmetic arithmetic,
      Batch batch,
      TrainingListener listener) {
    this.hyperparameters = hyperparameters;
    this.training = training;
    this.validation = validation;
    this.arithmetic = arithmetic;
    this.batch = batch;
    this.listener = listener;
  }

  /**
   * Makes all passes.
   *
   * @param orderSeeds gives a seed for the order of each epoch: one for each, not one sequence of orders, so that any
   *     epoch can be repeated without the ones before it
   * @return what each gave
   * @throws TrainingDivergedException if the loss is no longer a number
   */
  List<EpochResult> run(SeededRandom orderSeeds) {
    var results = new ArrayList<EpochResult>();
    for (var epoch = 1; epoch <= hyperparameters.epochs(); epoch++) {
      var result = run(epoch, orderSeeds.nextLong());
      results.add(result);
      listener.epochFinished(result);
    }
    return results;
  }

  private EpochResult run(int epoch, long orderSeed) {
    var begin = System.nanoTime();
    var score = pass(epoch, order(orderSeed));
    var seconds = (System.nanoTime() - begin) / NANOSECONDS_PER_SECOND;
    var validated = validation == null ? null : validation.measure(arithmetic.parameters());
    return new EpochResult(
        epoch,
        hyperparameters.learningRate(),
        score.meanLoss(),
        score.accuracy(),
        validated == null ? null : validated.meanLoss(),
        validated == null ? null : validated.accuracy(),
        seconds,
        training.size() / seconds);
  }

  private Score pass(int epoch, int[] order) {
    var total = Score.NONE;
    listener.progressed(epoch, 0);
    for (var done = 0; done < order.length; ) {
      batch.fill(training, order, done);
      var score = arithmetic.step(batch);
      done += batch.size();
      if (!Double.isFinite(score.loss())) {
        throw new TrainingDivergedException(epoch, done, score.loss(), hyperparameters.learningRate());
      }
      total = total.plus(score);
      listener.progressed(epoch, done);
    }
    return total;
  }

  private int[] order(long seed) {
    var order = IntStream.range(0, training.size()).toArray();
    new SeededRandom(seed).shuffle(order);
    return order;
  }
}
