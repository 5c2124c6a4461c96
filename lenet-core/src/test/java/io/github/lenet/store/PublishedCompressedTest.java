package io.github.lenet.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.IdxArray;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Data sets known by the digests of their compressed files, here in the shape and with the names of QMNIST. */
@Timeout(60)
class PublishedCompressedTest {

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private Path published;
    private Path cached;
    private List<CatalogFile> files;

    @BeforeEach
    void publish() throws IOException {
        published = folder.resolve("published");
        cached = folder.resolve("cache/datasets/small");
        var drawn = folder.resolve("drawn");
        SyntheticDigits.write(drawn, 20, 10, 1);
        files = new ArrayList<>();
        for (var name : Split.fileNames()) {
            var gzip = "qmnist-" + name.replace("t10k", "test").replace("idx1-ubyte", "idx2-int") + ".gz";
            var array = IdxReader.read(drawn.resolve(name));
            var file = published.resolve(gzip);
            IdxWriter.write(file, name.contains("labels") ? withNistColumns(array) : array);
            files.add(new CatalogFile(name, Sha256.hex(file), 100_000, gzip));
        }
    }

    /** Eight integers for each image, as QMNIST has them; only the first is the label. */
    private static IdxArray withNistColumns(IdxArray labels) {
        var rows = ByteBuffer.allocate(labels.size() * 32);
        for (var label : labels.bytes()) {
            rows.putInt(label)
                    .putInt(4)
                    .putInt(2578)
                    .putInt(69)
                    .putInt(37)
                    .putInt(279_260)
                    .putInt(0)
                    .putInt(0);
        }
        return new IdxArray(IdxType.INT, List.of(labels.size(), 8), rows.array());
    }

    private LocatedDataset obtain(Path dataDirectory, URI... mirrors) throws IOException {
        var classes = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        var entry = new CatalogEntry(
                "small", "Small", classes, "MIT", "none", "of the files", files, List.of(mirrors), null, null, null);
        var request = new DatasetRequest(
                "small",
                dataDirectory,
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of("mirrors"),
                null,
                mirrors.length == 0,
                null,
                null,
                Duration.ofMinutes(1));
        return new DatasetStore(new Catalog(List.of(entry)), "").obtain(request, messages);
    }

    @Test
    void keepsTheFilesAsTheyWerePublished() throws IOException {
        try (var server = new LoopbackServer(LoopbackServer.plain(published))) {
            obtain(null, server.address());
            assertThat(server.requests()).hasSize(4).allMatch(path -> path.endsWith(".gz"));
        }

        var located = obtain(null);

        assertThat(located.origin()).isEqualTo("cache");
        for (var file : files) {
            assertThat(cached.resolve(file.gzip())).hasSameBinaryContentAs(published.resolve(file.gzip()));
            assertThat(located.sha256()).containsEntry(file.name(), file.sha256());
        }
        assertThat(located.read(Split.TRAIN).classCounts()).containsOnly(2);
        assertThat(located.read(Split.TEST).classCounts()).containsOnly(1);
    }

    @Test
    void aDamagedFileIsFetchedAgain() throws IOException {
        try (var server = new LoopbackServer(LoopbackServer.plain(published))) {
            obtain(null, server.address());
            Files.write(cached.resolve("qmnist-test-labels-idx2-int.gz"), new byte[100]);
            obtain(null, server.address());
            assertThat(server.requests()).hasSize(5).last().asString().endsWith("/qmnist-test-labels-idx2-int.gz");
        }
        assertThat(messages.lines).anyMatch(line -> line.contains("is damaged (t10k-labels-idx1-ubyte is damaged)"));
    }

    @Test
    void theSameContentInAnotherCompressionIsRefused() throws IOException {
        var recompressed = folder.resolve("recompressed");
        Files.createDirectory(recompressed);
        for (var file : files) {
            var bytes = Files.readAllBytes(published.resolve(file.gzip()));
            // The operating system in the header of gzip: no reader looks at it.
            bytes[9] = 7;
            Files.write(recompressed.resolve(file.gzip()), bytes);
        }
        try (var server = new LoopbackServer(LoopbackServer.plain(recompressed))) {
            assertThatThrownBy(() -> obtain(null, server.address()))
                    .isInstanceOf(DatasetUnavailableException.class)
                    .hasMessageContaining("qmnist-train-images-idx3-ubyte.gz came with other content")
                    .hasMessageContaining("put qmnist-train-images-idx3-ubyte.gz, ");
        }
    }

    @Test
    void aWebPageIsNamedAsSuch() throws IOException {
        try (var server = new LoopbackServer(
                exchange -> LoopbackServer.send(exchange, 200, "<html>Log in</html>".getBytes(UTF_8)))) {
            assertThatThrownBy(() -> obtain(null, server.address()))
                    .hasMessageContaining("qmnist-train-images-idx3-ubyte.gz came as a web page, with other content");
        }
    }

    @Test
    void theUsersFolderOfPublishedFilesIsUsedInPlace() throws IOException {
        var located = obtain(published);

        assertThat(located.origin()).isEqualTo("dataDirectory");
        assertThat(located.read(Split.TEST).size()).isEqualTo(10);
    }

    @Test
    void aDecompressedFileOfTheUsersCannotBeChecked() throws IOException {
        var packed = published.resolve("qmnist-test-labels-idx2-int.gz");
        IdxWriter.write(published.resolve("qmnist-test-labels-idx2-int"), IdxReader.read(packed));

        assertThatThrownBy(() -> obtain(published))
                .hasMessageContaining("is not small (its SHA-256 is ")
                .hasMessageContaining(" of qmnist-test-labels-idx2-int.gz as it was published)");
    }
}
