package io.github.lenet.maven.aggregate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.verify.Conclusion;
import io.github.lenet.maven.verify.Decorations;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.report.Aggregation;
import io.github.lenet.report.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Holds the results of several modules against one gate. */
public final class AggregateGoal {

  private final Conclusion conclusion;

  /**
   * Puts the parts together.
   *
   * @param conclusion what becomes of the verdict
   */
  public AggregateGoal(Conclusion conclusion) {
    this.conclusion = conclusion;
  }

  /**
   * Aggregates. Every report is written before a missed gate fails the build, the numbers and the verdict first.
   *
   * @param request what to aggregate
   * @throws IOException if a result cannot be read, or the numbers and the verdict cannot be written
   * @throws MojoExecutionException if a result is missing, or there is nothing to check
   * @throws MojoFailureException if a model is not good enough
   */
  public void run(AggregateRequest request) throws IOException, MojoExecutionException, MojoFailureException {
    if (request.modules().isEmpty()) {
      throw new MojoExecutionException(
          "There is nothing to aggregate: no module of this build that runs lenet:verify is among the <dependencies> of"
              + " this one. Declare those modules there, and build them together, for example with `mvn verify -am`.");
    }
    var evaluations = new ArrayList<NamedEvaluation>();
    var results = new ArrayList<RuleResult>();
    for (var module : request.modules()) {
      var report = read(module);
      evaluations.addAll(report.evaluations(module.name()));
      results.addAll(report.results(module.name()));
      request.rules().forEach(rule -> results.addAll(rule.check(module.name(), report.evaluation())));
    }
    if (results.isEmpty()) {
      throw new MojoExecutionException(
          "There is nothing to check: neither these modules nor this one has a rule. Set <minimumAccuracy> or <rules>.");
    }
    var verdict = new Verdict(results);
    var aggregation = new Aggregation(evaluations, verdict);
    var reports = request.reports();
    reports.write(aggregation);
    var decorations = new Decorations();
    decorations.add(reports.summaryFile(), () -> reports.writeSummary(aggregation));
    decorations.add(reports.htmlFile(), () -> HtmlReport.write(reports, aggregation));
    conclusion.draw(verdict, reports, request.haltOnFailure(), decorations);
  }

  private static EvaluationReport read(ModuleResult module) throws IOException, MojoExecutionException {
    if (!Files.exists(module.evaluationFile())) {
      throw new MojoExecutionException(
          format(
              "The execution '%s' of lenet:verify in %s has left no result: %s does not exist. Do not skip it, or skip the"
                  + " aggregate as well with -Dlenet.skipVerify.",
              module.execution(), module.module(), module.evaluationFile()));
    }
    return EvaluationReport.read(module.evaluationFile());
  }
}
