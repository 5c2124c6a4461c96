package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    private Path folder;

    private Path history;
    private Path images;
    private Path model;

    @BeforeEach
    void writeOldFiles() throws IOException {
        history = Files.writeString(folder.resolve("history"), "old");
        images = Files.writeString(folder.resolve("images"), "old");
        model = Files.writeString(folder.resolve("model"), "old");
    }

    private AtomicFiles begin() throws IOException {
        return new AtomicFiles(List.of(history, images, model));
    }

    @Test
    void nothingTakesItsPlaceBeforeAllIsWritten() throws IOException {
        try (var files = begin()) {
            AtomicFile.writeText(files.unfinished(history), "new");
            AtomicFile.writeText(files.unfinished(model), "new");
            assertThat(history).hasContent("old");

            files.publish();
        }

        assertThat(history).hasContent("new");
        assertThat(model).hasContent("new");
        assertThat(images).as("that of another model").doesNotExist();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("history", "model");
    }

    @Test
    void whatIsNotPublishedLeavesTheFilesOfBefore() throws IOException {
        try (var files = begin()) {
            AtomicFile.writeText(files.unfinished(history), "new");
        }

        assertThat(List.of(history, images, model))
                .allSatisfy(file -> assertThat(file).hasContent("old"));
        assertThat(folder.toFile().list()).hasSize(3);
    }

    @Test
    void theLastOneIsReplacedAfterAllOthers() throws IOException {
        Files.delete(images);
        Files.createDirectories(images.resolve("a folder in the way"));
        try (var files = begin()) {
            for (var file : List.of(history, images, model)) {
                AtomicFile.writeText(files.unfinished(file), "new");
            }

            assertThatIOException().isThrownBy(files::publish);
        }

        assertThat(model).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(3);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoticedAtOnce() {
        assertThatIOException()
                .isThrownBy(() -> new AtomicFiles(List.of(history.resolve("below a file"))))
                .satisfies(error -> assertThat(FileProblem.describe(error)).contains(history.toString()));
    }
}
