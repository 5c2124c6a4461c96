package io.github.lenet.maven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.installation.InstallRequest;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file, in a local repository and in a module of the same build. */
@MojoTest
class ModelProviderTest {

    private static final String COORDINATES = "com.acme:digits:zip:lenet:1.1";

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private DefaultRepositorySystemSession session;
    private List<MavenProject> modules = List.of();

    @BeforeEach
    void makeALocalRepository() {
        session = Repositories.session(
                system, new LocalRepository(folder.resolve("local").toFile()));
    }

    @Test
    void findsAFileWithItsProvenance() throws Exception {
        var file = Files.writeString(folder.resolve("model.zip"), "a model");

        var model = obtain(ModelOptions.of(null, null, folder));

        assertThat(model).isEqualTo(new ModelFile(file.toString(), file, folder.resolve("provenance.json")));
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void saysHowToGetAFileThatIsMissing() {
        assertThatThrownBy(() -> obtain(ModelOptions.of(folder.resolve("none.zip"))))
                .isInstanceOf(NoModelException.class)
                .hasMessage(
                        "There is no model for lenet:verify: %s does not exist. Train one first with `mvn lenet:train lenet:verify`,"
                                        .formatted(folder.resolve("none.zip"))
                                + " or name another with <modelFile> (-Dlenet.modelFile) or <modelArtifact>.");
    }

    @Test
    void findsAnArtifactWithItsProvenance() throws Exception {
        install("zip", "lenet", "a model");
        install("json", "lenet-provenance", "where it comes from");

        var model = obtain(artifact("com.acme:digits:1.1"));

        assertThat(model.name()).isEqualTo(COORDINATES);
        assertThat(model.path()).hasContent("a model");
        assertThat(model.provenance()).hasContent("where it comes from");
        assertThat(log.lines()).containsExactly("info: Model: " + COORDINATES);
    }

    @Test
    void findsTheHighestReleaseOfARangeWithItsProvenance() throws Exception {
        install("zip", "lenet", "a model");
        install("json", "lenet-provenance", "where it comes from");

        var model = obtain(artifact("com.acme:digits:[1,2)"));

        assertThat(model.name()).isEqualTo(COORDINATES);
        assertThat(model.provenance()).hasContent("where it comes from");
    }

    @Test
    void needsNoProvenance() throws Exception {
        install("zip", "lenet", "a model");
        session.setOffline(true);

        assertThat(obtain(artifact("com.acme:digits:1.1")).provenance()).isNull();
    }

    @Test
    void namesAnArtifactThatNoRepositoryHolds() {
        assertThatThrownBy(() -> obtain(artifact("com.acme:digits:zip:letters:1.1")))
                .isInstanceOfSatisfying(
                        NoModelException.class,
                        e -> assertThat(e.reason())
                                .isEqualTo("no repository holds com.acme:digits:zip:letters:1.1 (asked: )"))
                .hasMessageStartingWith("There is no model for lenet:verify: no repository holds ")
                .hasMessageContaining("Correct <modelArtifact> (-Dlenet.modelArtifact)");
    }

    @Test
    void saysThatItIsOffline() {
        session.setOffline(true);

        assertThatThrownBy(() -> obtain(artifact("com.acme:digits:1.1")))
                .isInstanceOf(MojoExecutionException.class)
                .isNotInstanceOf(NoModelException.class)
                .hasMessageContaining("does not hold <modelArtifact>" + COORDINATES + "</modelArtifact>");
    }

    @Test
    void takesTheModelOfAModuleOfTheSameBuild() throws Exception {
        install("zip", "lenet", "the model of last week");
        var module = module();
        attach(module, "zip", "lenet", "the model of this build");
        attach(module, "json", "lenet-provenance", "where it comes from");

        var model = obtain(artifact("com.acme:digits:1.1"));

        assertThat(model.path()).hasContent("the model of this build");
        assertThat(model.provenance()).hasContent("where it comes from");
    }

    @Test
    void takesNoOldModelForOneThatAModuleHasNotAttached() throws Exception {
        install("zip", "lenet", "the model of last week");
        attach(module(), "zip", "letters", "another model");

        assertThatThrownBy(() -> obtain(artifact("com.acme:digits:1.1")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("<modelArtifact>" + COORDINATES
                        + "</modelArtifact> is of a module of this build, which has attached no such file");
    }

    @Test
    void takesNoModuleOfTheSameBuildForTheReleasesOfARange() throws Exception {
        install("zip", "lenet", "a release");
        attach(module("1.2-SNAPSHOT"), "zip", "lenet", "the model of this build");

        assertThat(obtain(artifact("com.acme:digits:[1,2)")).path()).hasContent("a release");
        assertThat(obtain(artifact("com.acme:digits:1.2-SNAPSHOT")).path()).hasContent("the model of this build");
    }

    @Test
    void refusesTwoModels() {
        assertThatThrownBy(() -> ModelOptions.of(new File("model.zip"), COORDINATES, null))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContainingAll(
                        "modelFile is model.zip", "<modelArtifact>" + COORDINATES + "</modelArtifact>");
    }

    private ModelFile obtain(ModelOptions options) throws Exception {
        var module =
                Builds.module("<groupId>com.acme</groupId><artifactId>application</artifactId><version>1.1</version>");
        module.setRemoteArtifactRepositories(new ArrayList<>());
        var artifacts = new BuildArtifacts(modules, new ArtifactResolver(system, session, module));
        return new ModelProvider(artifacts, log.log()).obtain(options, "verify");
    }

    private static ModelOptions artifact(String coordinates) {
        return ModelOptions.of(null, coordinates, Path.of("unused"));
    }

    private MavenProject module() throws Exception {
        return module("1.1");
    }

    private MavenProject module(String version) throws Exception {
        var module = Builds.module(
                "<groupId>com.acme</groupId><artifactId>digits</artifactId><version>%s</version>".formatted(version));
        modules = List.of(module);
        return module;
    }

    private void attach(MavenProject module, String type, String classifier, String content) throws Exception {
        var artifact = new org.apache.maven.artifact.DefaultArtifact(
                "com.acme", "digits", "1.1", null, type, classifier, new DefaultArtifactHandler(type));
        artifact.setFile(Files.writeString(folder.resolve("attached-" + classifier), content)
                .toFile());
        module.addAttachedArtifact(artifact);
    }

    private void install(String type, String classifier, String content) throws Exception {
        var file = Files.writeString(folder.resolve("installed-" + classifier), content);
        var artifact = new DefaultArtifact("com.acme", "digits", classifier, type, "1.1").setFile(file.toFile());
        system.install(session, new InstallRequest().addArtifact(artifact));
    }
}
