package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.cache.LockFile;
import io.github.lenet.dataset.ContentStream;
import io.github.lenet.dataset.IdxFormatException;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.FileTree;
import io.github.lenet.network.Shape;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DatasetStoreTest {

    private static final URI NO_MIRROR = URI.create("http://mirror.invalid/");

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private Path data;
    private Path cache;
    private Path cached;

    @BeforeEach
    void drawData() throws IOException {
        data = folder.resolve("data");
        cache = folder.resolve("cache");
        cached = cache.resolve("datasets/small");
        SmallCatalog.draw(data, List.of(), null);
    }

    private DatasetStore store(URI... mirrors) throws IOException {
        return new DatasetStore(new Catalog(List.of(SmallCatalog.draw(data, List.of(mirrors), null))), "");
    }

    private DatasetRequest request(String name, Path dataDirectory, boolean offline, String... sources) {
        return request(name, dataDirectory, Set.of(Split.values()), offline, sources);
    }

    private DatasetRequest request(String name, Path dataDirectory, boolean offline, int height, int width) {
        var pictures = new PictureOptions(ImageColour.RGB, height, width, ImagePreparation.RESIZE, 0.2);
        return request(name, dataDirectory, Set.of(), pictures, offline);
    }

    private DatasetRequest request(
            String name, Path dataDirectory, Set<Split> splits, boolean offline, String... sources) {
        return request(name, dataDirectory, splits, PictureOptions.DEFAULT, offline, sources);
    }

    private DatasetRequest request(
            String name,
            Path dataDirectory,
            Set<Split> splits,
            PictureOptions pictures,
            boolean offline,
            String... sources) {
        return new DatasetRequest(
                name,
                dataDirectory,
                splits,
                pictures,
                new CacheDirectory(cache, false),
                List.of(sources),
                null,
                offline,
                null,
                null,
                Duration.ofMinutes(1));
    }

    private DatasetRequest request() {
        return request("small", null, false, "mirrors", "npm");
    }

    private void fillCache() throws IOException {
        Files.createDirectories(cached);
        for (var name : Split.fileNames()) {
            Files.copy(data.resolve(name), cached.resolve(name));
        }
    }

    @Test
    void knowsTheShapeOfTheImagesBeforeItHasThem() throws IOException {
        var inColour = folder.resolve("colour");
        IdxWriter.write(inColour, Split.TRAIN, ColouredDigits.train(3, 1));
        var pictures = Files.createDirectories(folder.resolve("pictures/a")).getParent();

        assertThat(store().image(request())).isEqualTo(new Shape(1, 28, 28));
        assertThat(store().image(request("mine", data, true))).isEqualTo(new Shape(1, 28, 28));
        assertThat(store().image(request("mine", inColour, true))).isEqualTo(new Shape(3, 28, 28));
        assertThat(store().image(request("mine", pictures, true, 7, 14))).isEqualTo(new Shape(3, 7, 14));

        assertThat(cache).as("nothing was obtained or converted").doesNotExist();
        assertThatThrownBy(() -> store().image(request("mine", folder.resolve("none"), true)))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining("none does not exist");
        Files.writeString(inColour.resolve(Split.TRAIN.imagesFile()), "<html>");
        assertThatThrownBy(() -> store().image(request("mine", inColour, true)))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageContaining("is a web page");
    }

    @Test
    void fillsTheCacheFromAMirrorOnce() throws IOException {
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            var first = store(mirror.address()).obtain(request(), messages);
            var second = store(mirror.address()).obtain(request(), messages);

            assertThat(first.origin()).isEqualTo(mirror.address().toString());
            assertThat(first.directory()).isEqualTo(cached);
            assertThat(first.read(Split.TRAIN).pixels())
                    .isEqualTo(SyntheticDigits.train(20, 1).pixels());
            assertThat(second.origin()).isEqualTo("cache");
            assertThat(second.sha256()).isEqualTo(first.sha256()).containsOnlyKeys(Split.fileNames());
            assertThat(mirror.requests()).hasSize(4);
            assertThat(messages.lines)
                    .containsExactly("Downloading 0.0 MB, compressed where the server can, from %s (at most 60 s)"
                            .formatted(mirror.address()));
        }
    }

    @Test
    void goesOnWithTheNextSourceAndKeepsWhatCame() throws IOException {
        try (var broken = new LoopbackServer(exchange -> {
                    if (LoopbackServer.fileName(exchange).startsWith("train-images")) {
                        LoopbackServer.compressed(data).handle(exchange);
                    } else {
                        LoopbackServer.send(exchange, 404, new byte[0]);
                    }
                });
                var whole = new LoopbackServer(LoopbackServer.compressed(data))) {
            store(broken.address(), whole.address()).obtain(request(), messages);

            assertThat(whole.requests()).hasSize(3).noneMatch(path -> path.contains("train-images"));
            assertThat(messages.lines)
                    .contains(
                            "Nothing more from %s: %s"
                                    .formatted(
                                            broken.address(),
                                            "train-labels-idx1-ubyte.gz: HTTP status 404, train-labels-idx1-ubyte: HTTP status 404"));
        }
    }

    @Test
    void takesTheMirrorThatTheUserNames() throws IOException {
        try (var mirror = new LoopbackServer(LoopbackServer.plain(data))) {
            var located = store(NO_MIRROR)
                    .obtain(request("small", null, false, mirror.address().toString()), messages);

            assertThat(located.origin()).isEqualTo(mirror.address().toString());
        }
    }

    @Test
    void listsEverySourceWithItsReasonAndWhatToDo() throws IOException {
        try (var mirror = new LoopbackServer(exchange -> LoopbackServer.send(exchange, 403, new byte[0]))) {
            var store = store(mirror.address(), NO_MIRROR);

            assertThatThrownBy(() -> store.obtain(request("small", null, false, "mirrors"), messages))
                    .isInstanceOf(DatasetUnavailableException.class)
                    .hasMessageContainingAll(
                            "Small digits cannot be obtained. Tried, in this order:",
                            "- cache " + cached + ": train-images-idx3-ubyte is missing",
                            "- " + mirror.address() + ": train-images-idx3-ubyte.gz: HTTP status 403",
                            "- http://mirror.invalid/: the host is unknown here",
                            "What to do: put train-images-idx3-ubyte",
                            "-Dlenet.dataDirectory=",
                            "-Dlenet.sources=https://");
        }
        assertThat(cached.toFile().list()).containsExactlyInAnyOrder(".lock", ".lock-owner");
    }

    @Test
    void asksNobodyButTheSourcesThatTheUserNames() throws IOException {
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            var store = store(mirror.address());

            assertThatThrownBy(() -> store.obtain(request("small", null, false, "debian", "npm"), messages))
                    .isInstanceOf(DatasetUnavailableException.class)
                    .hasMessageContainingAll("- debian: none is known for small", "- npm: none is known for small");
            assertThat(mirror.requests()).isEmpty();
        }
    }

    @Test
    void offlineTakesAFullCache() throws IOException {
        fillCache();

        assertThat(store(NO_MIRROR)
                        .obtain(request("small", null, true, "mirrors"), messages)
                        .origin())
                .isEqualTo("cache");
    }

    @Test
    void offlineWithoutACacheAsksNobodyAndSaysHowToFillIt() throws IOException {
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            var store = store(mirror.address());

            assertThatThrownBy(() -> store.obtain(request("small", null, true, "mirrors"), messages))
                    .isInstanceOf(DatasetUnavailableException.class)
                    .hasMessageContainingAll(
                            mirror.address() + ": not asked, since the build is offline",
                            "run the same command once without -o");
            assertThat(mirror.requests()).isEmpty();
        }
        assertThat(cache).doesNotExist();
    }

    @Test
    void aDamagedFileInTheCacheIsReportedAndFetchedAgain() throws IOException {
        fillCache();
        Files.writeString(cached.resolve("t10k-labels-idx1-ubyte"), "damaged");
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            store(mirror.address()).obtain(request(), messages);

            assertThat(mirror.requests()).containsExactly("/data/t10k-labels-idx1-ubyte.gz");
        }
        assertThat(messages.lines)
                .first()
                .isEqualTo("The cache %s is damaged (t10k-labels-idx1-ubyte is damaged); fetching again"
                        .formatted(cached));
        assertThat(cached.resolve("t10k-labels-idx1-ubyte"))
                .hasSameBinaryContentAs(data.resolve("t10k-labels-idx1-ubyte"));
    }

    @Test
    void aCachedFileThatOnlyLooksCompressedIsDamaged() throws IOException {
        fillCache();
        Files.write(cached.resolve("t10k-labels-idx1-ubyte"), new byte[] {0x1F, (byte) 0x8B, 0});

        assertThatThrownBy(() -> store().obtain(request("small", null, true, "mirrors"), messages))
                .hasMessageContaining("t10k-labels-idx1-ubyte is damaged");
    }

    @Test
    void measuresOnlyWhatWillBeRead() throws IOException {
        fillCache();
        invert(cached.resolve("train-labels-idx1-ubyte"));
        var test = request("small", null, Set.of(Split.TEST), true, "mirrors");

        assertThat(store().obtain(test, messages).origin()).isEqualTo("cache");
        assertThatThrownBy(() -> store().obtain(request("small", null, true, "mirrors"), messages))
                .hasMessageContaining("train-labels-idx1-ubyte is damaged");

        Files.writeString(cached.resolve("train-labels-idx1-ubyte"), "short");
        assertThatThrownBy(() -> store().obtain(test, messages))
                .hasMessageContaining("train-labels-idx1-ubyte is damaged");
    }

    @Test
    void measuresOnlyWhatWillBeReadOfTheUsersFolder() throws IOException {
        var store = store();
        invert(data.resolve("train-labels-idx1-ubyte"));

        var located = store.obtain(request("small", data, Set.of(Split.TEST), true), messages);

        assertThat(located.directory()).isEqualTo(data);
        assertThatThrownBy(() -> store.obtain(request("small", data, Set.of(Split.TRAIN), true), messages))
                .hasMessageContaining("train-labels-idx1-ubyte is not small");
    }

    private static void invert(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        content[content.length - 1] ^= 1;
        Files.write(file, content);
    }

    @Test
    void severalBuildsFillAnEmptyCacheTogether() throws IOException {
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            var store = store(mirror.address());

            var digests = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(build -> obtainQuietly(store))
                    .map(LocatedDataset::sha256)
                    .distinct()
                    .toList();

            assertThat(digests).hasSize(1);
            assertThat(mirror.requests()).hasSize(4);
        }
    }

    private LocatedDataset obtainQuietly(DatasetStore store) {
        try {
            return store.obtain(request(), new RecordedMessages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void removesWhatAKilledBuildHasLeft() throws IOException {
        var npm = Files.createDirectories(cached.resolve(".npm.lenet-" + UUID.randomUUID() + ".part"));
        Files.writeString(npm.resolve("digits.tgz"), "half");
        Files.writeString(cached.resolve(".train-images-idx3-ubyte.lenet-" + UUID.randomUUID() + ".part"), "half");
        Files.createDirectories(cached.resolve(".npm-of-the-user/empty"));
        Files.writeString(cached.resolve(".film.part"), "the user's own");
        Files.writeString(cached.resolve(".film.partial"), "the user's own");
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            store(mirror.address()).obtain(request(), messages);
        }

        assertThat(cached.toFile().list())
                .hasSize(9)
                .contains(".lock", ".lock-owner", ".npm-of-the-user", ".film.part", ".film.partial");
        assertThat(npm).doesNotExist();
    }

    @Test
    void removesDownloadsOfAnyDataSetThatNobodyHasGoneOnWithForThirtyDays() throws IOException {
        var small = SmallCatalog.draw(data, List.of(NO_MIRROR), null);
        var other = new CatalogEntry(
                "other", "", small.classNames(), "", "", "", small.files(), small.mirrors(), null, null, null);
        var folder = Files.createDirectories(cache.resolve("datasets/other"));
        var unused = Files.writeString(folder.resolve(".train-images-idx3-ubyte.gz.partial"), "half");
        var origin = Files.writeString(folder.resolve(".train-images-idx3-ubyte.gz.partial.origin"), "a mirror");
        var used = Files.writeString(folder.resolve(".t10k-images-idx3-ubyte.gz.partial"), "half");
        var foreign = Files.writeString(folder.resolve(".film.partial"), "the user's own");
        for (var file : List.of(unused, origin, foreign)) {
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.now().minus(Cleaning.UNUSED).minus(Duration.ofDays(1))));
        }

        assertThatThrownBy(() -> new DatasetStore(new Catalog(List.of(small, other)), "").obtain(request(), messages))
                .isInstanceOf(DatasetUnavailableException.class);

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        used.getFileName().toString(), foreign.getFileName().toString());
    }

    @Test
    void noLinkInTheCacheIsFollowed() throws Exception {
        fillCache();
        var precious = Files.writeString(folder.resolve("precious"), "mine");
        var images = cached.resolve("train-images-idx3-ubyte");
        Files.delete(images);
        Files.createSymbolicLink(images, precious);
        for (var name : List.of(".train-images-idx3-ubyte.gz.partial", ".train-images-idx3-ubyte.gz.partial.origin")) {
            Files.createSymbolicLink(cached.resolve(name), precious);
        }
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            store(mirror.address()).obtain(request(), messages);
        }

        assertThat(precious).hasContent("mine");
        assertThat(Files.isSymbolicLink(images)).isFalse();
        FileTree.delete(cached);
        Files.createSymbolicLink(cached, Files.createDirectory(folder.resolve("elsewhere")));
        var store = store(NO_MIRROR);
        assertThatThrownBy(() -> store.obtain(request(), messages)).hasMessageContaining("it is a symbolic link");
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    }

    @Test
    void aCacheThatIsNoFolderIsExplained() throws IOException {
        Files.writeString(cache, "a file in the way");
        var store = store(NO_MIRROR);

        assertThatThrownBy(() -> store.obtain(request(), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll(
                        "the cache folder " + cached + " cannot be written", "-Dlenet.cacheDirectory=");
    }

    @Test
    void aCacheThatCannotBeWrittenIsExplained() throws IOException {
        Files.createDirectories(cached);
        assumeThat(cached.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(cached)).as("this user may write anywhere").isFalse();
        var store = store(NO_MIRROR);

        assertThatThrownBy(() -> store.obtain(request(), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll(
                        "the cache folder " + cached + " cannot be written", "-Dlenet.cacheDirectory=");
    }

    @Test
    void aLockFileThatCannotBeWrittenIsExplained() throws IOException {
        // A folder of that name stands in for a read-only file system, which root would not notice in a test.
        Files.createDirectories(cached.resolve(".lock"));
        var store = store(NO_MIRROR);

        assertThatThrownBy(() -> store.obtain(request(), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining("the cache folder " + cached + " cannot be written");
    }

    @Test
    @SuppressWarnings("try") // The lock is held, not read.
    void theWaitForAnotherBuildIsAnnouncedOnceAndHasAnEnd() throws IOException {
        Files.createDirectories(cached);
        var store = store(NO_MIRROR);
        var impatient = new DatasetRequest(
                "small",
                null,
                Set.of(Split.TRAIN),
                PictureOptions.DEFAULT,
                new CacheDirectory(cache, false),
                List.of("mirrors"),
                null,
                false,
                null,
                null,
                Duration.ofMillis(500));
        try (var lock = LockFile.acquire(cached.resolve(".lock"), Duration.ZERO, owner -> {})) {
            assertThatThrownBy(() -> store.obtain(impatient, messages))
                    .isInstanceOf(DatasetUnavailableException.class)
                    .hasMessage(
                            "another thread of this process still holds %s after 500 ms; end it, or use another cache:"
                                            .formatted(cached.resolve(".lock"))
                                    + " -Dlenet.cacheDirectory=...");
        }
        assertThat(messages.lines)
                .containsExactly("Waiting for another thread of this process, which works on the same data");
    }

    @Test
    void aDiskThatIsTooSmallIsExplainedBeforeTheDownload() throws IOException {
        var small = SmallCatalog.draw(data, List.of(NO_MIRROR), new NpmPackage("digits", "1.0.0", "data", 1L << 60));
        var store = new DatasetStore(new Catalog(List.of(small)), "");

        assertThatThrownBy(() -> store.obtain(request(), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll("MB free, but small needs 1152921504606.9 MB", "-Dlenet.cacheDirectory=");
        assertThat(messages.lines).isEmpty();
    }

    @Test
    void aKnownDataSetInTheUsersFolderIsUsedInPlace() throws IOException {
        var located = store(NO_MIRROR).obtain(request("small", data, true, "mirrors"), messages);

        assertThat(located.directory()).isEqualTo(data);
        assertThat(located.origin()).isEqualTo("dataDirectory");
        assertThat(located.sha256().get("t10k-labels-idx1-ubyte"))
                .isEqualTo(ContentStream.sha256(data.resolve("t10k-labels-idx1-ubyte")));
        assertThat(cache).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-idx", ".idx"})
    void findsEachSpellingInTheUsersFolder(String spelling) throws IOException {
        var own = Files.createDirectory(folder.resolve("own"));
        for (var name : Split.fileNames()) {
            var content = LoopbackServer.gzip(Files.readAllBytes(data.resolve(name)));
            Files.write(own.resolve(name.replace("-idx", spelling) + ".gz"), content);
        }

        var located = store().obtain(request("small", own, true), messages);

        assertThat(located.read(Split.TEST).pixels())
                .isEqualTo(SyntheticDigits.test(10, 1).pixels());
    }

    @Test
    void aFolderThatLacksAFileIsAnErrorEvenWithAFullCache() throws IOException {
        var own = Files.createDirectory(folder.resolve("own"));
        Files.copy(data.resolve("t10k-labels-idx1-ubyte"), own.resolve("t10k-labels-idx1-ubyte"));
        fillCache();

        assertRefused(
                own,
                "<dataDirectory> %s holds no %s, but <dataset> is small. If this is data of your own, give it a name of its own:"
                                .formatted(
                                        own, "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte")
                        + " <dataset>my-digits</dataset> or -Dlenet.dataset=my-digits; or put what is missing into the folder; or"
                        + " leave <dataDirectory> out, and small is fetched");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "train/three"})
    void aFolderOfPicturesIsNotReplacedByAKnownDataSet(String ofAClass) throws IOException {
        var own = Files.createDirectory(folder.resolve("own"));
        Files.createDirectories(own.resolve(ofAClass));
        fillCache();

        assertRefused(
                own,
                "<dataDirectory> %s holds pictures, but <dataset> is small. If this is data of your own, give it a name of its"
                                .formatted(own)
                        + " own: <dataset>my-pictures</dataset> or -Dlenet.dataset=my-pictures");
    }

    @Test
    void aFolderThatDoesNotExistIsNotReplacedByAKnownDataSet() throws IOException {
        fillCache();

        assertRefused(
                folder.resolve("nowhere"),
                "<dataDirectory> %s does not exist; correct it in the POM, or with -Dlenet.dataDirectory=..."
                        .formatted(folder.resolve("nowhere")));
    }

    @Test
    void aFileIsNoFolderOfData() throws IOException {
        fillCache();
        var file = data.resolve("t10k-labels-idx1-ubyte");

        assertRefused(
                file,
                "<dataDirectory> %s is a file, and no folder; correct it in the POM, or with -Dlenet.dataDirectory=..."
                        .formatted(file));
    }

    /** The cache is complete and a mirror is there, but neither is what the user has asked for. */
    private void assertRefused(Path dataDirectory, String message) throws IOException {
        try (var mirror = new LoopbackServer(LoopbackServer.compressed(data))) {
            var store = store(mirror.address());

            assertThatThrownBy(() -> store.obtain(request("small", dataDirectory, false, "mirrors"), messages))
                    .isInstanceOf(DatasetUnavailableException.class)
                    .hasMessage(message);
            assertThat(mirror.requests()).isEmpty();
        }
        assertThat(messages.lines).isEmpty();
    }

    @Test
    void otherDataUnderAKnownNameIsRefusedEvenWithAFullCache() throws IOException {
        fillCache();
        var own = folder.resolve("own");
        SyntheticDigits.write(own, 20, 10, 99);
        var store = store();

        assertThatThrownBy(() -> store.obtain(request("small", own, false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContainingAll(
                        own.resolve("train-images-idx3-ubyte") + " is not small (its SHA-256 is ",
                        "If this is data of your own, give it a name of its own: <dataset>my-digits</dataset> or -Dlenet.dataset=my-digits");
    }

    @Test
    void aKnownFileThatGitHasLeftElsewhereIsNamedAsSuch() throws IOException {
        var own = folder.resolve("own");
        SyntheticDigits.write(own, 20, 10, 99);
        var pointer = own.resolve("train-images-idx3-ubyte");
        Files.writeString(pointer, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 47040016\n");
        var store = store();

        assertThatThrownBy(() -> store.obtain(request("small", own, false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(pointer + " is a Git LFS pointer: run git lfs pull");
    }

    @Test
    void dataOfOnesOwnIsUsedInPlaceWithItsDigests() throws IOException {
        var located = store().obtain(request("my-digits", data, true), messages);

        assertThat(located.name()).isEqualTo("my-digits");
        assertThat(located.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(located.sha256())
                .isEqualTo(
                        store().obtain(request("small", data, true), messages).sha256());
        assertThat(located.read(Split.TRAIN).name()).isEqualTo("my-digits");
    }

    @Test
    void aFileThatIsMissingInOnesOwnDataIsNamed() throws IOException {
        Files.delete(data.resolve("t10k-labels-idx1-ubyte"));
        var store = new DatasetStore(new Catalog(List.of()), "");

        assertThatThrownBy(() -> store.obtain(request("my-digits", data, false), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining(data + " holds no t10k-labels-idx1-ubyte; a data set has the four files");
    }

    @Test
    void anUnknownNameListsTheKnownOnesAndTheNearest() throws IOException {
        var store = store();

        assertThatThrownBy(() -> store.obtain(request("minst", null, false, "mirrors"), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(
                        "<dataset>minst</dataset> is unknown; known are small. If this is data of your own, ");
        assertThatThrownBy(() -> store.obtain(request("smal", null, false, "mirrors"), messages))
                .hasMessageStartingWith(
                        "<dataset>smal</dataset> is unknown, perhaps you mean small; known are small. If ");
    }

    @Test
    void aDataDirectoryOfOnesOwnThatIsMissingIsNamed() throws IOException {
        var store = store();

        assertThatThrownBy(() -> store.obtain(request("my-digits", folder.resolve("nowhere"), false), messages))
                .hasMessageStartingWith("<dataDirectory> " + folder.resolve("nowhere") + " does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"miror", "ftp://example.org/", "https:///path", "https://exa mple.org/", ""})
    void aWordThatIsNoSourceIsRefused(String word) throws IOException {
        var store = store();

        assertThatThrownBy(() -> store.obtain(request("small", null, false, word), messages))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(
                        "<sources> has '%s', which is none of debian, mirrors, npm or the http(s) address of a folder"
                                .formatted(word));
    }
}
