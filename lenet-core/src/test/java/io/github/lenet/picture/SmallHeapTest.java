package io.github.lenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large pictures, and small files that unpack to a great deal, in a JVM of 64 MiB, four at a time. */
class SmallHeapTest {

    @TempDir
    private Path folder;

    private List<String> read(String... names) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx64m",
                "-Djava.awt.headless=true",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        command.addAll(List.of(names));
        var out = folder.resolve("out");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("the process ends")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(out);
    }

    @Test
    void whatFitsIsReadAndWhatDoesNotIsNamed() throws IOException, InterruptedException {
        Files.write(folder.resolve("large.png"), Pngs.black(4_500, 4_000, Pngs.RGB));
        Files.write(folder.resolve("larger.png"), Pngs.black(7_000, 7_000, Pngs.RGB));
        var text = ByteBuffer.allocate(210_000)
                .put("Comment\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(Pngs.zeros(200 << 20));
        var palette = Pngs.chunk("PLTE", new byte[] {0, 0, 0, -1, -1, -1});
        Files.write(
                folder.resolve("text.png"),
                Pngs.black(50, 40, Pngs.PALETTE, palette, Pngs.chunk("zTXt", text.array())));

        assertThat(read("large.png", "larger.png", "text.png"))
                .containsExactly(
                        "large.png: image of 784",
                        "larger.png: larger.png cannot be used as a picture: it has 7,000 x 7,000 pixels, which take 55 MiB, but pictures may take"
                                + " half of the heap, which is 32 MiB; the Java heap has at most 64 MiB, give it more with the option"
                                + " -Xmx256m (for Maven in MAVEN_OPTS or .mvn/jvm.config, for a training in <jvmArgs>)",
                        "text.png: image of 784");
    }
}
