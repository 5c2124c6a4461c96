package io.github.lenet.maven.verify;

import io.github.lenet.dataset.LocatedDataset;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.data.DatasetOptions;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.ModelDescription;
import io.github.lenet.model.Schedule;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The training that the POM describes for a model.
 *
 * @param execution id of the execution of {@code lenet:train}
 * @param hyperparameters what it would give to each hyperparameter, as text
 * @param dataset name of the data set that it would train on
 * @param dataDirectory folder with the files of that data set, or null
 */
public record PlannedTraining(
    String execution, Map<String, String> hyperparameters, String dataset, Path dataDirectory) {

  /**
   * Picks the trainings that would write a model.
   *
   * @param modelFile the model
   * @param trainings every way in which {@code lenet:train} may run in the module
   * @return those of them that write that file
   */
  public static List<PlannedTraining> of(Path modelFile, List<ConfiguredGoal> trainings) {
    var model = modelFile.toAbsolutePath().normalize();
    return trainings.stream()
        .filter(
            training ->
                training.file("outputDirectory")
                    .map(directory -> directory.resolve("model.zip").normalize().equals(model))
                    .orElse(false))
        .map(PlannedTraining::of)
        .toList();
  }

  private static PlannedTraining of(ConfiguredGoal training) {
    var hyperparameters = new LinkedHashMap<String, String>();
    for (var component : Hyperparameters.class.getRecordComponents()) {
      training.text(component.getName()).ifPresent(value -> hyperparameters.put(component.getName(), value));
    }
    var schedule = Schedule.named(hyperparameters.get("schedule"));
    hyperparameters.putIfAbsent("learningRate", String.valueOf(schedule.defaultLearningRate()));
    hyperparameters.putIfAbsent("augmentation", schedule.defaultAugmentation().toString());
    return new PlannedTraining(
        training.id(),
        hyperparameters,
        training.text("dataset").orElse(null),
        training.file("dataDirectory").orElse(null));
  }

  /**
   * Compares a model with what this training would make.
   *
   * @param model what the model says about itself
   * @param measuredOn the data set that the model is measured on, with the digests that its files have now
   * @param options where that data set was asked for
   * @return what is different, such as {@code epochs is 2, but the POM sets 7}; empty if nothing is
   */
  List<String> differences(ModelDescription model, LocatedDataset measuredOn, DatasetOptions options) {
    var differences = new ArrayList<String>();
    for (var component : Hyperparameters.class.getRecordComponents()) {
      var planned = hyperparameters.get(component.getName());
      var actual = value(component, model.hyperparameters());
      if (planned != null && !isSame(actual, planned)) {
        differences.add("%s is %s, but the POM sets %s".formatted(component.getName(), actual, planned));
      }
    }
    if (!model.dataset().name().equals(dataset)) {
      differences.add("the data set is %s, but the POM sets %s".formatted(model.dataset().name(), dataset));
    } else if (isData(options) && !measuredOn.sha256().equals(model.dataset().sha256())) {
      differences.add("the files of the data set %s have changed: %s".formatted(dataset, changed(model, measuredOn)));
    }
    return differences;
  }

  /** Only then are the digests at hand those of the training's files. */
  private boolean isData(DatasetOptions options) {
    var directory = options.dataDirectory() == null ? null : options.dataDirectory().toAbsolutePath();
    return options.name().equals(dataset) && Objects.equals(directory, dataDirectory);
  }

  private static List<String> changed(ModelDescription model, LocatedDataset now) {
    var before = model.dataset().sha256();
    return now.sha256().keySet().stream().filter(file -> !now.sha256().get(file).equals(before.get(file))).toList();
  }

  /** Numbers are equal however they are written. */
  private static boolean isSame(Object actual, String planned) {
    try {
      if (actual instanceof Double number) {
        return number == Double.parseDouble(planned);
      } else if (actual instanceof Number number) {
        return number.longValue() == Long.parseLong(planned);
      }
      return planned.equals(String.valueOf(actual));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Object value(RecordComponent component, Hyperparameters hyperparameters) {
    try {
      return component.getAccessor().invoke(hyperparameters);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the accessors of a public record can be called", e);
    }
  }
}
