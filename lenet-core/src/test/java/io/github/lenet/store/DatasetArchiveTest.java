package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetArchiveTest {

    private static final String NAME = "com.acme:signs:zip:1.0";
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    @BeforeEach
    void drawADataset() throws IOException {
        SyntheticDigits.write(folder.resolve("data"), 20, 10, 1);
        for (var fileName : Split.fileNames()) {
            entries.put(fileName, Files.readAllBytes(folder.resolve("data").resolve(fileName)));
        }
    }

    @Test
    void isThatOfAFolderWithTheSameFiles() throws IOException {
        entries.put("classes.txt", "a b c d e f g h i j".replace(' ', '\n').getBytes(StandardCharsets.UTF_8));

        var located = LocatedDataset.open("signs", unpack());

        assertThat(located.sha256())
                .isEqualTo(LocatedDataset.open("signs", folder.resolve("data")).sha256());
        assertThat(located.classNames()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        assertThat(messages.lines).containsExactly("Unpacking " + NAME);
    }

    @Test
    void mayLieInAFolderOfTheZipBesideOtherFilesAndCompressed() throws IOException {
        var packed = new LinkedHashMap<String, byte[]>();
        for (var entry : entries.entrySet()) {
            packed.put("signs-1.0/idx/" + entry.getKey().replace("-idx", ".idx") + ".gz", compressed(entry.getValue()));
        }
        packed.put("signs-1.0/README.md", new byte[10]);
        entries.clear();
        entries.putAll(packed);

        var directory = unpack();

        assertThat(LocatedDataset.open("signs", directory).sha256())
                .isEqualTo(LocatedDataset.open("signs", folder.resolve("data")).sha256());
        assertThat(directory.resolve("README.md")).doesNotExist();
    }

    @Test
    void isUnpackedOnce() throws IOException {
        var first = unpack();

        assertThat(unpack()).isEqualTo(first);
        assertThat(messages.lines).hasSize(1);
    }

    /** The checksums lie beside the files. */
    @Test
    void isUnpackedAgainWhereOthersCanHaveWrittenIt() throws IOException {
        var directory = unpack();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        unpack();
        unpack();

        assertThat(messages.lines).hasSize(3);
        assertThat(messages.lines.get(1))
                .startsWith(
                        "The cache has this data, but it is made again: " + directory + " can be written by everybody");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        unpack(true);
        assertThat(messages.lines).hasSize(3);
    }

    @Test
    void noLinkTakesThePlaceOfAFile() throws IOException {
        var labels = unpack().resolve(Split.TEST.labelsFile());
        var elsewhere = Files.move(labels, folder.resolve("labels"));
        Files.createSymbolicLink(labels, elsewhere);

        unpack();

        assertThat(labels)
                .isRegularFile()
                .satisfies(file -> assertThat(Files.isSymbolicLink(file)).isFalse());
        assertThat(elsewhere).hasBinaryContent(entries.get(Split.TEST.labelsFile()));
    }

    @Test
    void isUnpackedAgainWhereAFileIsNoLongerThatOfTheZip() throws IOException {
        var labels = unpack().resolve(Split.TEST.labelsFile());
        var content = Files.readAllBytes(labels);
        content[content.length - 1]++;
        Files.write(labels, content);

        unpack();

        assertThat(labels).hasBinaryContent(entries.get(Split.TEST.labelsFile()));
        assertThat(messages.lines).hasSize(2);
    }

    /** No text, a long one, and none. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "0123456789abcdef\n", ""})
    void isUnpackedAgainWhereTheChecksumsAreDamaged(String damage) throws IOException {
        var checksums = unpack().resolve("sha256.txt");
        Files.write(checksums, damage.repeat(100).getBytes(StandardCharsets.ISO_8859_1));

        unpack();
        unpack();

        assertThat(messages.lines).hasSize(2);
    }

    @Test
    void isAnotherOneWhereTheZipIsAnother() throws IOException {
        var first = unpack();
        entries.put("classes.txt", "a\nb".getBytes(StandardCharsets.UTF_8));

        assertThat(unpack()).isNotEqualTo(first);
    }

    @Test
    void leavesNothingOfBuildsThatWereKilled() throws IOException {
        var leftover = Files.createDirectories(archives().resolve(".0f0f.lenet-" + UUID.randomUUID() + ".part"));
        Files.writeString(leftover.resolve("half"), "a file");
        var foreign = List.of(
                Files.createDirectories(archives().resolve(".git")),
                Files.createDirectories(archives().resolve(".lenet-backup")));

        unpack();

        assertThat(leftover).doesNotExist();
        assertThat(foreign).allSatisfy(folder -> assertThat(folder).exists());
    }

    @Test
    void makesRoomWhereNoBuildHasUsedOneForThirtyDays() throws IOException {
        var unused = unpack();
        entries.put("classes.txt", "a\nb".getBytes(StandardCharsets.UTF_8));
        var used = unpack();
        age(used);
        unpack();
        age(unused);
        var foreign = Files.createDirectories(archives().resolve("2019"));
        age(foreign);
        entries.put("classes.txt", "c\nd".getBytes(StandardCharsets.UTF_8));

        var made = unpack();

        assertThat(unused).doesNotExist();
        assertThat(foreign).exists();
        assertThat(used).isNotEmptyDirectory();
        assertThat(made).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "../../../", "/", "..\\"})
    void writesNothingOutsideOfItsFolder(String path) throws IOException {
        entries.put(path + "evil.txt", new byte[1]);
        entries.put(path + "classes.txt", "a\nb".getBytes(StandardCharsets.UTF_8));

        var directory = unpack();

        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("evil.txt");
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("classes.txt")))
                    .containsExactly(directory.resolve("classes.txt"));
        }
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        entries.remove(Split.TEST.imagesFile());

        assertThatThrownBy(this::unpack)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(
                        NAME + " holds no t10k-images-idx3-ubyte; a data set has the four files train-images");
        assertNothingIsKept();
    }

    @Test
    void refusesTwoDataSets() throws IOException {
        entries.put("letters/" + Split.TEST.imagesFile(), new byte[10]);

        assertThatThrownBy(this::unpack)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining(
                        "holds t10k-images-idx3-ubyte twice, as t10k-images-idx3-ubyte and as letters/t10k");
        assertNothingIsKept();
    }

    @Test
    void refusesMoreThanSuchAFileCanHave() throws IOException {
        entries.put("classes.txt", new byte[(1 << 16) + 1]);

        assertThatThrownBy(this::unpack)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(
                        "classes.txt of " + NAME + " has 65,537 bytes, more than the 65,536 that such a file can have");
        assertNothingIsKept();
    }

    @Test
    void refusesMoreThanAFileOfAKnownDataSetHas() throws IOException {
        var known = SmallCatalog.draw(folder.resolve("known"), List.of(), null);
        var archive = new DatasetArchive(zip(), NAME, known, FreeSpace.ACTUAL, LONG);
        assertThat(archive.unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isNotEmptyDirectory();

        entries.put("t10k-labels-idx1-ubyte", new byte[18 + (1 << 16) + 1]);
        var larger = new DatasetArchive(zip(), NAME, known, FreeSpace.ACTUAL, LONG);

        assertThatThrownBy(() -> larger.unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining(" bytes, more than the 65,554 that such a file of small can have");
    }

    @Test
    void refusesAnEntryThatIsLongerThanItStates() throws IOException {
        var zip = zip();
        var bytes = Files.readAllBytes(zip);
        // In the central directory: a signature, and 24 bytes later the length of the content.
        var central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        bytes[central + 24]--;
        Files.write(zip, bytes);

        assertThatThrownBy(() -> new DatasetArchive(zip, NAME, "signs")
                        .unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining("train-images-idx3-ubyte has more than the 15,695 bytes that are stated for it");
        assertNothingIsKept();
    }

    @Test
    void refusesASmallZipThatBecomesALargeDataSet() throws IOException {
        entries.put("train-images-idx3-ubyte", new byte[40_000_000]);

        assertThatThrownBy(this::unpack)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageMatching(NAME
                        + " has 0\\.\\d MB and would become 40\\.0 MB, .* if it is one, pack its files with \\.gz");
        assertNothingIsKept();

        entries.remove("train-images-idx3-ubyte");
        entries.put("train-images-idx3-ubyte.gz", compressed(new byte[40_000_000]));
        assertThat(unpack()).isNotEmptyDirectory();
    }

    @Test
    void looksAtTheFreeSpaceBeforeItWrites() throws IOException {
        var archive = new DatasetArchive(zip(), NAME, null, directory -> 20_000, LONG);

        assertThatThrownBy(() -> archive.unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll("has 0.0 MB free, but " + NAME + " needs 0.0 MB", "-Dlenet.cacheDirectory=");
        assertNothingIsKept();
    }

    @Test
    void looksAtTheFreeSpaceAgainBeforeEachFile() throws IOException {
        var looks = new ArrayDeque<>(List.of(1L << 40, 1L << 40, 0L));
        var archive = new DatasetArchive(zip(), NAME, null, directory -> looks.remove(), LONG);

        assertThatThrownBy(() -> archive.unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining("has 0.0 MB free");
        assertNothingIsKept();
    }

    @Test
    void givesUpAtTheEndOfItsTime() throws IOException {
        var archive = new DatasetArchive(zip(), NAME, null, FreeSpace.ACTUAL, Duration.ZERO);

        assertThatThrownBy(() -> archive.unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(NAME + " could not be unpacked within 0 s; look at the disk of ");
        assertNothingIsKept();
    }

    @Test
    void namesADamagedEntry() throws IOException {
        var zip = zip();
        var bytes = Files.readAllBytes(zip);
        Arrays.fill(bytes, 200, 260, (byte) 0x55);
        Files.write(zip, bytes);

        assertThatThrownBy(() -> new DatasetArchive(zip, NAME, "signs")
                        .unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(NAME + " is no zip file that can be read (");
        assertNothingIsKept();
    }

    @Test
    void aZipThatCannotBeReadIsNoTroubleOfTheCache() throws IOException {
        var nothing = folder.resolve("nothing.zip");

        assertThatThrownBy(() -> new DatasetArchive(nothing, NAME, "signs")
                        .unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(NAME + " is no zip file that can be read (" + nothing + " does not exist)");
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        var zip = Files.writeString(folder.resolve("signs.zip"), "PK, or not");

        assertThatThrownBy(() -> new DatasetArchive(zip, NAME, "signs")
                        .unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(NAME + " is no zip file that can be read (");
    }

    @Test
    void saysWhatLiesInThePlaceOfAZip() throws IOException {
        var zip = folder.resolve("signs.zip");
        Files.writeString(zip, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 47040016\n");

        assertThatThrownBy(() -> new DatasetArchive(zip, NAME, "signs")
                        .unpack(new CacheDirectory(folder.resolve("cache"), false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(NAME + " is a Git LFS pointer: run git lfs pull");
    }

    @Test
    void namesACacheThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");

        assertThatThrownBy(this::unpack)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll("the cache folder " + archives(), "-Dlenet.cacheDirectory");
    }

    private void assertNothingIsKept() throws IOException {
        try (var files = Files.list(archives())) {
            assertThat(files).noneMatch(file -> Files.isDirectory(file));
        }
    }

    private Path archives() {
        return folder.resolve("cache").resolve("datasets").resolve("archives");
    }

    private Path unpack() throws IOException {
        return unpack(false);
    }

    private Path unpack(boolean trusted) throws IOException {
        var cache = new CacheDirectory(folder.resolve("cache"), trusted);
        return new DatasetArchive(zip(), NAME, "signs").unpack(cache, messages);
    }

    private Path zip() throws IOException {
        var zip = folder.resolve("signs.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var entry : entries.entrySet()) {
                var zipEntry = new ZipEntry(entry.getKey());
                // The same content gives the same zip.
                zipEntry.setTime(0);
                out.putNextEntry(zipEntry);
                out.write(entry.getValue());
            }
        }
        return zip;
    }

    private static void age(Path directory) throws IOException {
        var longAgo = Instant.now().minus(Cleaning.UNUSED).minus(Duration.ofDays(1));
        Files.setLastModifiedTime(directory, FileTime.from(longAgo));
    }

    private static byte[] compressed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
