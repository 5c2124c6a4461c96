package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.build.BuildFacts;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Adds what a build has found to a history, if its source code is that of a commit.
 *
 * @param file the history
 * @param ofDirtyTree whether changes that are not committed do not matter
 * @param name name of the verification
 * @param version version of the project, or null
 * @param facts what the build knows of its source code
 * @param workplace where it is built
 * @param log where it is said why there is no line
 */
public record BuildHistory(
        Path file,
        boolean ofDirtyTree,
        String name,
        @Nullable String version,
        BuildFacts facts,
        Workplace workplace,
        Log log) {

    void add(Verification verification) throws IOException {
        var source = facts.sourceBeside(workplace, file).orElse(null);
        if (source != null && source.dirty() && !ofDirtyTree) {
            log.warn(format(
                    "%s gets no line: there are changes that are not committed. Commit them, or set"
                            + " <historyOfDirtyTree>true</historyOfDirtyTree>.",
                    file));
            return;
        }
        var time = facts.time(workplace).orElse(null);
        if (time == null) {
            log.warn(format(
                    "%s gets no line: without a Git commit, <project.build.outputTimestamp> must tell the time of the"
                            + " source code.",
                    file));
            return;
        }
        var commit = source == null ? null : source.commit();
        new HistoryFile(file)
                .append(HistoryEntry.of(time, commit, version, name, verification))
                .forEach(log::warn);
    }
}
