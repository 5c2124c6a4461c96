package io.github.lenet.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class InvocationTest {

    @Test
    void skipsAModuleThatOnlyHoldsOthers() throws Exception {
        var aggregator = Builds.module("<packaging>pom</packaging><modules><module>first</module></modules>");

        // As with -N, which builds none of the others.
        assertThat(skipReason(aggregator, List.of(aggregator))).hasValue("the module has pom packaging and <modules>");
    }

    @Test
    void skipsAParentWithoutModules() throws Exception {
        var grandparent = module("grandparent", "pom");
        var parent = module("parent", "pom");
        parent.setParent(grandparent);
        var child = module("child", "jar");
        child.setParent(parent);

        var all = List.of(grandparent, parent, child);

        assertThat(skipReason(grandparent, all)).hasValue("the module has pom packaging and is a parent of parent");
        assertThat(skipReason(parent, all)).hasValue("the module has pom packaging and is a parent of child");
        assertThat(skipReason(grandparent, List.of(grandparent, child)))
                .hasValue("the module has pom packaging and is a parent of child");
        assertThat(skipReason(child, all)).isEmpty();
    }

    @Test
    void skipsAParentThatIsBuiltAlone() throws Exception {
        var parent = module("parent", "pom");
        var child = module("child", "jar");
        child.setParent(parent);

        var session = Builds.session(List.of(parent));
        session.setAllProjects(List.of(parent, child));

        assertThat(new Invocation(session, parent, Builds.execution("train", "digits", "")).skipReason())
                .hasValue("the module has pom packaging and is a parent of child");
    }

    @Test
    void runsInAPomThatIsAModuleInItsOwnRight() throws Exception {
        var gate = module("gate", "pom");
        gate.setParent(module("parent", "pom"));

        assertThat(skipReason(gate, List.of(gate))).isEmpty();
        assertThat(skipReason(gate, List.of(gate.getParent(), gate, module("digits", "jar"))))
                .isEmpty();
    }

    @Test
    void runsWhereThereIsNoPom() throws Exception {
        var project = Builds.withoutPom();

        assertThat(skipReason(project, List.of(project))).isEmpty();
    }

    @Test
    void skipsModulesWithoutThePluginWhenItIsCalledDirectly() throws Exception {
        var with = Builds.moduleWithPlugin("");
        var without = Builds.module("");
        var session = Builds.session(List.of(with, without));
        var direct = Builds.direct("train", "default-cli");

        assertThat(new Invocation(session, with, direct).skipReason()).isEmpty();
        assertThat(new Invocation(session, without, direct).skipReason())
                .hasValue("the module does not list the plugin under <build><plugins>");
    }

    @Test
    void runsInTheOnlyModuleOfABuildWhateverItLists() throws Exception {
        var module = Builds.module("");
        var session = Builds.session(List.of(module));

        assertThat(new Invocation(session, module, Builds.direct("train", "default-cli")).skipReason())
                .isEmpty();
    }

    private static MavenProject module(String artifactId, String packaging) throws Exception {
        return Builds.module(
                "<groupId>com.acme</groupId><artifactId>%s</artifactId><version>1</version><packaging>%s</packaging>"
                        .formatted(artifactId, packaging));
    }

    private static Optional<String> skipReason(MavenProject module, List<MavenProject> build) throws Exception {
        return new Invocation(Builds.session(build), module, Builds.execution("train", "digits", "")).skipReason();
    }
}
