package io.github.lenet.cache;

import io.github.lenet.dataset.TrainingImages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of one training.
 *
 * @param model the archive, {@code model.zip}
 * @param training the history, {@code training.json}
 * @param provenance the facts of the run, {@code provenance.json}
 * @param trainingImages digests of the images of the user's own that were learnt, {@code training-images.json}; there
 *     is none for a published data set
 */
public record TrainedFiles(Path model, Path training, Path provenance, Path trainingImages) {

    static final String MODEL = "model.zip";
    private static final String TRAINING = "training.json";
    private static final String PROVENANCE = "provenance.json";

    /** Their names in the cache; the model comes last, because where it is, all that belongs to it has to be. */
    static final List<String> NAMES = List.of(TRAINING, PROVENANCE, TrainingImages.FILE, MODEL);

    /**
     * The files of a folder.
     *
     * @param outputDirectory the folder of a module's model
     * @return the files, which may not exist yet
     */
    public static TrainedFiles in(Path outputDirectory) {
        return new TrainedFiles(
                outputDirectory.resolve(MODEL),
                outputDirectory.resolve(TRAINING),
                outputDirectory.resolve(PROVENANCE),
                outputDirectory.resolve(TrainingImages.FILE));
    }

    /** Whether a model can be without it. */
    static boolean isOptional(String name) {
        return name.equals(TrainingImages.FILE);
    }

    /**
     * Every file, the model last.
     *
     * @return the files, which may not exist yet
     */
    public List<Path> all() {
        return List.copyOf(byName().values());
    }

    Map<String, Path> byName() {
        var files = new LinkedHashMap<String, Path>();
        files.put(TRAINING, training);
        files.put(PROVENANCE, provenance);
        files.put(TrainingImages.FILE, trainingImages);
        files.put(MODEL, model);
        return files;
    }
}
