package io.github.lenet.maven;

import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Reports;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that write the files of a verification: its name, and whether it has a page. */
public abstract class AbstractVerificationMojo extends AbstractModelMojo {

    /**
     * File that keeps a line of JSON for each verified build: its commit, version, model, accuracy with interval, loss
     * and verdict. {@code lenet:verify} adds the line, but none of a build that the gate fails, and none for the same
     * commit, name and model again. The page shows the builds of the file.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.historyFile")
    private @Nullable File historyFile;

    /**
     * Name of the verification, for the title of its page and for the file {@code TEST-lenet-<name>.xml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.name", defaultValue = "${project.artifactId}", required = true)
    private String name;

    /**
     * Whether to leave out the page for people, {@code report/index.html}: {@code lenet:verify} then writes its other
     * files only, and {@code lenet:report} is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skipReport", defaultValue = "false")
    private boolean skipReport;

    /** What earlier verifications have found, if somebody keeps it. */
    @Nullable
    HistoryFile history() {
        return historyFile == null ? null : new HistoryFile(historyFile.toPath());
    }

    boolean skipsReport() {
        return skipReport;
    }

    Reports reports() {
        return new Reports(outputDirectory(), workplace().name(name));
    }
}
