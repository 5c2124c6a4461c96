package io.github.lenet.maven.verify;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.EvaluationException;
import io.github.lenet.evaluation.Predictions;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import io.github.lenet.model.Classifier;
import io.github.lenet.model.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Gets the baseline of a model. */
public final class Baselines {

  private final ArtifactResolver artifacts;
  private final Log log;

  /**
   * Puts the parts together.
   *
   * @param artifacts finds the models of releases
   * @param log where the chosen version is named
   */
  public Baselines(ArtifactResolver artifacts, Log log) {
    this.artifacts = artifacts;
    this.log = log;
  }

  /**
   * Gets a baseline.
   *
   * @param request which one
   * @return the baseline; empty if there is none yet and that is no mistake
   * @throws IOException if the file cannot be read
   * @throws MojoExecutionException if there is none, a repository cannot be asked, or it is no model
   */
  Optional<Baseline> obtain(BaselineRequest request) throws IOException, MojoExecutionException {
    if (request.file() != null) {
      if (!Files.exists(request.file())) {
        throw new MojoExecutionException(
            "There is no baseline: " + request.file() + " does not exist. Correct <baselineFile>"
                + " (-Dlenet.baselineFile), or leave it out until there is a model to compare with.");
      }
      return Optional.of(load(request.file().toString(), request.file()));
    }
    var resolution = artifacts.resolve(request.artifact(), request.preReleases());
    if (resolution instanceof Found found) {
      log.info("Baseline: " + found.coordinates());
      return Optional.of(load(found.coordinates(), found.file()));
    }
    missing((Missing) resolution, request.ignoreMissing());
    return Optional.empty();
  }

  private void missing(Missing missing, boolean ignore) throws MojoExecutionException {
    var sentence = "There is no baseline: " + missing.reason() + ".";
    if (!ignore) {
      throw new MojoExecutionException(
          sentence + " Before the first release, set <ignoreMissingBaseline>true</ignoreMissingBaseline>.");
    }
    log.warn(sentence + " The model is not compared, as before a first release (ignoreMissingBaseline is true).");
  }

  private static Baseline load(String name, Path file) throws IOException, MojoExecutionException {
    try {
      return new Baseline(name, Classifier.load(file));
    } catch (ModelFormatException e) {
      throw new MojoExecutionException("Cannot compare with the baseline " + name + ": " + e.getMessage(), e);
    }
  }

  /**
   * A model to compare with.
   *
   * @param name what it is called: the coordinates of its artifact, or its file
   * @param classifier the model
   */
  record Baseline(String name, Classifier classifier) {

    /** Lets the baseline answer the images that the model has answered. */
    Comparison compare(Predictions answers, Dataset images) throws MojoExecutionException {
      try {
        return Comparison.of(name, answers, Predictions.of(classifier, images));
      } catch (EvaluationException e) {
        throw new MojoExecutionException("Cannot compare with the baseline " + name + ": " + e.getMessage(), e);
      }
    }
  }
}
