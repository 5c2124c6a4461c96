package io.github.lenet.maven;

import io.github.lenet.io.FileProblem;
import io.github.lenet.maven.verification.ReportGoal;
import io.github.lenet.maven.verification.ReportRequest;
import io.github.lenet.maven.verification.SitePage;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.report.Reports;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes {@code report/index.html} anew from what {@code lenet:verify} has left: its numbers and its verdict, the
 * model, and the test images. It measures and judges nothing again.
 *
 * <p>Under {@code <reporting>}, it shows the page that is there on the site of the project.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends AbstractModelMojo implements MavenReport {

    /**
     * The model that was verified, from another module of this build or from its repositories:
     * {@code groupId:artifactId[:type[:classifier]]:version}, by default of the type {@code zip} and with the
     * classifier {@code lenet}. Of a range such as {@code [1,2)} it is the highest release. Not with {@code modelFile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelArtifact")
    private String modelArtifact;

    /**
     * The model that was verified. The default is {@code model.zip} in {@code outputDirectory}. Not with
     * {@code modelArtifact}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.modelFile")
    private File modelFile;

    /**
     * Name of the verification, for the title of the page.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.name", defaultValue = "${project.artifactId}", required = true)
    private String name;

    /**
     * Skips this goal, and the page of {@code lenet:verify}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lenet.skipReport", defaultValue = "false")
    private boolean skipReport;

    private File siteDirectory;

    @Override
    Optional<String> ownSkipReason() {
        return skipReport ? Optional.of("lenet.skipReport is set") : Optional.empty();
    }

    @Override
    void run() throws IOException, MojoExecutionException {
        new ReportGoal(models(), datasets(), getLog())
                .run(new ReportRequest(datasetOptions(), model(modelFile, modelArtifact), reports()));
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
            new SitePage(reports()).write(sink, siteDirectory.toPath(), getName(locale));
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
    public File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }

    private Reports reports() {
        return new Reports(outputDirectory(), workplace().name(name));
    }
}
