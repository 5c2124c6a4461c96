package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.model.Augmentation;
import io.github.lenet.model.EpochResult;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The passes over the training images. */
final class Epochs {

  private static final double NANOSECONDS_PER_SECOND = 1e9;

  private final Hyperparameters hyperparameters;
  private final Schedule schedule;
  private final Augmentation augmentation;
  private final Dataset training;
  private final Validation validation;
  private final Arithmetic arithmetic;
  private final Batch batch;
  private final TrainingListener listener;

  /**
   * Prepares the passes.
   *
   * @param hyperparameters how many, the step sizes, and how the images are varied
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
    this.schedule = Schedule.named(hyperparameters.schedule());
    this.augmentation = Augmentation.named(hyperparameters.augmentation());
    this.training = training;
    this.validation = validation;
    this.arithmetic = arithmetic;
    this.batch = batch;
    this.listener = listener;
  }

  /**
   * Makes all passes.
   *
   * @param orderSeeds gives a seed for the order and the augmentation of each epoch: one for each, not one sequence of
   *     orders, so that any epoch can be repeated without the ones before it
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
    var score = pass(epoch, new SeededRandom(orderSeed));
    var seconds = (System.nanoTime() - begin) / NANOSECONDS_PER_SECOND;
    var validated = validation == null ? null : validation.measure(arithmetic.parameters());
    return new EpochResult(
        epoch,
        learningRate(epoch * batch.perEpoch(training.size()) - 1),
        score.meanLoss(),
        score.accuracy(),
        validated == null ? null : validated.meanLoss(),
        validated == null ? null : validated.accuracy(),
        seconds,
        training.size() / seconds);
  }

  private Score pass(int epoch, SeededRandom random) {
    var order = IntStream.range(0, training.size()).toArray();
    random.shuffle(order);
    var augmentationSeed = random.nextLong();
    var step = (epoch - 1) * batch.perEpoch(training.size());
    var total = Score.NONE;
    listener.progressed(epoch, 0);
    for (var done = 0; done < order.length; ) {
      if (augmentation == Augmentation.SHIFT) {
        batch.fillShifted(training, order, done, augmentationSeed);
      } else {
        batch.fill(training, order, done);
      }
      var learningRate = learningRate(step++);
      var score = arithmetic.step(batch, learningRate);
      done += batch.size();
      if (!Double.isFinite(score.loss())) {
        throw new TrainingDivergedException(epoch, done, score.loss(), hyperparameters.learningRate());
      }
      total = total.plus(score);
      listener.progressed(epoch, done);
    }
    return total;
  }

  private double learningRate(int step) {
    var steps = hyperparameters.epochs() * batch.perEpoch(training.size());
    return schedule.learningRate(hyperparameters.learningRate(), step, steps);
  }
}
