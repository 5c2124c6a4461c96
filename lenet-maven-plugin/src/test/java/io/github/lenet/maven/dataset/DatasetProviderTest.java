package io.github.lenet.maven.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.Repositories;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.BuildArtifacts;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.store.DatasetUnavailableException;
import io.github.lenet.store.PictureOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.installation.InstallRequest;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a zip with drawn digits in a local repository. */
@MojoTest
class DatasetProviderTest {

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    Path folder;

    private DefaultRepositorySystemSession session;

    @BeforeEach
    void makeALocalRepository() {
        session = Repositories.session(
                system, new LocalRepository(folder.resolve("local").toFile()));
    }

    @Test
    void anArtifactIsThatOfAFolderWithTheSameFiles() throws Exception {
        install("1.0", List.copyOf(Split.fileNames()));
        var ofFolder = new DatasetOptions(
                "signs", folder.resolve("data"), PictureOptions.DEFAULT, new CacheDirectory(folder, false), List.of());

        var located = provider().obtain(options("signs", "com.acme:signs:1.0"), Split.TEST);

        assertThat(located.origin()).isEqualTo("com.acme:signs:zip:1.0");
        assertThat(located.read(Split.TEST).size()).isEqualTo(10);
        assertThat(log.lines())
                .containsExactly("info: Data set: com.acme:signs:zip:1.0", "info: Unpacking com.acme:signs:zip:1.0");
        assertThat(provider().trainingData(options("signs", "com.acme:signs:1.0")))
                .as("the fingerprint knows no coordinates")
                .isEqualTo(provider().trainingData(ofFolder));
    }

    @Test
    void aNewVersionWithTheSameFilesIsTheSameData() throws Exception {
        install("1.0", List.copyOf(Split.fileNames()));
        install("1.1", List.copyOf(Split.fileNames()));

        assertThat(provider().trainingData(options("signs", "com.acme:signs:[1,2)")))
                .isEqualTo(provider().trainingData(options("signs", "com.acme:signs:1.0")));
        assertThat(log.lines()).contains("info: Data set: com.acme:signs:zip:1.1");
    }

    @Test
    void dataIsMeasuredOnceForTheSameWishAlone() throws Exception {
        install("1.0", List.copyOf(Split.fileNames()));
        var provider = provider();

        var located = provider.obtain(options("signs", "com.acme:signs:1.0"), Split.TEST);

        assertThat(provider.obtain(options("signs", "com.acme:signs:1.0"), Split.TEST))
                .isSameAs(located);
        assertThat(provider.obtain(options("signs", "com.acme:signs:1.0"), Split.TRAIN))
                .isNotSameAs(located);
    }

    @Test
    void theFilesOfAKnownDataSetAreChecked() throws Exception {
        install("1.0", List.copyOf(Split.fileNames()));

        assertThatThrownBy(() -> provider().obtain(options("mnist", "com.acme:signs:1.0"), Split.TEST))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining("is not mnist");
    }

    @Test
    void aTrainingThatNeedsNoDataLooksAtDataOfTheUsersOwn() throws Exception {
        install("1.0", List.copyOf(Split.fileNames()));
        var ofFolder = new DatasetOptions(
                "mnist", folder.resolve("data"), PictureOptions.DEFAULT, new CacheDirectory(folder, false), List.of());

        assertThatThrownBy(() -> provider().trainingData(ofFolder)).hasMessageContaining("is not mnist");
        assertThatThrownBy(() -> provider().trainingData(options("mnist", "com.acme:signs:1.0")))
                .hasMessageContaining("is not mnist");
    }

    @Test
    void namesTheArtifactThatIsNoDataSet() throws Exception {
        install("1.0", List.of(Split.TRAIN.imagesFile()));

        assertThatThrownBy(() -> provider().obtain(options("signs", "com.acme:signs:1.0"), Split.TEST))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(
                        "com.acme:signs:zip:1.0 holds no train-labels-idx1-ubyte, t10k-images-idx3-ubyte");
    }

    @Test
    void namesTheArtifactThatNoRepositoryHolds() {
        assertThatThrownBy(() -> provider().obtain(options("signs", "com.acme:signs:1.0"), Split.TEST))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "There is no data set: no repository holds com.acme:signs:zip:1.0 (asked: ). Correct <datasetArtifact>"
                                + " (-Dlenet.datasetArtifact), or deploy that data first.");
    }

    /** With the proxies of the session, since a client that answers those keeps this header back. */
    @Test
    void theMirrorIsToldThePasswordOfTheSettings() throws Exception {
        var selector = new DefaultAuthenticationSelector();
        selector.add(
                "files",
                new AuthenticationBuilder()
                        .addUsername("anna")
                        .addPassword("secret")
                        .build());
        session.setAuthenticationSelector(selector);
        var heard = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var mirror = "http://localhost:" + server.getAddress().getPort() + "/mnist/";
            var options = new DatasetOptions(
                    "mnist",
                    null,
                    null,
                    PictureOptions.DEFAULT,
                    new CacheDirectory(folder.resolve("cache"), false),
                    List.of(mirror),
                    "files");

            assertThatThrownBy(() -> provider().obtain(options, Split.TEST)).hasMessageContaining("HTTP status 404");
        } finally {
            server.stop(0);
        }

        var basic = "Basic " + Base64.getEncoder().encodeToString("anna:secret".getBytes(StandardCharsets.UTF_8));
        assertThat(heard).hasSize(2).containsOnly(basic);
        assertThat(log.lines()).noneMatch(line -> line.contains("secret"));
    }

    private DatasetProvider provider() throws Exception {
        var module = Builds.module("<groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.1</version>");
        module.setRemoteArtifactRepositories(new ArrayList<>());
        var artifacts = new BuildArtifacts(List.of(), new ArtifactResolver(system, session, module));
        return new DatasetProvider(session, artifacts, log.log());
    }

    private DatasetOptions options(String name, String coordinates) {
        var artifact = DatasetOptions.artifact("", coordinates, null);
        return new DatasetOptions(
                name,
                null,
                artifact,
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of("npm"),
                null);
    }

    private void install(String version, List<String> fileNames) throws Exception {
        var data = folder.resolve("data");
        SyntheticDigits.write(data, 20, 10, 1);
        var zip = folder.resolve("signs-" + version + ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var fileName : fileNames) {
                out.putNextEntry(new ZipEntry(version + "/" + fileName));
                Files.copy(data.resolve(fileName), out);
            }
        }
        var artifact = new DefaultArtifact("com.acme", "signs", "zip", version).setFile(zip.toFile());
        system.install(session, new InstallRequest().addArtifact(artifact));
    }
}
