package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.build.Builds;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest(realRepositorySession = true)
@MojoParameter(name = "cacheDirectory", value = TrainedModel.CACHE)
class DownloadMojoTest {

    private final RecordingLog log = new RecordingLog();

    @Provides
    MojoExecution execution() throws Exception {
        return Builds.execution("download", "digits", "");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "skip", value = "true")
    void skips(DownloadMojo mojo) throws Exception {
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines()).containsExactly("info: Skipping lenet:download: lenet.skip is set");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "dataset", value = "my-digits")
    void asksForTheFilesOfAnUnknownDataSet(DownloadMojo mojo) {
        assertFails(mojo, "<dataset>my-digits</dataset> is unknown");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "dataset", value = "my-digits")
    @MojoParameter(name = "dataDirectory", value = "elsewhere")
    void saysThatTheFolderIsNone(DownloadMojo mojo) {
        assertFails(mojo, "<dataDirectory> " + Path.of("elsewhere").toAbsolutePath() + " does not exist");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "cacheDirectory", value = "?/.cache/lenet")
    void warnsOfAUserWithoutAHomeFolder(DownloadMojo mojo) {
        var home = System.getProperty("user.home");
        mojo.project()
                .getBuild()
                .setDirectory(
                        Path.of("target", "download-mojo-test").toAbsolutePath().toString());
        mojo.setLog(log.log());
        System.setProperty("user.home", "?");
        try {
            assertThat(mojo.datasetOptions().cacheDirectory().toString()).doesNotContain("?");
            mojo.datasetOptions();
        } finally {
            System.setProperty("user.home", home);
        }

        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith(
                        "This user has no home folder (user.home is ?), so data sets and trained models are kept in ")
                .contains(Path.of("download-mojo-test", "lenet-cache").toString())
                .endsWith("Name a folder that stays with <cacheDirectory> (-Dlenet.cacheDirectory).");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "dataDirectory", value = "src/it")
    void asksForANameOfAFolderOfPictures(DownloadMojo mojo) {
        assertFails(
                mojo,
                "<dataDirectory> " + Path.of("src", "it").toAbsolutePath() + " holds pictures, but <dataset> is mnist."
                        + " If this is data of your own, give it a name of its own: <dataset>my-pictures</dataset>");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "dataset", value = "my-digits")
    @MojoParameter(name = "dataDirectory", value = "target/download-mojo-test")
    void checksDataOfOnesOwnWhereItLies(DownloadMojo mojo) throws Exception {
        var folder = Path.of("target", "download-mojo-test").toAbsolutePath();
        SyntheticDigits.write(folder, 30, 20, 7);
        var labels = Sha256.hex(Files.readAllBytes(folder.resolve("t10k-labels-idx1-ubyte")));
        mojo.setLog(log.log());

        mojo.execute();

        assertThat(log.lines("info"))
                .contains(
                        "my-digits is complete: 30 training and 20 test images",
                        "Folder: " + folder,
                        "Source: dataDirectory")
                .contains("  " + labels + "  t10k-labels-idx1-ubyte")
                .filteredOn(line -> line.endsWith("-ubyte"))
                .hasSize(4);
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "dataDirectory", value = "elsewhere")
    @MojoParameter(name = "datasetArtifact", value = "com.acme:signs:1.0")
    void refusesDataInTwoPlaces(DownloadMojo mojo) {
        assertFails(
                mojo,
                "<datasetArtifact>com.acme:signs:1.0</datasetArtifact> (property lenet.datasetArtifact) cannot be set together with"
                        + " <dataDirectory>" + Path.of("elsewhere").toAbsolutePath());
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "cacheDirectory", value = "pom.xml")
    void saysThatTheCacheCannotBeWritten(DownloadMojo mojo) {
        var folder = Path.of("pom.xml", "datasets", "mnist").toAbsolutePath();
        assertFails(mojo, "the cache folder " + folder + " cannot be written");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "sources", value = "ftp://nowhere")
    void saysWhatASourceMayBe(DownloadMojo mojo) {
        assertFails(
                mojo, "<sources> has 'ftp://nowhere', which is none of debian, mirrors, npm or the http(s) address");
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "sources", value = "https://anna:top,secret@files.example/mnist/")
    void showsNoPasswordOfAnAddress(DownloadMojo mojo) {
        mojo.setLog(log.log());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("username or password in it", "<sourceServer>mirror</sourceServer>")
                .hasMessageNotContainingAny("anna", "top", "secret")
                .hasNoCause();
        assertThat(log.lines()).noneMatch(line -> line.contains("top") || line.contains("secret"));
    }

    @Test
    @InjectMojo(goal = "download")
    @MojoParameter(name = "cacheDirectory", value = "target/download-mojo-test-empty")
    @MojoParameter(name = "sources", value = "https://files.invalid/mnist/")
    @MojoParameter(name = "sourceServer", value = "nobody")
    void asksTheSettingsForTheServer(DownloadMojo mojo) {
        assertFails(
                mojo, "<sourceServer>nobody</sourceServer> (property lenet.sourceServer) is the <id> of no <server>");
    }

    private void assertFails(DownloadMojo mojo, String message) {
        mojo.setLog(log.log());
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(message);
    }
}
