package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentProblemTest {

    private static final String POINTER =
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d7a".repeat(16) + "\nsize 546123\n";

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("coefficients.bin"));
            zip.write(noise(10_000));
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(noise(10_000));
        }
        return bytes.toByteArray();
    }

    /** What Maven's resource filtering does to a file that is no text. */
    private static byte[] filtered(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private static String recognise(byte[] bytes, String name) {
        return ContentProblem.of(bytes, name).orElse("nothing");
    }

    @Test
    void knowsAPointerOfGitLfs() {
        assertThat(recognise(POINTER.getBytes(StandardCharsets.UTF_8), "model.zip"))
                .isEqualTo("is a Git LFS pointer: run git lfs pull");
        assertThat(ContentProblem.ofText(POINTER)).contains("is a Git LFS pointer: run git lfs pull");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE html><p>Log in", "\r\n<html>", "<?xml version='1.0'?><Error/>", "<!-- portal -->"})
    void knowsAWebPage(String page) {
        assertThat(recognise(page.getBytes(StandardCharsets.UTF_8), "model.zip"))
                .isEqualTo("is a web page that was saved instead of the data: fetch it again");
    }

    @Test
    void knowsWhatFilteringHasRewritten() throws IOException {
        assertThat(recognise(filtered(zip()), "digits/model.zip"))
                .isEqualTo(
                        "was rewritten as text, as Maven's resource filtering does: exclude it with"
                                + " <nonFilteredFileExtensions><nonFilteredFileExtension>zip</nonFilteredFileExtension>"
                                + "</nonFilteredFileExtensions> in the configuration of maven-resources-plugin, and copy the original again");
        assertThat(recognise(filtered(gzip()), "t10k-images-idx3-ubyte.gz"))
                .contains("<nonFilteredFileExtension>gz</nonFilteredFileExtension>");
        assertThat(recognise(filtered(noise(10_000)), "3.PNG"))
                .contains("<nonFilteredFileExtension>PNG</nonFilteredFileExtension>");
    }

    @Test
    void takesNothingElseForAProblem() throws IOException {
        assertThat(recognise(zip(), "model.zip")).isEqualTo("nothing");
        assertThat(recognise(gzip(), "images.gz")).isEqualTo("nothing");
        assertThat(recognise(noise(ContentProblem.NEEDED_BYTES), "a")).isEqualTo("nothing");
        assertThat(recognise("< and >".getBytes(StandardCharsets.UTF_8), "classes.txt"))
                .isEqualTo("nothing");
    }

    @Test
    void looksIntoAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("model.zip"), "");
        assertThat(ContentProblem.of(file)).contains("is empty");

        Files.writeString(file, POINTER);
        assertThat(ContentProblem.of(file)).contains("is a Git LFS pointer: run git lfs pull");
        assertThat(ContentProblem.of(folder.resolve("none.zip"))).isEmpty();
    }
}
