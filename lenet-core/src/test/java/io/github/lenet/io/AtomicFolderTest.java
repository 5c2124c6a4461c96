package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {

    @TempDir
    private Path folder;

    @Test
    void replacesAFolderWithAllThatWasInIt() throws IOException {
        var target = folder.resolve("target");
        AtomicFolder.write(target, next -> Files.writeString(next.resolve("old"), "old"));

        AtomicFolder.write(target, next -> {
            Files.writeString(next.resolve("new"), "new");
            assertThat(target.resolve("old")).exists();
            assertThat(target.resolve("new")).doesNotExist();
        });

        assertThat(target.toFile().list()).containsExactly("new");
        assertThat(folder.toFile().list()).containsExactly("target");
    }

    @Test
    void leavesTheOldFolderWhenTheNewOneCannotBeWritten() throws IOException {
        var target = folder.resolve("target");
        AtomicFolder.write(target, next -> Files.writeString(next.resolve("old"), "old"));

        assertThatThrownBy(() -> AtomicFolder.write(target, next -> {
                    Files.writeString(next.resolve("new"), "new");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(target.toFile().list()).containsExactly("old");
        assertThat(folder.toFile().list()).containsExactly("target");
    }

    @Test
    void deletesAFolderAFileAndALinkAlone() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "of the user");
        Files.createDirectories(folder.resolve("a folder/below"));
        Files.writeString(folder.resolve("a file"), "a file");
        Files.createSymbolicLink(folder.resolve("a link"), elsewhere);

        for (var name : new String[] {"a folder", "a file", "a link", "missing"}) {
            AtomicFolder.delete(folder.resolve(name));
        }

        assertThat(folder.toFile().list()).containsExactly("elsewhere");
        assertThat(elsewhere.resolve("precious")).exists();
    }
}
