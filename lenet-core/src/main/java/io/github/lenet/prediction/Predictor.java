package io.github.lenet.prediction;

import io.github.lenet.model.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/** Classifies the images of many files, one after the other. */
public final class Predictor {

  private final Classifier classifier;

  /**
   * Takes a model.
   *
   * @param classifier the model to ask
   */
  public Predictor(Classifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Classifies every image. A file that cannot be used is left out and reported at the end.
   *
   * @param files where the images are; its problems are taken over
   * @param printer what shows the answers
   * @return how many images were classified, and what could not be used
   * @throws IOException if an answer cannot be shown, for example because the disk is full
   */
  public PredictionSummary predict(ImageFiles files, PredictionPrinter printer) throws IOException {
    var problems = new ArrayList<>(files.problems());
    var images = 0;
    printer.begin();
    for (var file : files.files()) {
      var content = read(file, problems);
      for (var index = 0; content != null && index < content.images(); index++) {
        var classification = classifier.classify(content.image(index));
        if (Float.isNaN(classification.probability())) {
          problems.add(content.name(index) + " has no answer: the arithmetic of the model ends in NaN");
        } else {
          printer.print(new Prediction(content.name(index), classification));
          images++;
        }
      }
    }
    printer.end();
    return new PredictionSummary(images, problems);
  }

  private static ImageFile read(Path file, ArrayList<String> problems) {
    try {
      return ImageFile.read(file);
    } catch (IOException e) {
      problems.add(Problem.describe(file.toString(), e));
      return null;
    }
  }
}
