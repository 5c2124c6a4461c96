package io.github.lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.fixtures.SyntheticDigits;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opens our archive as a user of Deeplearning4j would who has never heard of this project. */
class StockProcessTest {

  private static final int IMAGES = 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lenet5", "lenet5-1998"})
  void givesTheSameProbabilitiesInAProcessWithoutOurClasses(String architecture) throws Exception {
    var model = folder.resolve("model.zip");
    StockNetworks.archive(architecture).write(model);
    var pixels = SyntheticDigits.test(IMAGES, 3).pixels();
    var images = Files.write(folder.resolve("images"), pixels);
    var output = folder.resolve("probabilities.txt");

    run(model, images, output);

    var stock = Files.readAllLines(output).stream().map(Float::valueOf).toList();
    var ours = Classifier.load(model).probabilities(pixels, 0, IMAGES);
    assertThat(stock).hasSize(ours.length);
    for (var i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(stock.get(i), within(1e-5f));
    }
  }

  private void run(Path model, Path images, Path output) throws Exception {
    var classFile = StockProbabilities.class.getName().replace('.', '/') + ".class";
    var classes = folder.resolve("classes").resolve(classFile);
    Files.createDirectories(classes.getParent());
    try (var in = getClass().getClassLoader().getResourceAsStream(classFile)) {
      Files.write(classes, in.readAllBytes());
    }
    // Our own classes are the folders on the class path; the jars are those of others.
    var jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .collect(Collectors.joining(File.pathSeparator));
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            folder.resolve("classes") + File.pathSeparator + jars,
            StockProbabilities.class.getName(),
            model.toString(),
            images.toString(),
            output.toString());
    var log = folder.resolve("log.txt");
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the process ends").isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }
}
