package io.github.lenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of docs/application.md, copied out of the page into a module. */
class ApplicationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "application.md");
    private static final Pattern CLASS = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final Pattern NAME = Pattern.compile("public final class (\\w+)|module ");

    /** What the page leaves to its reader. */
    private static final String CALLER = """
      package com.acme.reader;

      import java.io.InputStream;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.Arrays;
      import javax.imageio.ImageIO;

      public final class Caller {

        public static void main(String[] files) throws Exception {
          var classifier = OwnModel.load();
          var reader = new DigitReader(classifier);
          System.out.println(reader.read(ImageIO.read(Path.of(files[0]).toFile())).candidates());
          System.out.println(reader.answer(Files.newInputStream(Path.of(files[0]))));
          System.out.println(reader.answer(InputStream.nullInputStream()));
          System.out.println(Arrays.toString(Labels.of(classifier, Files.readAllBytes(Path.of(files[1])))));
        }
      }
      """;

    private static final int IMAGES = 300;
    private static final int PIXELS = 28 * 28;

    @TempDir
    private Path folder;

    private Path application;
    private Path picture;
    private Classifier classifier;

    @BeforeEach
    void writeAModel() throws Exception {
        application = folder.resolve("application");
        var model = Files.createDirectories(application.resolve("digits")).resolve("model.zip");
        StockNetworks.archive("lenet5").write(model);
        classifier = Classifier.load(model);
        var drawing = new BufferedImage(40, 50, BufferedImage.TYPE_INT_RGB);
        IntStream.range(5, 45).forEach(row -> drawing.setRGB(20, row, 0xffffff));
        picture = folder.resolve("digit.png");
        ImageIO.write(drawing, "png", picture.toFile());
    }

    @Test
    void theClassesDoWhatThePageSays() throws Exception {
        var pixels = SyntheticDigits.test(IMAGES, 7).pixels();
        var images = Files.write(folder.resolve("images"), pixels);
        compile();

        var digit = classifier.classify(picture);
        assertThat(run("ReadDigits", picture))
                .containsExactly(
                        digit.className() + " with probability " + digit.probability(),
                        "or else " + digit.runnerUp().className());
        var labels = IntStream.range(0, IMAGES)
                .map(image -> classifier
                        .classify(Arrays.copyOfRange(pixels, image * PIXELS, (image + 1) * PIXELS))
                        .label())
                .toArray();
        assertThat(run("Caller", picture, images))
                .containsExactly(
                        digit.candidates().toString(),
                        digit.className(),
                        "the stream cannot be used as a picture: it is empty",
                        Arrays.toString(labels));
    }

    @Test
    void theMessagesAreThoseOfThePage() throws Exception {
        var page = Files.readString(PAGE);
        var text = Files.writeString(folder.resolve("digit.txt"), "seven");

        assertThatThrownBy(() -> classifier.classify(text))
                .isInstanceOf(IOException.class)
                .satisfies(e ->
                        assertThat(page).contains("`" + e.getMessage().substring((folder + "/").length()) + "`"));
        assertThatThrownBy(() -> classifier.classify(new byte[783]))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(page).contains("`" + e.getMessage() + "`"));
    }

    private void compile() throws IOException {
        var sources = Files.createDirectory(folder.resolve("sources"));
        var files = new ArrayList<String>();
        var classes = CLASS.matcher(Files.readString(PAGE)).results().map(block -> block.group(1));
        for (var source : Stream.concat(classes, Stream.of(CALLER)).toList()) {
            var name = NAME.matcher(source);
            assertThat(name.find()).as(source).isTrue();
            var file = sources.resolve((name.group(1) == null ? "module-info" : name.group(1)) + ".java");
            files.add(Files.writeString(file, source).toString());
        }
        var options = List.of(
                "-Xlint:all",
                "-Werror",
                "-classpath",
                "",
                "--module-path",
                JavaTools.modulePath(application),
                "-d",
                application.toString());
        JavaTools.run("javac", Stream.concat(options.stream(), files.stream()).toArray(String[]::new));
    }

    private List<String> run(String main, Path... files) throws Exception {
        var output = folder.resolve("output");
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--module-path",
                                JavaTools.modulePath(application),
                                "--module",
                                "com.acme.reader/com.acme.reader." + main),
                        Arrays.stream(files).map(Path::toString))
                .toList();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as("%s", output).isZero();
        return Files.readAllLines(output);
    }
}
