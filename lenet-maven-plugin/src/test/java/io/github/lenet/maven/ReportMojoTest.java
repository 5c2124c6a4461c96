package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
@MojoParameter(name = "outputDirectory", value = ReportMojoTest.OUTPUT)
@MojoParameter(name = "name", value = "digits")
class ReportMojoTest {

    static final String OUTPUT = "target/report-mojo-test/lenet";

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("report", "digits", "");
    }

    @BeforeEach
    void forgetEarlierFiles() throws Exception {
        Files.deleteIfExists(Path.of(OUTPUT, "evaluation.json"));
        Files.deleteIfExists(Path.of(OUTPUT, "report", "index.html"));
    }

    @Test
    @InjectMojo(goal = "report")
    @MojoParameter(name = "skipReport", value = "true")
    void skips(ReportMojo mojo) throws Exception {
        mojo.setLog(log.log());
        leaveAVerification();

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:report: lenet.skipReport is set");
        assertThat(mojo.canGenerateReport()).isFalse();
    }

    @Test
    @InjectMojo(goal = "report")
    void saysThatAVerificationMustComeFirst(ReportMojo mojo) {
        mojo.setLog(log.log());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("There is nothing to report: ")
                .hasMessageContaining("evaluation.json");
    }

    @Test
    @InjectMojo(goal = "report")
    void hasNoPageForASiteWithoutAModel(ReportMojo mojo) throws Exception {
        assertThat(mojo.canGenerateReport()).isFalse();
    }

    @Test
    @InjectMojo(goal = "report")
    void hasAPageForTheSiteAfterAVerification(ReportMojo mojo) throws Exception {
        leaveAVerification();

        assertThat(mojo.canGenerateReport()).isTrue();
    }

    private static void leaveAVerification() throws Exception {
        Files.createDirectories(Path.of(OUTPUT, "report"));
        Files.writeString(Path.of(OUTPUT, "evaluation.json"), "{}");
        Files.writeString(Path.of(OUTPUT, "report", "index.html"), "<html>");
    }
}
