package io.github.lenet.maven.aggregation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.gate.Coverage;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.page.HtmlReport;
import io.github.lenet.report.Aggregation;
import io.github.lenet.report.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Holds the results of several modules against one gate.
 *
 * @param conclusion what becomes of the verdict
 */
public record AggregateGoal(Conclusion conclusion) {

    /**
     * Aggregates. Every report is written before a missed gate fails the build, the numbers and the verdict first.
     *
     * @param request what to aggregate
     * @throws IOException if a result cannot be read, or the numbers and the verdict cannot be written
     * @throws MojoExecutionException if a result is missing or does not count any more, or there is nothing to check
     * @throws MojoFailureException if a model is not good enough
     */
    public void run(AggregateRequest request) throws IOException, MojoExecutionException, MojoFailureException {
        var declared = request.modules();
        if (declared.results().isEmpty() && declared.absent().isEmpty()) {
            throw new MojoExecutionException(
                    "There is nothing to aggregate: no module of this build that runs lenet:verify is among the <dependencies> of"
                            + " this one. Declare those modules there, and build them together: " + request.command());
        }
        var evaluations = new ArrayList<NamedEvaluation>();
        var results = new ArrayList<RuleResult>();
        var warnings = new ArrayList<String>();
        for (var result : results(request)) {
            var name = result.module().name();
            evaluations.addAll(result.report().evaluations(name));
            results.addAll(result.report().results(name));
            var own = request.rules().stream()
                    .flatMap(rule -> rule.check(name, result.report().evaluation()).stream())
                    .toList();
            results.addAll(own);
            warnings.addAll(result.report().warnings(name));
            warnings.addAll(Coverage.tooFewImages(own));
            if (result.module().earlier() != null) {
                warnings.add(format(
                        "the result of %s (%s) is from an earlier build: its model and what that was trained with are unchanged",
                        name, result.module().module()));
            }
        }
        if (results.isEmpty()) {
            throw new MojoExecutionException(
                    "There is nothing to check: neither these modules nor this one has a rule. Set <minimumAccuracy> or <rules>.");
        }
        var verdict = new Verdict(results, warnings);
        var aggregation = new Aggregation(evaluations, verdict);
        var reports = request.reports();
        conclusion.keep(verdict, () -> reports.write(aggregation));
        var decorations = new Decorations();
        decorations.add(reports.summaryFile(), () -> reports.writeSummary(aggregation));
        decorations.add(reports.htmlFile(), () -> HtmlReport.write(reports, aggregation));
        conclusion.draw(verdict, reports, request.haltOnFailure(), decorations);
    }

    private record Result(ModuleResult module, EvaluationReport report) {}

    /** All results, or else one message about all that do not count. */
    private static List<Result> results(AggregateRequest request) throws IOException, MojoExecutionException {
        var results = new ArrayList<Result>();
        var problems = new ArrayList<>(request.modules().absent());
        for (var module : request.modules().results()) {
            var problem = problem(module);
            if (problem.isPresent()) {
                problems.add(problem.get());
                continue;
            }
            var report = EvaluationReport.read(module.evaluationFile());
            objection(module, report).ifPresentOrElse(problems::add, () -> results.add(new Result(module, report)));
        }
        if (!problems.isEmpty()) {
            throw new MojoExecutionException(format(
                    "Not every module has a result that counts:%s\n  Build them together with `%s`, or skip the aggregate with"
                            + " -Dlenet.skipVerify.",
                    problems.stream().map(problem -> "\n  " + problem + ".").collect(Collectors.joining()),
                    request.command()));
        }
        return results;
    }

    private static Optional<String> problem(ModuleResult module) {
        if (module.obstacle() != null) {
            return Optional.of(execution(module) + " " + module.obstacle());
        }
        return Files.exists(module.evaluationFile())
                ? Optional.empty()
                : Optional.of(
                        execution(module) + " has left no result: " + module.evaluationFile() + " does not exist");
    }

    private static Optional<String> objection(ModuleResult module, EvaluationReport report) {
        return Optional.ofNullable(module.earlier())
                .flatMap(earlier -> earlier.objection(report))
                .map(objection ->
                        format("%s has left its result in an earlier build, %s", execution(module), objection));
    }

    private static String execution(ModuleResult module) {
        return format("The execution '%s' of lenet:verify in %s", module.execution(), module.module());
    }
}
