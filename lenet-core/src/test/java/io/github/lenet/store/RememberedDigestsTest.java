package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.dataset.ContentStream;
import io.github.lenet.io.Unfinished;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedDigestsTest {

    private static final String FORGED = "0".repeat(64);

    @TempDir
    private Path folder;

    private RememberedDigests digests;
    private Path file;

    @BeforeEach
    void writeAFile() throws IOException {
        digests = new RememberedDigests(
                new CacheDirectory(folder.resolve("cache"), false),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        file = Files.writeString(folder.resolve("images"), "some images");
    }

    @Test
    void remembersAFileThatNobodyTouches() throws Exception {
        rememberSomethingElse();

        assertThat(digests.sha256(file)).as("read from the memory").isEqualTo(FORGED);
        assertThat(digests.measure(file)).isEqualTo(ContentStream.sha256(file));
        assertThat(digests.sha256(file)).as("corrected by measuring").isEqualTo(ContentStream.sha256(file));
    }

    @Test
    void doesNotBelieveWhatOthersCanHaveWritten() throws Exception {
        rememberSomethingElse();
        Files.setPosixFilePermissions(folder.resolve("cache/digests"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(digests.sha256(file)).isEqualTo(ContentStream.sha256(file));
    }

    @Test
    void noticesOtherBytesOfTheSameLengthAndTime() throws Exception {
        rememberSomethingElse();
        var modified = Files.getLastModifiedTime(file);

        Files.writeString(file, "SOME images");
        Files.setLastModifiedTime(file, modified);

        assertThat(digests.sha256(file)).isEqualTo(ContentStream.sha256(file));
    }

    @Test
    void noticesAnotherFileInItsPlace() throws Exception {
        rememberSomethingElse();
        var modified = Files.getLastModifiedTime(file);
        var other = Files.writeString(folder.resolve("other"), "SOME images");
        Files.setLastModifiedTime(other, modified);

        Files.delete(file);
        Files.move(other, file);

        assertThat(digests.sha256(file)).isEqualTo(ContentStream.sha256(file));
    }

    @Test
    void doesNotRememberWhatWasJustWritten() throws Exception {
        new RememberedDigests(new CacheDirectory(folder.resolve("cache"), false)).sha256(file);

        assertThat(memories()).isEmpty();
    }

    @Test
    void doesNotRememberWhatCarriesATimeToCome() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofHours(2))));

        digests.sha256(file);

        assertThat(memories()).isEmpty();
    }

    @Test
    void measuresWhereTheMemoryIsDamaged() throws Exception {
        rememberSomethingElse();
        Files.writeString(memories().get(0), "{");

        assertThat(digests.sha256(file)).isEqualTo(ContentStream.sha256(file));
    }

    @Test
    void needsNoCacheThatCanBeWritten() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file");

        assertThat(digests.sha256(file)).isEqualTo(ContentStream.sha256(file));
    }

    @Test
    void forgetsWhatNoBuildHasAskedForInThirtyDays() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("unix");
        digests.sha256(file);
        var unused = memories().get(0);
        var half = Files.writeString(Unfinished.of(unused), "{");
        var foreign = Files.writeString(unused.resolveSibling("catalogue.json"), "the user's own");
        age(unused);
        age(half);
        age(foreign);

        digests.sha256(Files.writeString(folder.resolve("labels"), "some labels"));

        assertThat(memories()).hasSize(2).doesNotContain(unused, half).contains(foreign);
    }

    @Test
    void remembersWhatABuildHasAskedFor() throws Exception {
        rememberSomethingElse();
        var used = memories().get(0);
        age(used);
        digests.sha256(file);

        digests.sha256(Files.writeString(folder.resolve("labels"), "some labels"));

        assertThat(memories()).hasSize(2).contains(used);
    }

    private static void age(Path memory) throws IOException {
        var longAgo = Instant.now().minus(Cleaning.UNUSED).minus(Duration.ofDays(1));
        Files.setLastModifiedTime(memory, FileTime.from(longAgo));
    }

    /** A wrong digest, which tells what was remembered from what was measured. */
    private void rememberSomethingElse() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("unix");
        var sha256 = digests.sha256(file);
        var memory = memories().get(0);
        Files.writeString(memory, Files.readString(memory).replace(sha256, FORGED));
        waitForTheNextTick();
    }

    /** Until the clock that stamps files has moved on, within milliseconds. */
    private void waitForTheNextTick() throws IOException {
        var stamped = Files.getAttribute(file, "unix:ctime");
        while (stamped.equals(Files.getAttribute(Files.writeString(folder.resolve("tick"), ""), "unix:ctime"))) {
            Thread.onSpinWait();
        }
    }

    private List<Path> memories() throws IOException {
        var memory = folder.resolve("cache").resolve("digests");
        if (!Files.isDirectory(memory)) {
            return List.of();
        }
        try (var files = Files.list(memory)) {
            return files.toList();
        }
    }
}
