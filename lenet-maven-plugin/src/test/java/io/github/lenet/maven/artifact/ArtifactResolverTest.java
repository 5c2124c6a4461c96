package io.github.lenet.maven.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.parameter.InvalidParameterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.ArtifactRepositoryPolicy;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.deployment.DeployRequest;
import org.eclipse.aether.installation.InstallRequest;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With Maven's own resolver, on repositories in folders and behind a server. */
@MojoTest
class ArtifactResolverTest {

    private static final String RANGE = "com.acme:digits:(,1.1-SNAPSHOT)";

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private Path remote;

    @BeforeEach
    void makeARepository() throws Exception {
        remote = Files.createDirectories(folder.resolve("remote"));
    }

    @Test
    void findsASingleVersion() throws Exception {
        deploy("1.0");

        var found = (Found) resolve("com.acme:digits:1.0", file());

        assertThat(found.coordinates()).isEqualTo("com.acme:digits:zip:lenet:1.0");
        assertThat(found.file()).hasContent("model 1.0").startsWith(localRepository());
    }

    @Test
    void findsTheHighestReleaseOfARange() throws Exception {
        deploy("0.9", "0.10", "1.0", "1.0.1-rc1", "1.0.1-SNAPSHOT", "1.1", "2.0");

        assertThat(resolve(RANGE, file())).extracting("coordinates").isEqualTo("com.acme:digits:zip:lenet:1.0");
        assertThat(resolve("com.acme:digits:[0.9,1.0)", file()))
                .extracting("coordinates")
                .asString()
                .endsWith(":0.10");
    }

    @Test
    void findsSnapshotsAndPreReleasesWhereTheyAreWanted() throws Exception {
        deploy("1.0", "1.0.1-rc1");
        assertThat(resolver(false, file()).resolve(reference(RANGE), true))
                .extracting("coordinates")
                .asString()
                .endsWith(":1.0.1-rc1");

        deploy("1.0.1-SNAPSHOT");
        assertThat(resolver(false, file()).resolve(reference(RANGE), true))
                .extracting("coordinates")
                .asString()
                .matches(".*:1\\.0\\.1-\\d{8}\\.\\d{6}-1");
    }

    @Test
    void findsWhatWasOnlyInstalled() throws Exception {
        install("1.0");

        assertThat(resolve(RANGE, file())).isInstanceOf(Found.class);
        assertThat(resolver(true, file()).resolve(reference(RANGE), false)).isInstanceOf(Found.class);
    }

