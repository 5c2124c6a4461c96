package io.github.lenet.training;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.model.Architecture;
import io.github.lenet.model.Augmentation;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.InvalidParameterException;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Trains a network from seeded parameters: each epoch goes once through all images, in an order of its own, in
 * mini-batches of which the last may be smaller. Equal hyperparameters and images give equal parameters, whatever the
 * number of threads.
 */
public final class Trainer {

  private final Hyperparameters hyperparameters;
  private final Architecture architecture;
  private final int threads;
  private final TrainingListener listener;

  /**
   * Prepares a training.
   *
   * @param hyperparameters everything that changes the result
   * @param threads threads to use, at least 1; changes only the speed
   * @param listener is told of the progress
   */
  public Trainer(Hyperparameters hyperparameters, int threads, TrainingListener listener) {
    this.hyperparameters = hyperparameters;
    this.architecture = Architecture.named(hyperparameters.architecture());
    this.threads = threads;
    this.listener = listener;
  }

  /**
   * Trains, from the beginning to the end.
   *
   * @param training the images to train on
   * @param validation held-out images to measure after each epoch, or null
   * @return the trained model
   * @throws InvalidParameterException if the images do not fit the architecture, or there are none
   * @throws TrainingDivergedException if the loss is no longer a number
   */
  public TrainedModel train(Dataset training, Dataset validation) {
    return train(training, validation, Checkpoints.NONE);
  }

  /**
   * Trains, from the latest checkpoint if there is one. On the kernels, that gives the same bits as a training from the
   * beginning.
   *
   * @param training the images to train on
   * @param validation held-out images to measure after each epoch, or null
   * @param checkpoints keeps how far this training has come
   * @return the trained model
   * @throws InvalidParameterException if the images do not fit the architecture, or there are none
   * @throws TrainingDivergedException if the loss is no longer a number
   */
  public TrainedModel train(Dataset training, Dataset validation, Checkpoints checkpoints) {
    requireFitting(training);
    if (validation != null) {
      requireFitting(validation);
    }
    var seeds = new SeededRandom(hyperparameters.seed());
    var initial = SeededParameters.of(architecture, new SeededRandom(seeds.nextLong()));
    var orderSeeds = new SeededRandom(seeds.nextLong());
    var configuration = NetworkConfiguration.of(architecture, hyperparameters);
    var executor = Executors.newFixedThreadPool(threads);
    try (var arithmetic = arithmetic(configuration, initial)) {
      var parts = new Parts(executor);
      var augmentation = Augmentation.named(hyperparameters.augmentation());
      var batches = new Batches(training, hyperparameters.batchSize(), augmentation, parts);
      var measured = validation == null ? null : new Validation(architecture.network(), validation, parts);
      listener.started(arithmetic.name(), training.size(), validation == null ? 0 : validation.size(), initial.length);
      var outcome = new Epochs(hyperparameters, batches, measured, arithmetic, listener, checkpoints).run(orderSeeds);
      var kept = outcome.kept();
      return new TrainedModel(
          hyperparameters,
          training.name(),
          training.classNames(),
          arithmetic.name(),
          outcome.results(),
          kept.epoch(),
          outcome.seconds(),
          NetworkConfiguration.json(
              configuration, kept.learningRate(), kept.epoch() * batches.perEpoch(), kept.epoch()),
          outcome.state().parameters(),
          outcome.state().updaterState());
    } finally {
      executor.shutdownNow();
    }
  }

  /**
   * The one place where the arithmetic is chosen: the kernels, unless another backend than the CPU has been asked for.
   */
  private Arithmetic arithmetic(MultiLayerConfiguration configuration, float[] initial) {
    return isCpu()
        ? new KernelArithmetic(architecture, initial, hyperparameters.weightDecay(), threads)
        : new DeeplearningArithmetic(architecture, configuration, initial);
  }

  /** Asks ND4J only where it has a choice: that loads its native libraries, which take longer than many steps. */
  private static boolean isCpu() {
    var backends = ServiceLoader.load(Nd4jBackend.class).stream();
    return backends.allMatch(backend -> backend.type().getSimpleName().equals("CpuBackend"))
        || Nd4j.getEnvironment().isCPU();
  }

  private void requireFitting(Dataset dataset) {
    var fits =
        dataset.height() == architecture.height()
            && dataset.width() == architecture.width()
            && dataset.classNames().size() == architecture.classes()
            && dataset.size() > 0;
    if (!fits) {
      throw new InvalidParameterException(
          "dataset",
          dataset.name(),
          "its %s split has %d images of %d x %d pixels in %d classes; %s trains on one or more of %d x %d in %d"
              .formatted(
                  dataset.split(),
                  dataset.size(),
                  dataset.height(),
                  dataset.width(),
                  dataset.classNames().size(),
                  architecture.name(),
                  architecture.height(),
                  architecture.width(),
                  architecture.classes()));
    }
  }
}
