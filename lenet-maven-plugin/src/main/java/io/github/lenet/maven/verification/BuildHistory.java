package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.maven.build.BuildFacts;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

    /** Adds a line, if the build has a place in the history, and tells what is there then. */
    HistoryFile.Content update(Verification verification, boolean isFailing) throws IOException {
        var history = new HistoryFile(file);
        var entry = isFailing ? Optional.<HistoryEntry>empty() : entry(verification);
        var content = entry.isPresent() ? history.append(entry.get()) : history.read();
        content.warning().ifPresent(log::warn);
        return content;
    }

    private Optional<HistoryEntry> entry(Verification verification) {
        var source = facts.sourceBeside(workplace, file).orElse(null);
        if (source != null && source.dirty() && !ofDirtyTree) {
            log.warn(format(
                    "%s gets no line: there are changes that are not committed. Commit them, or set"
                            + " <historyOfDirtyTree>true</historyOfDirtyTree>.",
                    file));
            return Optional.empty();
        }
        var time = facts.time(workplace);
        if (time.isEmpty()) {
            log.warn(format(
                    "%s gets no line: without a Git commit, <project.build.outputTimestamp> must tell the time of the"
                            + " source code.",
                    file));
        }
        var commit = source == null ? null : source.commit();
        return time.map(known -> HistoryEntry.of(known, commit, version, name, verification));
    }
}
