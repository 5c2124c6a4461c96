package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.gate.Verdict;
import io.github.lenet.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict as workflow commands of GitHub Actions, which show its violations on the page of a run and of a pull
 * request when they stand in the log.
 */
public final class GithubAnnotations {

    private GithubAnnotations() {}

    /**
     * Makes a command of each violation and of each warning.
     *
     * @param name name of the verification, for the title
     * @param verdict the gate's decision
     * @param haltOnFailure whether a violation fails the build, so that it is an error rather than a warning
     * @return the lines to print, each on its own and from the beginning of a line; empty if there is nothing to say
     */
    public static List<String> lines(String name, Verdict verdict, boolean haltOnFailure) {
        var lines = new ArrayList<String>();
        for (var violation : verdict.violations()) {
            var title = format(
                    "%s: %s %s",
                    name, violation.subject().describe(), violation.outcome().title());
            lines.add(line(haltOnFailure ? "error" : "warning", title, violation.message()));
        }
        for (var warning : verdict.warnings()) {
            lines.add(line("warning", name, warning));
        }
        return List.copyOf(lines);
    }

    private static String line(String command, String title, String message) {
        return "::" + command + " title=" + escapeProperty(title) + "::" + escape(message);
    }

    /** As the toolkit of GitHub Actions does it, so that no text ends a command or begins another one. */
    private static String escape(String text) {
        return Printable.message(text).replace("%", "%25").replace("\n", "%0A");
    }

    private static String escapeProperty(String text) {
        return escape(text).replace(":", "%3A").replace(",", "%2C");
    }
}
