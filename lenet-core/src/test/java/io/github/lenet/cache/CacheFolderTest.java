package io.github.lenet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lenet.io.FileProblem;
import io.github.lenet.io.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFolderTest {

    private static final List<String> MODEL = List.of("model.zip");

    @TempDir
    private Path folder;

    private Path cache;
    private CacheFolder entry;

    @BeforeEach
    void makeAnEntry() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("unix"),
                "this system has no permissions");
        cache = folder.resolve("cache");
        entry = new CacheDirectory(cache, false).folder(CacheLayout.MODELS).folder("ab01");
        entry.create();
        Files.writeString(entry.file("model.zip"), "a model");
        for (var file : List.of(cache, cache.resolve("models"), entry.path())) {
            allow(file, "rwxr-xr-x");
        }
        allow(entry.file("model.zip"), "rw-r--r--");
    }

    private static void allow(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void whatIsTheBuildersOwnIsBelieved() throws IOException {
        assertThat(entry.exists()).isTrue();
        assertThat(entry.holds("model.zip")).isTrue();
        assertThat(entry.holds("other.zip")).isFalse();
        assertThat(entry.doubt(List.of("model.zip", "other.zip"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "models", "models/ab01", "models/ab01/model.zip"})
    void whatEverybodyCanWriteIsNotBelieved(String name) throws IOException {
        var file = cache.resolve(name);
        allow(file, "rwxr-xrwx");

        assertThat(entry.doubt(MODEL))
                .hasValueSatisfying(doubt -> assertThat(doubt)
                        .startsWith(file
                                + " can be written by everybody, and whoever can write there decides what it holds")
                        .contains("chmod -R go-w " + cache, "lenet.trustCache=true"));
        assertThat(new CacheDirectory(cache, true)
                        .folder(CacheLayout.MODELS)
                        .folder("ab01")
                        .doubt(MODEL))
                .isEmpty();
    }

    /** To root, whose group may have others in it, or with a group that is not the user's own. */
    @Test
    void whatAGroupCanWriteIsNotBelieved() throws IOException {
        allow(entry.path(), "rwxrwxr-x");
        var ids = Files.readAttributes(entry.path(), "unix:uid,gid");
        assumeTrue(ids.get("uid").equals(0) || !ids.get("uid").equals(ids.get("gid")), "this user has a group alone");

        assertThat(entry.doubt(MODEL))
                .hasValueSatisfying(doubt -> assertThat(doubt).contains(" can be written by the group "));
    }

    @ParameterizedTest
    @CsvSource({"models", "models/ab01", "models/ab01/model.zip"})
    void whatBelongsToAnotherUserIsNotBelieved(String name) throws IOException {
        var file = cache.resolve(name);
        assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "only root can give files away");
        Files.setAttribute(file, "unix:uid", 4711);

        assertThat(entry.doubt(MODEL))
                .hasValueSatisfying(doubt -> assertThat(doubt).startsWith(file + " belongs to 4711, and "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "models/ab01"})
    void noLinkIsAFolder(String name) throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        FileTree.delete(cache.resolve(name));
        Files.createSymbolicLink(cache.resolve(name), elsewhere);

        for (var refused :
                List.<Refused>of(entry::create, entry::exists, () -> entry.file("x"), () -> entry.holds("x"))) {
            assertThatIOException()
                    .isThrownBy(refused::run)
                    .satisfies(e -> assertThat(FileProblem.describe(e))
                            .isEqualTo(cache.resolve(name)
                                    + " cannot be read or written: it is a symbolic link, and a cache has only"
                                    + " files and folders; delete it"));
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    @FunctionalInterface
    private interface Refused {
        void run() throws IOException;
    }

    @Test
    void noLinkIsAFileWhereverItLeads() throws IOException {
        Files.createSymbolicLink(entry.path().resolve("link"), entry.file("model.zip"));
        Files.createSymbolicLink(entry.path().resolve("nowhere"), folder.resolve("new"));

        assertThatIOException().isThrownBy(() -> entry.file("link")).withMessageContaining("symbolic link");
        assertThatIOException().isThrownBy(() -> entry.file("nowhere")).withMessageContaining("symbolic link");
        assertThatIOException().isThrownBy(() -> entry.doubt(List.of("link"))).withMessageContaining("symbolic link");
    }

    @Test
    void aPipeIsNoFile() throws Exception {
        Pipes.make(entry.path().resolve("pipe"));

        assertThatIOException().isThrownBy(() -> entry.file("pipe")).withMessageContaining("it is no file");
        assertThatIOException()
                .isThrownBy(() -> entry.folder("pipe").create())
                .withMessageContaining("it is no folder");
    }

    @Test
    void theCacheItselfMayBeALink() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), cache);
        var linked = new CacheDirectory(link, false).folder(CacheLayout.MODELS).folder("ab01");

        linked.create();

        assertThat(linked.holds("model.zip")).isTrue();
        assertThat(linked.doubt(MODEL)).isEmpty();
        allow(cache, "rwxrwxrwx");
        assertThat(linked.doubt(MODEL)).isPresent();
    }

    @Test
    void aCacheThatIsMissingOrAFileHoldsNothing() throws IOException {
        assertThat(new CacheDirectory(folder.resolve("none"), false)
                        .folder(CacheLayout.MODELS)
                        .exists())
                .isFalse();
        var file = Files.writeString(folder.resolve("file"), "");

        var inFile = new CacheDirectory(file, false).folder(CacheLayout.MODELS);

        assertThat(inFile.exists()).isFalse();
        assertThatIOException().isThrownBy(inFile::create);
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
}
