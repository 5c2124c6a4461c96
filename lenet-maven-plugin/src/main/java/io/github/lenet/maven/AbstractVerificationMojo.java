package io.github.lenet.maven;

import io.github.lenet.report.Reports;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that write the files of a verification: its name, and whether it has a page. */
public abstract class AbstractVerificationMojo extends AbstractModelMojo {

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

    boolean skipsReport() {
        return skipReport;
    }

    Reports reports() {
        return new Reports(outputDirectory(), workplace().name(name));
    }
}
