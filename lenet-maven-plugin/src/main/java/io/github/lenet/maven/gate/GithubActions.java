package io.github.lenet.maven.gate;

import io.github.lenet.gate.Verdict;
import io.github.lenet.report.GithubAnnotations;
import io.github.lenet.report.Reports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Shows a verdict on the page of a GitHub Actions job, without a step of its own in the workflow.
 *
 * @param environment the variables of the process
 * @param commands where GitHub reads commands: a line of its own, so not Maven's log
 */
public record GithubActions(Map<String, String> environment, PrintStream commands) {

    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    /** Shows the verdict, where GitHub Actions runs this build. */
    void show(Verdict verdict, Reports reports, boolean haltOnFailure, Decorations decorations) {
        var summary = environment.get(SUMMARY);
        if (summary != null && !summary.isBlank()) {
            decorations.add(SUMMARY, () -> append(reports.summaryFile(), Path.of(summary)));
        }
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            decorations.add(
                    "GITHUB_ACTIONS",
                    () -> GithubAnnotations.lines(reports.name(), verdict, haltOnFailure)
                            .forEach(commands::println));
        }
    }

    private static void append(Path summary, Path target) throws IOException {
        // A pipe that nobody reads would hold the build up for ever.
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException(target + " is no file");
        }
        Files.write(target, Files.readAllBytes(summary), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
