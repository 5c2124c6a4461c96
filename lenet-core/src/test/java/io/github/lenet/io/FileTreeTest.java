package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

    @TempDir
    private Path folder;

    @Test
    void createsAFolderWithThoseAboveIt() throws Exception {
        FileTree.create(folder.resolve("top/inner"));
        FileTree.create(folder.resolve("top/inner"));

        assertThat(folder.resolve("top/inner")).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatAFileSystemTakesNoFolder() {
        var error = catchThrowableOfType(IOException.class, () -> FileTree.create(Path.of("/proc/lenet/model")));

        assertThat(FileProblem.describe(error))
                .isEqualTo("/proc/lenet cannot be read or written: no folder can be created here");
    }

    @Test
    void deletesAFolderWithItsContent() throws Exception {
        var top = Files.createDirectories(folder.resolve("top/inner/innermost"))
                .getParent()
                .getParent();
        Files.writeString(top.resolve("inner/file.txt"), "content");

        FileTree.delete(top);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void deletesASingleFile() throws Exception {
        FileTree.delete(Files.writeString(folder.resolve("file.txt"), "content"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsWhatALinkLeadsTo() throws Exception {
        var kept =
                Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("file.txt"), "content");
        var top = Files.createDirectory(folder.resolve("top"));
        Files.createSymbolicLink(top.resolve("link"), kept.getParent());

        FileTree.delete(top);

        assertThat(top).doesNotExist();
        assertThat(kept).hasContent("content");
    }

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "a file that somebody else deletes is there until he has closed it")
    void anotherProcessMayDeleteTheSameFolder() throws Exception {
        for (var number = 0; number < 500; number++) {
            var top = Files.createDirectory(folder.resolve("top"));
            for (var name : List.of("a.txt", "b.txt", "c.txt")) {
                Files.writeString(top.resolve(name), "content");
            }
            var other = CompletableFuture.supplyAsync(() -> problemOfDeleting(top));

            assertThat(problemOfDeleting(top)).isEmpty();
            assertThat(other.get()).isEmpty();
            assertThat(top).doesNotExist();
        }
    }

    /** What goes wrong, other than that there is no such folder any more. */
    private static Optional<Exception> problemOfDeleting(Path top) {
        try {
            FileTree.delete(top);
            return Optional.empty();
        } catch (Exception e) {
            var isGone = e instanceof NoSuchFileException missing
                    && missing.getFile().equals(top.toString());
            return isGone ? Optional.empty() : Optional.of(e);
        }
    }

    @Test
    void whatIsMissingIsAnError() {
        assertThatIOException().isThrownBy(() -> FileTree.delete(folder.resolve("missing")));
    }
}
