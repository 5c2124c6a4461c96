package io.github.lenet.maven.gate;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Verdict;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Reports;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What becomes of a verdict: lines in the log, annotations on GitHub, and the end of a build that fails.
 *
 * @param gitHub shows the verdict where GitHub runs the build
 * @param log where the verdict goes
 */
public record Conclusion(GithubActions gitHub, Log log) {

    /** Writes the files that hold a verdict. */
    @FunctionalInterface
    public interface Results {

        /**
         * Writes them.
         *
         * @throws IOException if that is impossible
         */
        void write() throws IOException;
    }

    /**
     * Keeps a verdict in its files. Where that is impossible the build fails, but says the verdict first: nobody has to
     * measure again to learn it.
     *
     * @param verdict the decision
     * @param results writes the files
     * @throws IOException if a file cannot be written
     */
    public void keep(Verdict verdict, Results results) throws IOException {
        try {
            results.write();
        } catch (IOException e) {
            sayRules(verdict);
            throw e;
        }
    }

    private void sayRules(Verdict verdict) {
        for (var rule : verdict.rules()) {
            if (rule.passed()) {
                log.info("Passed: " + rule.message());
            } else {
                log.warn(rule.message());
            }
        }
    }

    /**
     * Keeps numbers of which nothing was demanded, and says so.
     *
     * @param evaluation the numbers
     * @param warnings what their reader must know
     * @param reports the file that shows them
     * @throws IOException if it cannot be written
     */
    public void withoutVerdict(Evaluation evaluation, List<String> warnings, Reports reports) throws IOException {
        EvaluationReport.of(evaluation).write(reports.evaluationFile());
        warnings.forEach(log::warn);
        log.warn("Nothing was checked. The numbers without a verdict: " + reports.evaluationFile());
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
            sayRules(verdict);
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
