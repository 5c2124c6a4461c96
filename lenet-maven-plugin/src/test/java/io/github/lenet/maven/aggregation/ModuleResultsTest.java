package io.github.lenet.maven.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.VerificationNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class ModuleResultsTest {

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @Inject
    private ProjectBuilder projects;

    @TempDir
    private Path folder;

    private MavenProject digits;
    private MavenProject fashion;
    private MavenProject all;
    private MavenSession session;

    @BeforeEach
    void layOut() throws Exception {
        digits = gate("digits");
        fashion = gate("fashion");
        all = Builds.module("<groupId>com.acme</groupId><artifactId>all</artifactId><version>1</version><dependencies>"
                + dependency("digits", "1")
                + dependency("digits", "1")
                        .replace("</dependency>", "<type>zip</type><classifier>lenet</classifier></dependency>")
                + dependency("fashion", "[1,2)")
                + "</dependencies>");
        all.setRemoteArtifactRepositories(new ArrayList<>());
        var repository = new LocalRepository(folder.resolve("repository").toFile(), "simple");
        session = Builds.session(
                Repositories.session(system, repository).setOffline(true), List.of(digits, fashion, all));
    }

    @Test
    void areThoseOfThisBuild() throws Exception {
        verified(digits);
        verified(fashion);

        assertThat(modules().absent()).isEmpty();
        assertThat(modules().results())
                .satisfiesExactly(
                        result -> {
                            assertThat(result.module()).isEqualTo("com.acme:digits");
                            assertThat(result.obstacle()).isNull();
                            assertThat(result.earlier()).isNull();
                        },
                        result -> assertThat(result.module()).as("in the range").isEqualTo("com.acme:fashion"));
    }

    @Test
    void areFoundOutsideOfThePartThatRuns() throws Exception {
        session.setProjects(List.of(fashion, all));
        session.setAllProjects(List.of(digits, fashion, all));
        verified(fashion);

        assertThat(modules().results())
                .satisfiesExactly(
                        result -> assertThat(result.earlier()).as("digits").isNotNull(),
                        result -> assertThat(result.earlier()).as("fashion").isNull());
    }

    @Test
    void areNotThoseOfAVerificationThatWasSkipped() throws Exception {
        new VerificationNotes(digits).skipped(output(digits), "lenet.skipVerify is set");
        verified(fashion);

        assertThat(modules().results())
                .extracting(ModuleResult::obstacle)
                .containsExactly("was skipped in this build: lenet.skipVerify is set", null);
    }

    @Test
    void areNotThoseOfAModuleThatFailedBefore() throws Exception {
        session.getResult().addBuildSummary(new BuildFailure(digits, 1, new IllegalStateException()));
        verified(fashion);
        session.getResult().addBuildSummary(new BuildFailure(fashion, 1, new IllegalStateException("missed its gate")));

        assertThat(modules().results())
                .extracting(ModuleResult::obstacle)
                .containsExactly("was not reached, because its build failed", null);
    }

    @Test
    void nameADependencyThatNobodyKnows() throws Exception {
        session.setAllProjects(List.of(fashion, all));

        assertThat(modules().absent())
                .singleElement()
                .asString()
                .startsWith(
                        "com.acme:digits is no module of this build, and nobody can tell whether it runs lenet:verify: ")
                .contains("com.acme:digits:pom:1");
        assertThat(modules().results()).hasSize(1);
    }

    @Test
    void nameADependencyThatHasAGateElsewhere() throws Exception {
        session.setAllProjects(List.of(fashion, all));
        publish(digits, "digits");

        assertThat(modules().absent())
                .containsExactly(
                        "com.acme:digits runs lenet:verify (execution 'gate'), but is no module of this build, so that it has no"
                                + " result here");
    }

    @Test
    void areNotAskedOfOtherDependencies() throws Exception {
        session.setAllProjects(List.of(fashion, all));
        publish(Builds.module(""), "digits");

        assertThat(modules().absent()).isEmpty();
    }

    /** Puts the POM of a module into the repository of this user. */
    private void publish(MavenProject module, String name) throws Exception {
        var model = module.getModel().clone();
        model.setModelVersion("4.0.0");
        model.setGroupId("com.acme");
        model.setArtifactId(name);
        model.setVersion("1");
        var pom = folder.resolve("repository/com/acme/%1$s/1/%1$s-1.pom".formatted(name));
        Files.createDirectories(pom.getParent());
        try (var out = Files.newOutputStream(pom)) {
            new MavenXpp3Writer().write(out, model);
        }
    }

    private DeclaredModules modules() throws Exception {
        var repositories = new ArtifactResolver(system, session.getRepositorySession(), all);
        return new ModuleResults(
                        new Invocation(session, all, Builds.execution("verify-aggregate", "all", "")),
                        new PublishedModules(repositories, projects, session),
                        module -> new BuildArtifacts(session.getProjects(), repositories),
                        log.log())
                .list();
    }

    private void verified(MavenProject module) {
        new VerificationNotes(module).ran(output(module));
    }

    private Path output(MavenProject module) {
        return folder.resolve(module.getArtifactId());
    }

    private MavenProject gate(String name) throws Exception {
        return Builds.module("""
        <groupId>com.acme</groupId><artifactId>%s</artifactId><version>1</version>
        <build><plugins><plugin><groupId>io.github.lenet</groupId><artifactId>lenet-maven-plugin</artifactId>
        <executions><execution><id>gate</id><goals><goal>verify</goal></goals><configuration>
        <outputDirectory>%s</outputDirectory></configuration></execution></executions></plugin></plugins></build>""".formatted(name, folder.resolve(name)));
    }

    private static String dependency(String name, String version) {
        return "<dependency><groupId>com.acme</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted(name, version);
    }
}
