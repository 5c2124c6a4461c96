package io.github.lenet.maven.verify;

import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Predictions;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.configuration.ModelFile;
import io.github.lenet.maven.data.DatasetProvider;
import io.github.lenet.model.Classifier;
import io.github.lenet.report.Verification;
import java.io.IOException;
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
   * Verifies. Every report is written before a missed gate fails the build.
   *
   * @param request what to verify
   * @throws IOException if the model or the data cannot be read, or a report cannot be written
   * @throws MojoExecutionException if there is no model, or nothing to check
   * @throws MojoFailureException if the model is not good enough
   */
  public void run(VerifyRequest request) throws IOException, MojoExecutionException, MojoFailureException {
    // First of all, so that whatever breaks below, no old verdict can be taken for a new one.
    request.reports().deletePrevious();
    var gate = gate(request);
    ModelFile.require(request.modelFile(), "verify");
    var test = datasets.obtain(request.dataset()).read(Split.TEST);
    var classifier = Classifier.load(request.modelFile());
    var evaluation = Evaluation.of(Predictions.of(classifier, test));
    var verdict = new Verdict(gate.check(evaluation));
    request.reports().write(new Verification(classifier.description(), evaluation, verdict));
    conclude(verdict, request);
  }

  /** The rules that the user set; a gate without any would let everything pass. */
  private static Gate gate(VerifyRequest request) throws MojoExecutionException {
    if (request.minimumAccuracy() == null) {
      throw new MojoExecutionException(
          "There is nothing to check: set a minimum, for example"
              + " <properties><lenet.minimumAccuracy>0.98</lenet.minimumAccuracy></properties>,"
              + " or skip the gate with -Dlenet.skipVerify.");
    }
    return new Gate(List.of(Rule.minimumAccuracy(request.minimumAccuracy())));
  }

  private void conclude(Verdict verdict, VerifyRequest request) throws MojoFailureException {
    var report = request.reports().htmlFile();
    if (verdict.passed()) {
      verdict.rules().forEach(rule -> log.info("Passed: " + rule.message()));
      log.info("Report: " + report);
    } else if (request.haltOnFailure()) {
      throw new MojoFailureException(verdict.failureMessage(report.toString()));
    } else {
      log.warn(verdict.failureMessage(report.toString()) + " The build goes on, because haltOnFailure is false.");
    }
  }
}
