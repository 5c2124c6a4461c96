package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class OutputFilesTest {

    private static final Path MODEL = Path.of("target/lenet/model.zip");

    private final MavenProject module = new MavenProject();

    @Test
    void refusesThatTwoExecutionsWriteTheSameFile() throws Exception {
        OutputFiles.claim(of(Builds.execution("train", "small", "")), MODEL);

        var large = Builds.execution("train", "large", "");
        assertThatThrownBy(() -> OutputFiles.claim(of(large), Path.of("target/lenet/../lenet/model.zip")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The executions 'small' and 'large' of this module both write")
                .hasMessageContaining("<outputDirectory>${project.build.directory}/lenet-large</outputDirectory>");
    }

    @Test
    void letsAnExecutionWriteAgain() throws Exception {
        OutputFiles.claim(of(Builds.execution("train", "digits", "")), MODEL);

        assertThatCode(() -> OutputFiles.claim(of(Builds.execution("train", "digits", "")), MODEL))
                .doesNotThrowAnyException();
    }

    @Test
    void letsTheCommandLineReplaceAnything() throws Exception {
        OutputFiles.claim(of(Builds.direct("train", "default-cli")), MODEL);
        OutputFiles.claim(of(Builds.execution("train", "digits", "")), MODEL);

        assertThatCode(() -> OutputFiles.claim(of(Builds.direct("train", "default-cli")), MODEL))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsModulesApart() throws Exception {
        OutputFiles.claim(of(Builds.execution("train", "one", "")), MODEL);

        assertThatCode(() -> OutputFiles.claim(
                        new Invocation(
                                Builds.session(List.of()), new MavenProject(), Builds.execution("train", "other", "")),
                        MODEL))
                .doesNotThrowAnyException();
    }

    private Invocation of(MojoExecution execution) {
        return new Invocation(Builds.session(List.of(module)), module, execution);
    }
}
