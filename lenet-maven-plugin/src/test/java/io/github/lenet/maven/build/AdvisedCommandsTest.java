package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisedCommandsTest {

    private MavenProject root;
    private MavenProject digits;

    @BeforeEach
    void makeModules() throws Exception {
        root = Builds.module("<artifactId>root</artifactId>");
        root.setFile(new File("pom.xml").getAbsoluteFile());
        digits = Builds.module("<artifactId>digits</artifactId>");
        digits.setFile(new File("digits/pom.xml").getAbsoluteFile());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Train it again: mvn lenet:train, Train it again: mvn lenet:train -pl :digits",
                "Train it again: mvn lenet:train., Train it again: mvn lenet:train -pl :digits.",
                "first with `mvn lenet:train lenet:verify`, first with `mvn lenet:train lenet:verify -pl :digits`",
                "with `mvn lenet:train@my-digits`., with `mvn lenet:train@my-digits -pl :digits`.",
                "mvn lenet:explore lists them, mvn lenet:explore -pl :digits lists them",
                "`mvn lenet:predict -Dlenet.images=a.png`, `mvn lenet:predict -pl :digits -Dlenet.images=a.png`",
                "`mvn lenet:train -pl :other`, `mvn lenet:train -pl :other`",
                "mvn lenet:help -Ddetail lists them, mvn lenet:help -Ddetail lists them",
                "call lenet:train@digits, call lenet:train@digits"
            })
    void nameTheModule(String message, String named) throws Exception {
        var session = Builds.session(List.of(root, digits));

        assertThat(new AdvisedCommands(new Invocation(session, digits, Builds.execution("verify", "verify", "")))
                        .apply(message))
                .isEqualTo(named);
    }

    @Test
    void nameItWhereItIsBuiltAlone() throws Exception {
        var session = Builds.session(List.of(digits));
        session.setAllProjects(List.of(root, digits));

        assertThat(new AdvisedCommands(new Invocation(session, digits, Builds.execution("verify", "verify", "")))
                        .apply("mvn lenet:train"))
                .isEqualTo("mvn lenet:train -pl :digits");
    }

    @Test
    void nameNoneInABuildOfOne() throws Exception {
        var session = Builds.session(List.of(digits));

        assertThat(new AdvisedCommands(new Invocation(session, digits, Builds.execution("verify", "verify", "")))
                        .apply("mvn lenet:train"))
                .isEqualTo("mvn lenet:train");
    }

    @Test
    void nameThePluginWhereThereIsNoPom() throws Exception {
        var project = Builds.withoutPom();
        var execution = Builds.direct("verify", "default-cli");
        var plugin = "io.github.lenet:lenet-maven-plugin:" + execution.getVersion();

        assertThat(new AdvisedCommands(new Invocation(Builds.session(List.of(project)), project, execution))
                        .apply("first with `mvn lenet:train lenet:verify`; mvn lenet:help -Ddetail"))
                .isEqualTo("first with `mvn %1$s:train %1$s:verify`; mvn %1$s:help -Ddetail", plugin);
    }

    @Test
    void nameNoneForAGoalThatRunsOnceForAll() throws Exception {
        var session = Builds.session(List.of(root, digits));

        assertThat(new AdvisedCommands(new Invocation(session, root, Builds.direct("predict", "default-cli")))
                        .apply("mvn lenet:train"))
                .isEqualTo("mvn lenet:train");
    }
}
