package io.github.lenet.maven.verify;

import io.github.lenet.gate.Verdict;
import io.github.lenet.report.GithubAnnotations;
import io.github.lenet.report.Reports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Shows a verdict on the page of a GitHub Actions job, without a step of its own in the workflow. */
public final class GithubActions {

  private final Map<String, String> environment;
  private final PrintStream commands;

  /**
   * Looks at an environment.
   *
   * @param environment the variables of the process
   * @param commands where GitHub reads commands: a line of its own, so not Maven's log
   */
  public GithubActions(Map<String, String> environment, PrintStream commands) {
    this.environment = environment;
    this.commands = commands;
  }

  /** Shows the verdict, where GitHub Actions runs this build. */
  void show(Verdict verdict, Reports reports, boolean haltOnFailure) throws IOException {
    var summary = environment.get("GITHUB_STEP_SUMMARY");
    if (summary != null && !summary.isEmpty()) {
      Files.write(
          Path.of(summary),
          Files.readAllBytes(reports.summaryFile()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      GithubAnnotations.lines(reports.name(), verdict, haltOnFailure).forEach(commands::println);
    }
  }
}
