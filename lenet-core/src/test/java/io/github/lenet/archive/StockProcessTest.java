package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Architecture;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens our archive as a user of Deeplearning4j would who has never heard of this project. */
class StockProcessTest {

    private static final int IMAGES = 20;

    @TempDir
    private Path folder;

    @Test
    void givesTheSameProbabilitiesInAProcessWithoutOurClasses() throws Exception {
        var pixels = SyntheticDigits.test(IMAGES, 3).pixels();
        Files.write(folder.resolve("images"), pixels);
        for (var architecture : Architecture.names()) {
            StockNetworks.archive(architecture).write(folder.resolve(architecture));
        }

        run();

        for (var architecture : Architecture.names()) {
            var stock = Files.readAllLines(folder.resolve(architecture + ".txt")).stream()
                    .map(Float::valueOf)
                    .toList();
            var ours = Classifier.load(folder.resolve(architecture)).probabilities(pixels, 0, IMAGES);
            assertThat(stock).hasSize(ours.length);
            for (var i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isCloseTo(stock.get(i), within(1e-5f));
            }
        }
    }

    private void run() throws Exception {
        var classFile = StockProbabilities.class.getName().replace('.', '/') + ".class";
        var classes = folder.resolve("classes").resolve(classFile);
        Files.createDirectories(classes.getParent());
        try (var in = getClass().getClassLoader().getResourceAsStream(classFile)) {
            Files.write(classes, in.readAllBytes());
        }
        // Our own classes are the folders on the class path; the jars are those of others.
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", folder.resolve("classes") + File.pathSeparator + jars));
        command.add(StockProbabilities.class.getName());
        command.addAll(Architecture.names());
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the process ends")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
