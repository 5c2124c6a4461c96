package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.model.EpochResult;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.Schedule;
import java.util.ArrayList;
import java.util.List;

/** The passes over the training images. */
final class Epochs {

  private static final double NANOSECONDS_PER_SECOND = 1e9;

  private final Hyperparameters hyperparameters;
  private final Schedule schedule;
  private final Batches batches;
  private final Validation validation;
  private final Arithmetic arithmetic;
  private final TrainingListener listener;

  /**
   * What the passes gave.
   *
   * @param results one for each pass
   * @param kept the one of them after which the parameters are kept
   * @param parameters the parameters after it
   * @param updaterState the state of Adam after it
   */
  record Outcome(List<EpochResult> results, EpochResult kept, float[] parameters, float[] updaterState) {}

  /**
   * Prepares the passes.
   *
   * @param hyperparameters how many, their step sizes, and when to stop before
   * @param batches the images
   * @param validation what to measure after each epoch, or null
   * @param arithmetic what makes the steps
   * @param listener is told of every batch and epoch
   */
  Epochs(
      Hyperparameters hyperparameters,
      Batches batches,
      Validation validation,
      Arithmetic arithmetic,
      TrainingListener listener) {
    this.hyperparameters = hyperparameters;
    this.schedule = Schedule.named(hyperparameters.schedule());
    this.batches = batches;
    this.validation = validation;
    this.arithmetic = arithmetic;
    this.listener = listener;
  }

  /**
   * Makes all passes.
   *
   * @param orderSeeds gives a seed for the order and the augmentation of each epoch: one for each, not one sequence of
   *     orders, so that any epoch can be repeated without the ones before it
   * @return what each gave, and the parameters to keep
   * @throws TrainingDivergedException if the loss is no longer a number
   */
  Outcome run(SeededRandom orderSeeds) {
    var results = new ArrayList<EpochResult>();
    var earlyStopping = new EarlyStopping(hyperparameters.earlyStoppingPatience());
    Outcome outcome = null;
    for (var epoch = 1; epoch <= hyperparameters.epochs() && !earlyStopping.isOver(); epoch++) {
      var result = run(epoch, orderSeeds.nextLong());
      results.add(result);
      if (earlyStopping.isToBeKept(result)) {
        outcome = new Outcome(results, result, arithmetic.parameters(), arithmetic.updaterState());
      }
      listener.epochFinished(result);
    }
    return outcome;
  }

  private EpochResult run(int epoch, long orderSeed) {
    var begin = System.nanoTime();
    var score = pass(epoch, orderSeed);
    var seconds = (System.nanoTime() - begin) / NANOSECONDS_PER_SECOND;
    var validated = validation == null ? null : validation.measure(arithmetic.parameters());
    return new EpochResult(
        epoch,
        learningRate(epoch * batches.perEpoch() - 1),
        score.meanLoss(),
        score.accuracy(),
        validated == null ? null : validated.meanLoss(),
        validated == null ? null : validated.accuracy(),
        seconds,
        score.images() / seconds);
  }

  private Score pass(int epoch, long seed) {
    var pass = new Pass(epoch);
    listener.progressed(epoch, 0);
    batches.epoch(seed, pass::step);
    return pass.total;
  }

  /** One pass, while it runs. */
  private final class Pass {

    private final int epoch;
    private int step;
    private Score total = Score.NONE;

    Pass(int epoch) {
      this.epoch = epoch;
      this.step = (epoch - 1) * batches.perEpoch();
    }

    void step(Batch batch) {
      var score = arithmetic.step(batch, learningRate(step++));
      total = total.plus(score);
      if (!Double.isFinite(score.loss())) {
        throw new TrainingDivergedException(epoch, total.images(), score.loss(), hyperparameters.learningRate());
      }
      listener.progressed(epoch, total.images());
    }
  }

  private double learningRate(int step) {
    return schedule.learningRate(hyperparameters.learningRate(), step, hyperparameters.epochs() * batches.perEpoch());
  }
}
