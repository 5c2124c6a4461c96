package io.github.lenet.cache;

import io.github.lenet.dataset.TrainingImages;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one training, which lie in one folder: that of a module's model, or an entry of the cache.
 *
 * @param folder the folder, which need not exist yet
 */
public record TrainedFiles(Path folder) {

    static final String MODEL = "model.zip";
    private static final String TRAINING = "training.json";
    private static final String PROVENANCE = "provenance.json";

    /** The model comes last, because where it is, all that belongs to it has to be. */
    static final List<String> NAMES = List.of(TRAINING, PROVENANCE, TrainingImages.FILE, MODEL);

    /** Whether a model can be without it. */
    static boolean isOptional(String name) {
        return name.equals(TrainingImages.FILE);
    }

    /**
     * The model.
     *
     * @return the archive, {@code model.zip}
     */
    public Path model() {
        return file(MODEL);
    }

    /**
     * The history of the training.
     *
     * @return {@code training.json}
     */
    public Path training() {
        return file(TRAINING);
    }

    /**
     * The facts of the run.
     *
     * @return {@code provenance.json}
     */
    public Path provenance() {
        return file(PROVENANCE);
    }

    /**
     * What was learnt, if that is data of the user's own; there is no such file for a published data set.
     *
     * @return digests of the images, {@code training-images.json}
     */
    public Path trainingImages() {
        return file(TrainingImages.FILE);
    }

    /**
     * Every file, the model last.
     *
     * @return the files, which may not exist yet
     */
    public List<Path> all() {
        return NAMES.stream().map(this::file).toList();
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
