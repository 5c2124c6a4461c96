package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed files of some hundred kilobytes, in a JVM whose heap cannot hold what they announce, and do hold. */
class IdxInSmallHeapTest {

    private static final int IMAGE_BYTES = 1 << 20;

    @TempDir
    private Path folder;

    private Path zeros(int images) throws IOException {
        var file = folder.resolve("images.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(ByteBuffer.allocate(16)
                    .putInt(0x0803)
                    .putInt(images)
                    .putInt(1 << 10)
                    .putInt(1 << 10)
                    .array());
            for (var image = 0; image < images; image++) {
                out.write(new byte[IMAGE_BYTES]);
            }
        }
        return file;
    }

    /** More than the whole heap, and more than is left of it. */
    @ParameterizedTest
    @CsvSource({"100, 101", "62, 63"})
    void whatTheHeapCannotHoldIsNamed(int images, int mebibytes) throws Exception {
        var file = zeros(images);

        assertThat(read(file))
                .isEqualToIgnoringNewLines(
                        file + ", byte 4: " + images + " x 1024 x 1024 unsigned bytes take " + mebibytes
                                + " MiB of memory; the Java heap has at most 64 MiB, give it more with the option -Xmx256m (for Maven in"
                                + " MAVEN_OPTS or .mvn/jvm.config, for a training in <jvmArgs>)");
    }

    @Test
    void whatFitsIsRead() throws Exception {
        assertThat(read(zeros(20))).isEqualToIgnoringNewLines("20 x 1024 x 1024");
    }

    private String read(Path file) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapReader.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the process ends")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out);
    }

    /** The main class of that JVM. */
    static final class SmallHeapReader {

        private SmallHeapReader() {}

        public static void main(String... files) {
            try {
                var layout = DatasetReader.readImages(Path.of(files[0])).layout();
                System.out.println(layout.images() + " x " + layout.height() + " x " + layout.width());
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
