package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = folder.resolve("a/b/target.txt");
    }

    @Test
    void createsMissingFolders() throws Exception {
        AtomicFile.write(target, out -> out.write("new".getBytes()));

        assertThat(target).hasContent("new");
        assertThat(target.getParent()).isDirectoryContaining(target::equals);
    }

    @Test
    void replacesWhatIsThere() throws Exception {
        AtomicFile.write(target, out -> out.write("a longer old text".getBytes()));
        AtomicFile.write(target, out -> out.write("new".getBytes()));

        assertThat(target).hasContent("new");
    }

    @Test
    void keepsTheOldFileAndNothingElseWhenWritingFails() throws Exception {
        AtomicFile.write(target, out -> out.write("old".getBytes()));

        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write("half".getBytes());
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThat(target).hasContent("old");
        try (var files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aReaderSeesTheOldContentUntilTheNewOneIsWhole() throws Exception {
        AtomicFile.write(target, out -> out.write("old".getBytes()));

        AtomicFile.write(target, out -> {
            out.write("new".getBytes());
            out.flush();
            assertThat(target).hasContent("old");
        });

        assertThat(target).hasContent("new");
    }

    @Test
    void deletesItsOwnUnfinishedFilesAndNothingElse() throws Exception {
        var uuid = "123e4567-e89b-12d3-a456-426614174000";
        var half = Files.writeString(folder.resolve(".target.txt.lenet-" + uuid + ".part"), "half");
        var users = List.of(
                Files.writeString(
                        folder.resolve(".target.txt-" + uuid + ".part"), "of an older version, or of the user"),
                Files.writeString(folder.resolve(".notes.part"), "of the user"),
                Files.writeString(folder.resolve("target.txt.lenet-" + uuid + ".part"), "not hidden"),
                Files.createDirectories(folder.resolve(".folder.lenet-" + uuid + ".part")),
                Files.createDirectories(folder.resolve("below")).resolve(half.getFileName()));
        Files.writeString(users.get(4), "below");

        AtomicFile.deleteUnfinished(folder);

        assertThat(half).doesNotExist();
        assertThat(users).allSatisfy(file -> assertThat(file).exists());
        AtomicFile.deleteUnfinished(folder.resolve("missing"));
    }

    @Test
    void knowsTheNameOfWhatAKilledProcessLeaves() throws Exception {
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    AtomicFile.deleteUnfinished(target.getParent());
                    assertThat(target.getParent()).isEmptyDirectory();
                    throw new IOException("killed");
                }))
                .hasMessage("killed");
    }

    @Test
    void aFileInPlaceOfAFolderIsAnError() throws Exception {
        Files.writeString(folder.resolve("a"), "not a folder");

        assertThatThrownBy(() -> AtomicFile.write(target, out -> out.write(1))).isInstanceOf(IOException.class);
    }
}