    @Test
    void neverFindsThisModuleItself() throws Exception {
        install("1.0", "1.1-SNAPSHOT");

        assertThat(resolver(false, file()).resolve(reference("com.acme:digits:[0.1,)"), true))
                .extracting("coordinates")
                .asString()
                .endsWith(":1.0");
        assertThatThrownBy(() -> resolve("com.acme:digits:1.1-SNAPSHOT", file()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("is the version of this module that is being built");
    }

    @Test
    void saysThatThereIsNoReleaseYet() throws Exception {
        deploy("1.0-beta1");

        assertThat(resolve(RANGE, file()))
                .isEqualTo(new Missing(
                        "no repository holds a release of com.acme:digits in the range (,1.1-SNAPSHOT) (asked: acme)"));
    }

    @Test
    void saysThatTheLastReleaseHasNoModel() throws Exception {
        deploy("1.0");

        assertThat(resolve("com.acme:digits:zip:letters:(,1.1-SNAPSHOT)", file()))
                .isEqualTo(new Missing("no repository holds com.acme:digits:zip:letters:1.0 (asked: acme)"));
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThatThrownBy(() -> resolve("com.acme:digits:(,1.1", file()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("has no valid range of versions");
    }

    @ParameterizedTest
    @ValueSource(strings = {RANGE, "com.acme:digits:1.0"})
    void takesNotFoundForAnAnswer(String coordinates) throws Exception {
        try (var server = new HttpRepository(remote)) {
            assertThat(resolve(coordinates, server.url())).isInstanceOf(Missing.class);
            assertThat(server.requests()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 500, 503})
    void takesNoRefusalForAnAnswer(int status) throws Exception {
        try (var server = new HttpRepository(remote)) {
            server.failWith(status);

            assertUnreachable(RANGE, server.url(), "acme (" + server.url() + ")", String.valueOf(status));
            // The second module of a build is told from memory, and must be told the same.
            assertUnreachable(RANGE, server.url(), "acme (" + server.url() + ")", String.valueOf(status));
            assertUnreachable(
                    "com.acme:digits:1.0", server.url(), "acme (" + server.url() + ")", String.valueOf(status));
        }
    }

    @Test
    void takesNoSilenceForAnAnswer() throws Exception {
        var server = new HttpRepository(remote);
        server.close();

        assertUnreachable(RANGE, server.url(), "acme (" + server.url() + ")", "refused");
        assertUnreachable("com.acme:digits:1.0", "http://no-such-host.invalid/", "acme", "no-such-host.invalid");
    }

    @Test
    void takesAFolderThatIsNotMountedForNoAnswer() {
        assertUnreachable(RANGE, folder.resolve("not mounted").toUri().toString(), "acme", "does not exist");
    }

    @Test
    void takesAPageOfHtmlForNoAnswer() throws Exception {
        Files.createDirectories(remote.resolve("com/acme/digits"));
        Files.writeString(remote.resolve("com/acme/digits/maven-metadata.xml"), "<html><p>Please sign in</html>");

        assertUnreachable(RANGE, file(), "one of the repositories acme answered with something else", "</html>");
    }

    @Test
    void needsTheAnswersOfAllRepositoriesForARangeOnly() throws Exception {
        deploy("1.0");
        try (var server = new HttpRepository(remote)) {
            server.failWith(503);

            assertThatThrownBy(() -> resolve(RANGE, file(), server.url())).hasMessageContaining("503");
            assertThat(resolve("com.acme:digits:1.0", file(), server.url())).isInstanceOf(Found.class);
        }
    }

    @Test
    void doesNotRememberThatThereWasNone() throws Exception {
        try (var server = new HttpRepository(remote)) {
            assertThat(resolve(RANGE, server.url())).isInstanceOf(Missing.class);
            assertThat(resolve("com.acme:digits:1.0", server.url())).isInstanceOf(Missing.class);

            deploy("1.0");

            assertThat(resolve(RANGE, server.url())).isInstanceOf(Found.class);
            assertThat(resolve("com.acme:digits:1.0", server.url())).isInstanceOf(Found.class);
        }
    }

    @Test
    void takesWhatIsLocalOffline() throws Exception {
        deploy("1.0");
        try (var server = new HttpRepository(remote)) {
            resolve(RANGE, server.url());
            server.requests().clear();

            assertThat(resolver(true, server.url()).resolve(reference(RANGE), false))
                    .isInstanceOf(Found.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RANGE, "com.acme:digits:1.0"})
    void saysThatItIsOffline(String coordinates) throws Exception {
        deploy("1.0");

        assertThatThrownBy(() -> resolver(true, file()).resolve(reference(coordinates), false))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Maven is offline (-o), and the local repository " + localRepository())
                .hasMessageEndingWith("Run the same command once without -o.");
    }

    private void assertUnreachable(String coordinates, String url, String... parts) {
        assertThatThrownBy(() -> resolve(coordinates, url))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Cannot tell whether there is <baselineArtifact>"
                        + reference(coordinates).coordinates())
                .hasMessageContainingAll(parts);
    }

    private Resolution resolve(String coordinates, String... urls) throws Exception {
        return resolver(false, urls).resolve(reference(coordinates), false);
    }

    private ArtifactResolver resolver(boolean offline, String... urls) throws Exception {
        var module = Builds.module(
                "<groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.1-SNAPSHOT</version>");
        module.setRemoteArtifactRepositories(
                Stream.of(urls).map(ArtifactResolverTest::repository).toList());
        return new ArtifactResolver(system, session().setOffline(offline), module);
    }

    private static ArtifactRepository repository(String url) {
        // Maven's own default: a repository is asked again after a day.
        var policy = new ArtifactRepositoryPolicy(true, "daily", "warn");
        return new MavenArtifactRepository("acme", url, new DefaultRepositoryLayout(), policy, policy);
    }

    private static ArtifactReference reference(String coordinates) {
        return ArtifactReference.parse("baselineArtifact", coordinates, "lenet");
    }

    private void deploy(String... versions) throws Exception {
        for (var version : versions) {
            var request = new DeployRequest();
            request.setRepository(new RemoteRepository.Builder("acme", "default", file()).build());
            request.addArtifact(artifact(version));
            var deploying = Repositories.session(
                    system,
                    new LocalRepository(folder.resolve("of-the-releaser").toFile()));
            system.deploy(deploying, request);
        }
    }

    private void install(String... versions) throws Exception {
        for (var version : versions) {
            system.install(session(), new InstallRequest().addArtifact(artifact(version)));
        }
    }

    private Artifact artifact(String version) throws Exception {
        var file = Files.writeString(folder.resolve("model-" + version + ".zip"), "model " + version);
        return new DefaultArtifact("com.acme", "digits", "lenet", "zip", version).setFile(file.toFile());
    }

    private DefaultRepositorySystemSession session() {
        var session = Repositories.session(
                system, new LocalRepository(localRepository().toFile()));
        // As the command line sets it: what was not there is remembered.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(true, false));
        // Milliseconds, where Maven waits for seconds before it asks an overloaded server again.
        return session.setConfigProperty("aether.connector.http.retryHandler.interval", 1);
    }

    private Path localRepository() {
        return folder.resolve("local");
    }

    private String file() {
        return remote.toUri().toString();
    }
}
