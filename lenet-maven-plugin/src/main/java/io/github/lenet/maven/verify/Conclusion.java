package io.github.lenet.maven.verify;

import io.github.lenet.gate.Verdict;
import io.github.lenet.report.Reports;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What becomes of a verdict: lines in the log, annotations on GitHub, and the end of a build that fails. */
public final class Conclusion {

  private final GithubActions gitHub;
  private final Log log;

  /**
   * Puts the parts together.
   *
   * @param gitHub shows the verdict where GitHub runs the build
   * @param log where the verdict goes
   */
  public Conclusion(GithubActions gitHub, Log log) {
    this.gitHub = gitHub;
    this.log = log;
  }

  /**
   * Draws the conclusion, after every report is written.
   *
   * @param verdict the decision
   * @param reports the files that show it
   * @param haltOnFailure whether a missed gate fails the build
   * @param decorations what goes with the verdict, as far as it was possible
   * @throws MojoFailureException if a rule is not met and that fails the build
   */
  public void draw(Verdict verdict, Reports reports, boolean haltOnFailure, Decorations decorations)
      throws MojoFailureException {
    verdict.warnings().forEach(log::warn);
    var report = reports.readableFile();
    if (verdict.passed()) {
      verdict.rules().forEach(rule -> log.info("Passed: " + rule.message()));
      log.info("Report: " + report);
    } else if (!haltOnFailure) {
      log.warn(verdict.failureMessage(report.toString()) + " The build goes on, because haltOnFailure is false.");
    }
    gitHub.show(verdict, reports, haltOnFailure, decorations);
    decorations.report(log);
    if (!verdict.passed() && haltOnFailure) {
      throw new MojoFailureException(verdict.failureMessage(report.toString()));
    }
  }
}
