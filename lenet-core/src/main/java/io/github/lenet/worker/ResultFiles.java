package io.github.lenet.worker;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder beside the model in which the results are written whole before any takes its place: a disk that fills up, or
 * a worker that is killed, leaves the results of the training before.
 */
final class ResultFiles implements AutoCloseable {

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
    var model = request.modelFile().toAbsolutePath();
    // Always the same name: what a killed worker left is found and removed by the next.
    var folder = model.resolveSibling("." + model.getFileName() + "-next");
    delete(folder);
    FileTree.create(folder);
    FileTree.create(request.trainingFile().toAbsolutePath().getParent());
    FileTree.create(request.provenanceFile().toAbsolutePath().getParent());
    return new ResultFiles(request, folder);
  }

  /**
   * Where to write the archive.
   *
   * @return a file that does not exist yet
   */
  Path model() {
    return folder.resolve("model");
  }

  /**
   * Where to write the history.
   *
   * @return a file that does not exist yet
   */
  Path training() {
    return folder.resolve("training");
  }

  /**
   * Where to write the facts of the run.
   *
   * @return a file that does not exist yet
   */
  Path provenance() {
    return folder.resolve("provenance");
  }

  /**
   * Where to write what was learnt, if that is data of the user's own.
   *
   * @return a file that does not exist yet
   */
  Path trainingImages() {
    return folder.resolve("training-images");
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
    if (Files.exists(folder)) {
      try {
        FileTree.delete(folder);
      } catch (IOException e) {
        // A leftover harms nobody: the next worker replaces it.
      }
    }
  }
}
