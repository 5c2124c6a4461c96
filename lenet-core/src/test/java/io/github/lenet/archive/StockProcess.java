package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.model.Classifier;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process with Deeplearning4j and without our classes. */
public final class StockProcess {

    private StockProcess() {}

    /**
     * Asserts that Deeplearning4j opens archives and gives the probabilities that we give.
     *
     * @param folder where the archives lie, and where the process works
     * @param names of the archives
     * @param images what to classify
     */
    public static void requireSameProbabilities(Path folder, List<String> names, Dataset images) throws Exception {
        Files.write(folder.resolve("images"), images.pixels());

        run(folder, names, images);

        for (var name : names) {
            var stock = Files.readAllLines(folder.resolve(name + ".txt")).stream()
                    .map(Float::valueOf)
                    .toList();
            var ours = Classifier.load(folder.resolve(name)).probabilities(images.pixels(), 0, images.size());
            assertThat(stock).hasSize(ours.length);
            for (var i = 0; i < ours.length; i++) {
                assertThat(ours[i]).as(name).isCloseTo(stock.get(i), within(1e-5f));
            }
        }
    }

    private static void run(Path folder, List<String> names, Dataset images) throws Exception {
        var classFile = StockProbabilities.class.getName().replace('.', '/') + ".class";
        var classes = folder.resolve("classes").resolve(classFile);
        Files.createDirectories(classes.getParent());
        try (var in = StockProcess.class.getClassLoader().getResourceAsStream(classFile)) {
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
        for (var size : new int[] {images.channels(), images.height(), images.width()}) {
            command.add(Integer.toString(size));
        }
        command.addAll(names);
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
