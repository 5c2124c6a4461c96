package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStreamTest {

    private static final int BYTES = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void theDigestIsThatOfTheContent() throws IOException {
        assertThat(ContentStream.sha256(compressed())).isEqualTo(Sha256.hex(new byte[BYTES]));
        assertThat(ContentStream.sha256(compressed(), BYTES, bytes -> {})).isEqualTo(Sha256.hex(new byte[BYTES]));
    }

    @Test
    void aSmallFileThatGoesOnAndOnIsGivenUp() throws IOException {
        var file = compressed();

        assertThatThrownBy(() -> ContentStream.sha256(file, BYTES / 2, bytes -> {}))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageStartingWith(file + ", byte 5")
                .hasMessageEndingWith(": goes on, but no file of a data set has so many bytes");
    }

    private Path compressed() throws IOException {
        var file = folder.resolve("zeros.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[BYTES]);
        }
        return file;
    }
}
