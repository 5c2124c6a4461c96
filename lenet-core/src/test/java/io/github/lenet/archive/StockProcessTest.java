package io.github.lenet.archive;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.network.Architecture;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens our archive as a user of Deeplearning4j would who has never heard of this project. */
class StockProcessTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheSameProbabilitiesInAProcessWithoutOurClasses() throws Exception {
        for (var architecture : Architecture.names()) {
            StockNetworks.archive(architecture).write(folder.resolve(architecture));
        }

        StockProcess.requireSameProbabilities(folder, Architecture.names(), SyntheticDigits.test(20, 3));
    }

    /** With odd numbers of rows or columns, whose last one pooling leaves out and a stride may not reach. */
    @ParameterizedTest
    @CsvSource({"3, 16, 19, 3", "1, 21, 16, 4"})
    void soDoesANetworkForOtherImages(int channels, int height, int width, int classes) throws Exception {
        var images = noise(channels, height, width, classes);
        for (var architecture : Architecture.names()) {
            TrainedModels.of(architecture, images).write(folder.resolve(architecture));
        }

        StockProcess.requireSameProbabilities(folder, Architecture.names(), images);
    }

    private static Dataset noise(int channels, int height, int width, int classes) {
        var labels = new byte[40];
        for (var image = 0; image < labels.length; image++) {
            labels[image] = (byte) (image % classes);
        }
        var pixels = new byte[labels.length * channels * height * width];
        new Random(1).nextBytes(pixels);
        var names =
                IntStream.range(0, classes).mapToObj(label -> "class " + label).toList();
        return new Dataset("noise", "train", channels, height, width, pixels, labels, names);
    }
}
