package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.Builds;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
class ReproduceMojoTest {

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("reproduce", "digits", "");
    }

    @Test
    @InjectMojo(goal = "reproduce")
    @MojoParameter(name = "skip", value = "true")
    void skips(ReproduceMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:reproduce: lenet.skip is set");
    }

    @Test
    @InjectMojo(goal = "reproduce")
    @MojoParameter(name = "modelFile", value = "old/model.zip")
    void repeatsTheModelThatIsNamed(ReproduceMojo mojo) {
        assertFails(mojo, Path.of("old", "model.zip").toAbsolutePath() + " does not exist");
    }

    @Test
    @InjectMojo(goal = "reproduce")
    @MojoParameter(name = "threads", value = "-1")
    void refusesFewerThreadsThanNone(ReproduceMojo mojo) {
        assertFails(mojo, "<threads>-1</threads> (property lenet.threads) must be 0 or more");
    }

    @Test
    @InjectMojo(goal = "reproduce")
    @MojoParameter(name = "forkedProcessTimeoutInSeconds", value = "-1")
    void refusesALimitInThePast(ReproduceMojo mojo) {
        assertFails(mojo, "<forkedProcessTimeoutInSeconds>-1</forkedProcessTimeoutInSeconds>");
    }

    private void assertFails(ReproduceMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
