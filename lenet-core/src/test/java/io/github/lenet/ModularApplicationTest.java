package io.github.lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.kernel.Workers;
import io.github.lenet.model.Classifier;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module, with nothing on its module path but what module-info.java requires. */
class ModularApplicationTest {

    private static final String APPLICATION = """
      package com.example.digits;

      import io.github.lenet.kernel.GradientComputation;
      import io.github.lenet.kernel.Workers;
      import io.github.lenet.network.Network;
      import io.github.lenet.model.Classifier;
      import java.io.FileNotFoundException;
      import java.io.IOException;
      import java.util.Arrays;
      import java.util.HexFormat;
      import java.util.List;

      public final class Application {

        public static void main(String[] images) throws Exception {
          for (var name : List.of("/models/digits.zip", "/models/missing.zip")) {
            try {
              classify(Classifier.fromResource(Application.class, name), images);
            } catch (FileNotFoundException e) {
              System.out.println(e.getMessage());
            }
          }
          try (var in = Application.class.getResourceAsStream("/models/digits.zip")) {
            classify(Classifier.read(in), images);
          }
        }

        private static void classify(Classifier classifier, String[] images) throws IOException {
          try (var picture = Application.class.getResourceAsStream("/models/digit.jpg")) {
            System.out.println(classifier.classify(picture).candidates());
          }
          for (var image : images) {
            var pixels = HexFormat.of().parseHex(image);
            System.out.println(Arrays.toString(classifier.probabilities(pixels, 0)));
          }
          var network = classifier.network();
          var gradient = new float[network.parameterCount()];
          try (var workers = new Workers(1)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(classifier.parameters(), new float[0], new float[network.inputSize()], new byte[1], 1, gradient);
          }
          System.out.println(Arrays.hashCode(gradient));
        }
      }
      """;

    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Path JAVA = JDK.resolve("bin/java");
    private static final int PIXELS = 28 * 28;

    /** Only so that the application can also compute a gradient, which no user's application does. */
    private static final String KERNELS =
            "--add-exports=io.github.lenet.core/io.github.lenet.kernel=com.example.digits";

    @TempDir
    private Path folder;

    private Path application;
    private List<String> images;
    private String answers;

    @BeforeEach
    void writeAModel() throws Exception {
        application = folder.resolve("application");
        var model = Files.createDirectories(application.resolve("models")).resolve("digits.zip");
        StockNetworks.archive("lenet5").write(model);
        var pixels = SyntheticDigits.test(3, 7).pixels();
        images = Stream.of(0, 1, 2)
                .map(image -> HexFormat.of().formatHex(pixels, image * PIXELS, (image + 1) * PIXELS))
                .toList();
        var picture = model.resolveSibling("digit.jpg");
        ImageIO.write(drawing(), "jpg", picture.toFile());
        var classifier = Classifier.load(model);
        var network = classifier.network();
        var gradient = new float[network.parameterCount()];
        try (var workers = new Workers(1)) {
            var computation = new GradientComputation(network, workers);
            computation.gradient(
                    classifier.parameters(), new float[0], new float[network.inputSize()], new byte[1], 1, gradient);
        }
        answers = Stream.of(0, 1, 2)
                .map(image -> Arrays.toString(classifier.probabilities(pixels, image * PIXELS)) + "\n")
                .collect(Collectors.joining(
                        "", classifier.classify(picture).candidates() + "\n", Arrays.hashCode(gradient) + "\n"));
    }

    private static BufferedImage drawing() {
        var image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.fillRect(25, 10, 10, 60);
        graphics.dispose();
        return image;
    }

    @Test
    void givesTheSameBitsAsOnTheClassPath() throws Exception {
        compile("opens models;");

        assertThat(run(JAVA, "--module-path", modulePath())).startsWith(answers).endsWith(answers);
    }

    @Test
    void usesVectorsWhereTheJvmHasThem() throws Exception {
        compile("opens models;");

        assertThat(run(JAVA, "--add-modules=jdk.incubator.vector", "--module-path", modulePath()))
                .startsWith("WARNING: Using incubator modules: jdk.incubator.vector\n" + answers);
    }

    @Test
    void tellsAMissingResourceFromOneThatIsNotOpen() throws Exception {
        compile("");

        assertThat(run(JAVA, "--module-path", modulePath())).isEqualTo("""
            the module com.example.digits holds the resource /models/digits.zip, but does not open its package: write \
            `opens models;` into its module-info.java, or let the application read it: \
            Classifier.read(Application.class.getResourceAsStream("/models/digits.zip"))
            there is no resource /models/missing.zip beside com.example.digits.Application. Does lenet:train set \
            <resourcePath>, and has it run before the jar was built?
            """ + answers);
    }

    @Test
    void runsInAnImageOfItsOwn() throws Exception {
        assumeThat(JDK.resolve("jmods")).as("what jlink links").exists();
        compile("opens models;");
        var image = folder.resolve("image");

        JavaTools.run(
                "jlink",
                "--module-path",
                modulePath(),
                "--add-modules",
                "com.example.digits",
                "--output",
                image.toString());

        assertThat(run(image.resolve("bin/java"))).endsWith(answers);
    }

    private void compile(String opens) throws Exception {
        var sources = Files.createDirectories(folder.resolve("sources"));
        var descriptor = sources.resolve("module-info.java");
        Files.writeString(descriptor, "module com.example.digits { requires io.github.lenet.core; " + opens + " }");
        var main = sources.resolve("Application.java");
        Files.writeString(main, APPLICATION);
        JavaTools.run(
                "javac",
                "-Xlint:all",
                "-Werror",
                KERNELS,
                "-classpath",
                "",
                "--module-path",
                modulePath(),
                "-d",
                application.toString(),
                descriptor.toString(),
                main.toString());
    }

    private String run(Path java, String... options) throws Exception {
        var output = folder.resolve("output");
        var command = Stream.of(
                        Stream.of(java.toString(), KERNELS),
                        Stream.of(options),
                        Stream.of("--module", "com.example.digits/com.example.digits.Application"),
                        images.stream())
                .flatMap(part -> part)
                .toList();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as("%s", output).isZero();
        return Files.readString(output);
    }

    private String modulePath() {
        return JavaTools.modulePath(application);
    }
}
