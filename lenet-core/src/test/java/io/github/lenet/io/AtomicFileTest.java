package io.github.lenet.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        AtomicFile.write(target, out -> out.write("new".getBytes(UTF_8)));

        assertThat(target).hasContent("new");
        assertThat(target.getParent()).isDirectoryContaining(target::equals);
    }

    @Test
    void replacesWhatIsThere() throws Exception {
        AtomicFile.write(target, out -> out.write("a longer old text".getBytes(UTF_8)));
        AtomicFile.write(target, out -> out.write("new".getBytes(UTF_8)));

        assertThat(target).hasContent("new");
    }

    @Test
    void keepsTheOldFileAndNothingElseWhenWritingFails() throws Exception {
        AtomicFile.write(target, out -> out.write("old".getBytes(UTF_8)));

        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write("half".getBytes(UTF_8));
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
        AtomicFile.write(target, out -> out.write("old".getBytes(UTF_8)));

        AtomicFile.write(target, out -> {
            out.write("new".getBytes(UTF_8));
            out.flush();
            assertThat(target).hasContent("old");
        });

        assertThat(target).hasContent("new");
    }

    @Test
    void aFileInPlaceOfAFolderIsAnError() throws Exception {
        Files.writeString(folder.resolve("a"), "not a folder");

        assertThatThrownBy(() -> AtomicFile.write(target, out -> out.write(1))).isInstanceOf(IOException.class);
    }
}
