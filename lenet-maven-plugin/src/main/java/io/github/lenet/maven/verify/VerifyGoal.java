package io.github.lenet.maven.verify;

import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.maven.data.DatasetProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Measures a model and decides whether the build passes. */
public final class VerifyGoal {

  private final DatasetProvider datasets;
  private final Log log;

  /**
   * Puts the parts together.
   *
   * @param datasets obtains the data
   * @param log where the verdict goes
   */
  public VerifyGoal(DatasetProvider datasets, Log log) {
    this.datasets = datasets;
    this.log = log;
  }

  /**
   * Verifies.
   *
   * @param request what to verify
   * @throws IOException if the model or the data cannot be read, or a report cannot be written
   * @throws MojoExecutionException if there is no model, or nothing to check
   * @throws MojoFailureException if the model is not good enough
   */
  public void run(VerifyRequest request) throws IOException, MojoExecutionException, MojoFailureException {
    var gate = gate(request);
    if (!Files.exists(request.modelFile())) {
      throw new MojoExecutionException(
          "There is no model to verify: " + request.modelFile() + " does not exist. Train one with `mvn lenet:train"
              + " lenet:verify`, or name another file with <modelFile> (-Dlenet.modelFile).");
    }
    var dataset = datasets.obtain(request.dataset());
    log.debug("Data set " + dataset + ", gate " + gate);
  }

  /** The rules that the user set; a gate without any would let everything pass. */
  private static Gate gate(VerifyRequest request) throws MojoExecutionException {
    if (request.minimumAccuracy() == null) {
      throw new MojoExecutionException(
          "There is nothing to check: set a minimum, for example <minimumAccuracy>0.98</minimumAccuracy> or"
              + " <properties><lenet.minimumAccuracy>0.98, or skip the gate with -Dlenet.skipVerify.");
    }
    return new Gate(List.of(Rule.minimumAccuracy(request.minimumAccuracy())));
  }
}
