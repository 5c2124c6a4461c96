package io.github.lenet.training;

import io.github.lenet.model.Architecture;
import io.github.lenet.model.EpochResult;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.ModelArchive;
import io.github.lenet.model.ModelDescription;
import java.util.List;
import java.util.Map;

/**
 * What a training gives.
 *
 * <p>The arrays are shared with the caller, not copied, and compared by identity.
 *
 * @param architecture the network, adapted to the images
 * @param hyperparameters what was asked for
 * @param datasetName name of the data set
 * @param classNames what each label stands for, label 0 first
 * @param backend what computed, for people
 * @param epochs what each pass over the images gave, the first one first
 * @param keptEpoch number of the epoch after which the model has its parameters: the last, or with early stopping the
 *     best
 * @param seconds wall-clock time of all epochs together, their validation included
 * @param configuration Deeplearning4j's description of the network as JSON, with the numbers of steps and epochs done
 * @param parameters weights and biases, in Deeplearning4j's flat order
 * @param updaterState Adam's first moments of all parameters, then the second moments
 */
public record TrainedModel(
    Architecture architecture,
    Hyperparameters hyperparameters,
    String datasetName,
    List<String> classNames,
    String backend,
    List<EpochResult> epochs,
    int keptEpoch,
    double seconds,
    String configuration,
    float[] parameters,
    float[] updaterState) {

  /**
   * The archive of this model.
   *
   * @param sha256 digest of each file of the data set, in hexadecimal, by file name
   * @return the archive, equal for equal trainings
   */
  public ModelArchive archive(Map<String, String> sha256) {
    var dataset = new ModelDescription.TrainingData(datasetName, sha256);
    // The passes after it are no part of this model; training.json has them.
    var description =
        ModelDescription.of(architecture, hyperparameters, dataset, classNames, epochs.subList(0, keptEpoch));
    return new ModelArchive(description, configuration, parameters, updaterState);
  }
}
