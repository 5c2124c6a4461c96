package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.reporting.MavenReportException;
import org.junit.jupiter.api.Test;

/** A switch that is neither on nor off decides nothing, not even whether the goal is skipped. */
@MojoTest(realRepositorySession = true)
class BadSwitchTest {

    private static final String REFUSAL =
            "<skipReport>ja</skipReport> (property lenet.skipReport) must be true or false."
                    + " The default is <skipReport>false</skipReport>.";

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("report", "digits", "<skipReport>ja</skipReport>");
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "skip", value = "true")
    void failsTheGoalBeforeASkip(ReportMojo mojo) {
        mojo.setLog(log.log());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(REFUSAL);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "report")
    void failsTheSite(ReportMojo mojo) {
        assertThatThrownBy(mojo::canGenerateReport)
                .isInstanceOf(MavenReportException.class)
                .hasMessage(REFUSAL);
    }
}
