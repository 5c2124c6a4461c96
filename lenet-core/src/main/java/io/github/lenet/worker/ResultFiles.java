package io.github.lenet.worker;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileTree;
import io.github.lenet.io.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder beside the model in which the results are written whole before any takes its place: a disk that fills up, or
 * a worker that is killed, leaves the results of the training before.
 */
public final class ResultFiles implements AutoCloseable {

    private static final String MODEL = "model";
    private static final String TRAINING = "training";
    private static final String PROVENANCE = "provenance";
    private static final String TRAINING_IMAGES = "training-images";
    private static final List<String> NAMES = List.of(MODEL, TRAINING, PROVENANCE, TRAINING_IMAGES);

    private final TrainingRequest request;
    private final Path folder;

    private ResultFiles(TrainingRequest request, Path folder) {
        this.request = request;
        this.folder = folder;
    }

    /**
     * Makes the folder, so that a place that cannot be written to is found before the training and not after it.
     *
     * @param request names the files to write
     * @return the empty folder
     * @throws IOException if a folder cannot be made
     */
    static ResultFiles prepare(TrainingRequest request) throws IOException {
        var files = new ResultFiles(request, folder(request.modelFile().toAbsolutePath()));
        delete(files.folder);
        FileTree.create(files.folder);
        FileTree.create(request.trainingFile().toAbsolutePath().getParent());
        FileTree.create(request.provenanceFile().toAbsolutePath().getParent());
        return files;
    }

    /** Always the same name: what a killed worker left is found and removed by the next. */
    private static Path folder(Path model) {
        return model.resolveSibling("." + model.getFileName() + ".lenet-next");
    }

    /**
     * Deletes what a killed worker has left beside its model: its own files, by their names, and nothing else. Those
     * that it had put in their places stay.
     *
     * @param model the archive that it was to write
     */
    public static void deleteUnfinished(Path model) {
        var absolute = model.toAbsolutePath();
        try {
            Unfinished.delete(absolute.getParent());
        } catch (IOException e) {
            // They bother nobody: no reader knows their names, and the next training tries again.
        }
        delete(folder(absolute));
    }

    /**
     * Where to write the archive.
     *
     * @return a file that does not exist yet
     */
    Path model() {
        return folder.resolve(MODEL);
    }

    /**
     * Where to write the history.
     *
     * @return a file that does not exist yet
     */
    Path training() {
        return folder.resolve(TRAINING);
    }

    /**
     * Where to write the facts of the run.
     *
     * @return a file that does not exist yet
     */
    Path provenance() {
        return folder.resolve(PROVENANCE);
    }

    /**
     * Where to write what was learnt, if that is data of the user's own.
     *
     * @return a file that does not exist yet
     */
    Path trainingImages() {
        return folder.resolve(TRAINING_IMAGES);
    }

    /**
     * Moves the files to their places, the model last: where there is a model, there is all that belongs to it.
     *
     * @throws IOException if a file cannot be moved
     */
    void publish() throws IOException {
        AtomicFile.move(training(), request.trainingFile());
        AtomicFile.move(provenance(), request.provenanceFile());
        if (Files.exists(trainingImages())) {
            AtomicFile.move(trainingImages(), request.files().trainingImages());
        } else {
            // What a training on other data left there must not be taken for a part of this model.
            Files.deleteIfExists(request.files().trainingImages());
        }
        AtomicFile.move(model(), request.modelFile());
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Unfinished.delete(folder);
            for (var name : NAMES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            // A leftover harms nobody: the next worker tries again, and what is not its own stays.
        }
    }
}
