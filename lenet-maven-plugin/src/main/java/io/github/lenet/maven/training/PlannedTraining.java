package io.github.lenet.maven.training;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.FileProblem;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The training that the POM describes for a model.
 *
 * @param execution id of the execution of {@code lenet:train}
 * @param hyperparameters what it would give to each hyperparameter, as text
 * @param initialModel the archive that it would go on from, or null
 * @param dataset name of the data set that it would train on
 * @param dataDirectory folder with the files of that data set, or null
 * @param datasetArtifact coordinates of that data set, or null
 * @param packagedCopy where among the classes of the module it would put a copy of the model, or null
 */
public record PlannedTraining(
        String execution,
        Map<String, String> hyperparameters,
        @Nullable Path initialModel,
        String dataset,
        @Nullable Path dataDirectory,
        @Nullable String datasetArtifact,
        @Nullable Path packagedCopy) {

    /**
     * Picks the trainings that would write a model.
     *
     * @param modelFile the model
     * @param trainings every way in which {@code lenet:train} may run in the module
     * @return those of them that write that file
     */
    public static List<PlannedTraining> of(Path modelFile, List<ConfiguredGoal> trainings) {
        return trainings.stream()
                .filter(training -> writes(modelFile, training))
                .map(PlannedTraining::of)
                .toList();
    }

    private static boolean writes(Path modelFile, ConfiguredGoal training) {
        var model = modelFile.toAbsolutePath().normalize();
        return training.file("outputDirectory")
                .map(directory ->
                        new TrainedFiles(directory).model().normalize().equals(model))
                .orElse(false);
    }

    private static PlannedTraining of(ConfiguredGoal training) {
        var hyperparameters = new LinkedHashMap<String, String>();
        for (var name : Hyperparameters.names()) {
            training.text(name).ifPresent(value -> hyperparameters.put(name, value));
        }
        return new PlannedTraining(
                training.id(),
                hyperparameters,
                training.file("initialModel").orElse(null),
                training.text("dataset").orElse(""),
                training.file("dataDirectory").orElse(null),
                training.text("datasetArtifact").orElse(null),
                training.text("resourcePath")
                        .map(path -> training.classes().resolve(path))
                        .orElse(null));
    }

    /**
     * Compares a model with what this training would make of the POM's values.
     *
     * @param model what the model was trained with
     * @param measuredOn the data set that the model is measured on, with the digests that its files have now
     * @param options where that data set was asked for
     * @return what is different, such as {@code epochs changed from 2 to 7}; empty if nothing is
     */
    public List<String> differences(TrainingInputs model, LocatedDataset measuredOn, DatasetOptions options) {
        return differences(
                model,
                () -> isData(options)
                        ? new TrainingData(
                                dataset,
                                measuredOn.classNames(),
                                measuredOn.sha256(Split.TRAIN),
                                measuredOn.imagePreparation(),
                                measuredOn.pictureOptions())
                        : new TrainingData(
                                dataset,
                                model.dataset().classNames(),
                                model.dataset().sha256(),
                                model.dataset().imagePreparation(),
                                model.dataset().pictureOptions()));
    }

    /**
     * Compares a model with what this training would make of the POM's values and of its data.
     *
     * @param model what the model was trained with
     * @param data the images that this training would learn from
     * @return what is different, such as {@code epochs changed from 2 to 7}; empty if nothing is
     */
    public List<String> differences(TrainingInputs model, TrainingData data) {
        return differences(model, () -> data);
    }

    private List<String> differences(TrainingInputs model, Supplier<TrainingData> data) {
        try {
            // What is no value of the POM, such as the graphics card of the machine that trained, is not held against a
            // model.
            return model.differences(new TrainingInputs(
                    model.algorithmVersion(),
                    model.arithmetic(),
                    model.code(),
                    data.get(),
                    Hyperparameters.of(hyperparameters),
                    initialModel == null ? null : InitialModel.sha256(initialModel)));
        } catch (IllegalArgumentException e) {
            return List.of("the POM sets what cannot be trained with: " + e.getMessage());
        } catch (IOException e) {
            return List.of("the POM sets what cannot be trained with: " + FileProblem.describe(e));
        }
    }

    /** Only then are the digests at hand those of the training's files. */
    private boolean isData(DatasetOptions options) {
        var directory =
                options.dataDirectory() == null ? null : options.dataDirectory().toAbsolutePath();
        return options.name().equals(dataset)
                && Objects.equals(directory, dataDirectory)
                && Objects.equals(options.artifact(), DatasetOptions.artifact("", datasetArtifact, null));
    }
}
