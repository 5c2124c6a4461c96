package io.github.lenet.maven;

import io.github.lenet.io.FileProblem;
import io.github.lenet.maven.verification.ReportGoal;
import io.github.lenet.maven.verification.ReportRequest;
import io.github.lenet.maven.verification.SitePage;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code report/index.html} anew from what {@code lenet:verify} has left: its numbers and its verdict, the
 * model, and the test images. It measures and judges nothing again.
 *
 * <p>Under {@code <reporting>}, it shows the page that is there on the site of the project.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends AbstractVerificationMojo implements MavenReport {

    private @Nullable File siteDirectory;

    @Override
    Optional<String> skipReason() {
        return skipsReport() ? Optional.of("lenet.skipReport is set") : Optional.empty();
    }

    @Override
    void run() throws IOException, MojoExecutionException {
        new ReportGoal(models(), datasets(), onnxInferences(), getLog())
                .run(new ReportRequest(datasetOptions(), model(), reports(), history()));
    }

    @Override
    public boolean canGenerateReport() throws MavenReportException {
        try {
            return reasonToSkip().isEmpty() && new SitePage(reports()).isThere();
        } catch (InvalidParameterException e) {
            throw new MavenReportException(explain(e));
        }
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            new SitePage(reports())
                    .write(
                            sink,
                            Objects.requireNonNull(siteDirectory, "set by the site plugin")
                                    .toPath(),
                            getName(locale));
        } catch (IOException e) {
            throw new MavenReportException(FileProblem.describe(e), e);
        }
    }

    /**
     * Does the same for the site plugins before 3.20, among them the one that Maven 3.9 takes where the POM names no
     * version: their {@link MavenReport} has this method in the place of the other.
     *
     * @param sink takes the short page
     * @param locale the language of the site
     * @throws MavenReportException if there is no page to show, or it cannot be copied
     */
    public void generate(org.codehaus.doxia.sink.Sink sink, Locale locale) throws MavenReportException {
        generate((Sink) sink, locale);
    }

    @Override
    public String getName(Locale locale) {
        return "LeNet Report";
    }

    @Override
    public String getDescription(Locale locale) {
        return "How good the model of this module is, and whether it passed its gate.";
    }

    @Override
    @SuppressWarnings("deprecation") // The site plugin of the oldest Maven that is supported asks for it.
    public String getOutputName() {
        return SitePage.NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public @Nullable File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
