package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** The integration test {@code one-module-of-two} runs a goal in each module. */
class EachModuleTest {

    private final MavenProject top = module("top");
    private final MavenProject other = module("other");

    @Test
    void isEveryModuleForAGoalOfTheCommandLineThatMavenCallsForTheTopAlone() throws Exception {
        var build = Builds.session(List.of(top, other));

        assertThat(EachModule.list(new Invocation(build, top, Builds.direct("train", "default-cli"))))
                .containsExactly(top, other);
        assertThat(EachModule.list(new Invocation(build, other, Builds.direct("train", "default-cli"))))
                .containsExactly(other);
    }

    @Test
    void isTheModuleItselfForEveryOtherGoal() throws Exception {
        var build = Builds.session(List.of(top, other));

        assertThat(EachModule.list(new Invocation(build, top, Builds.execution("train", "digits", ""))))
                .containsExactly(top);
        assertThat(EachModule.list(new Invocation(build, top, Builds.direct("verify-aggregate", "default-cli"))))
                .containsExactly(top);
        assertThat(EachModule.list(new Invocation(build, top, Builds.direct("predict", "default-cli"))))
                .containsExactly(top);
    }

    private static MavenProject module(String artifactId) {
        try {
            return Builds.module(
                    "<groupId>g</groupId><artifactId>%s</artifactId><version>1</version>".formatted(artifactId));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
