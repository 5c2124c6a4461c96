package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training with nothing but the classes of lenet-core, no Deeplearning4j and no library at all, gives the same bits
 * on every JDK that is installed beside this one, on any number of threads, with and without vectors.
 */
class TrainingElsewhereTest {

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheApplication() throws IOException {
        for (var type : List.of(TrainingApplication.class, SyntheticDigits.class, SeedRecipe.class)) {
            var file = Path.of(type.getName().replace('.', '/') + ".class");
            var copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(place(type).resolve(file), copy);
        }
    }

    @Test
    void givesTheSameBits() throws Exception {
        var expected = TrainingApplication.digest(1);

        for (var jdk : jdks()) {
            assertThat(train(jdk)).as("%s", jdk).containsOnly(expected);
            assertThat(train(jdk, VECTORS)).as("%s with vectors", jdk).containsOnly(expected);
        }
        for (var width : List.of("-XX:UseAVX=0", "-XX:UseAVX=2", "-XX:UseAVX=3")) {
            assertThat(train(JDK, VECTORS, "-XX:+IgnoreUnrecognizedVMOptions", width))
                    .as("with vectors of %s", width)
                    .containsOnly(expected);
        }
    }

    /** What trainings on one, two and three threads give. */
    private List<String> train(Path jdk, String... options) throws Exception {
        var command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", place(Trainer.class) + File.pathSeparator + folder));
        command.addAll(List.of(TrainingApplication.class.getName(), "1", "2", "3"));
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            var digests = Files.readAllLines(output);
            assertThat(digests).hasSize(3);
            return digests;
        } finally {
            process.destroyForcibly();
        }
    }

    /** This one, and each newer one in the same folder. */
    private static List<Path> jdks() throws IOException {
        try (var installed = Files.list(JDK.toRealPath().getParent())) {
            return Stream.concat(Stream.of(JDK), installed.filter(TrainingElsewhereTest::isNewer))
                    .toList();
        }
    }

    private static boolean isNewer(Path folder) {
        var release = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            // No JDK.
            return false;
        }
        var version = release.getProperty("JAVA_VERSION", "0").replace("\"", "").replaceFirst("[^0-9].*", "");
        return Integer.parseInt(version) > Runtime.version().feature()
                && Files.isExecutable(folder.resolve("bin/java"));
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
