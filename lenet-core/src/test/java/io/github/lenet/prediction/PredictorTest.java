package io.github.lenet.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.archive.TrainedModels;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import io.github.lenet.model.Classifier;
import io.github.lenet.picture.ImagePreparation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PredictorTest {

    private static final Dataset DIGITS = SyntheticDigits.test(20, 5);

    @TempDir
    private Path folder;

    private Path base = Path.of("elsewhere").toAbsolutePath();
    private Classifier classifier;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void loadAModel() throws IOException {
        StockNetworks.archive("lenet5").write(folder.resolve("model.zip"));
        classifier = Classifier.load(folder.resolve("model.zip"));
    }

    @Test
    void answersForAPictureAsTheClassifierDoes() throws IOException {
        var file = picture("three.png", 3);
        var expected = classifier.classify(pixels(3));

        assertThat(predict(PredictionFormat.CSV, file).images()).isEqualTo(1);

        assertThat(lines.get(0)).isEqualTo("image,class,probability,runnerUp,runnerUpProbability");
        assertThat(lines.get(1)).startsWith(file + "," + expected.className() + ",0.");
    }

    @Test
    void namesFilesTheSameOnEveryMachine() throws IOException {
        base = folder;
        IdxWriter.write(folder.resolve("data"), Split.TEST, DIGITS);

        predict(
                PredictionFormat.CSV,
                picture("three.png", 3),
                folder.resolve("data").resolve(Split.TEST.imagesFile()));

        assertThat(lines.get(1)).startsWith("three.png,");
        assertThat(lines.get(2)).startsWith("data/t10k-images-idx3-ubyte#0,");
    }

    @Test
    void takesTheImagesOfAnIdxFileAsTheyAre() throws IOException {
        IdxWriter.write(folder, Split.TEST, DIGITS);
        var file = folder.resolve(Split.TEST.imagesFile());

        assertThat(predict(PredictionFormat.JSON, file).images()).isEqualTo(DIGITS.size());

        var answers = Json.parse("{\"all\":" + String.join("", lines) + "}", Map.class, "lines");
        assertThat((List<?>) answers.get("all")).hasSize(DIGITS.size());
        assertThat(lines.get(8))
                .contains(
                        "\"image\":\"" + file + "#7\"",
                        "\"class\":\"" + classifier.classify(pixels(7)).className() + "\"");
    }

    @Test
    void refusesAnIdxFileWithImagesOfAnotherSize() throws IOException {
        var small = new Dataset("small", "test", 14, 20, new byte[14 * 20], new byte[1], DIGITS.classNames());
        IdxWriter.write(folder, Split.TEST, small);
        var file = folder.resolve(Split.TEST.imagesFile());

        assertThat(predict(PredictionFormat.CSV, file).problems())
                .containsExactly(file + " holds images of 14 x 20 pixels, but the model classifies images of 28 x 28");
    }

    @Test
    void aPictureBecomesWhatTheModelTakesAndAnIdxFileDoesNot() throws Exception {
        TrainedModels.of("lenet5", ColouredDigits.train(300, 1)).write(folder.resolve("colour.zip"));
        IdxWriter.write(folder.resolve("grey"), Split.TEST, DIGITS);
        IdxWriter.write(folder.resolve("coloured"), Split.TEST, ColouredDigits.test(3, 1));
        var grey = folder.resolve("grey").resolve(Split.TEST.imagesFile());
        var inColour = folder.resolve("coloured").resolve(Split.TEST.imagesFile());

        assertThat(predict(PredictionFormat.CSV, inColour).problems())
                .containsExactly(
                        inColour + " holds images in colour, but the model classifies images in grey; save them as"
                                + " pictures, which are converted");

        classifier = Classifier.load(folder.resolve("colour.zip"));
        assertThat(classifier.imagePreparation()).isEqualTo(ImagePreparation.RESIZE);
        assertThat(predict(PredictionFormat.CSV, inColour).images()).isEqualTo(3);
        assertThat(predict(PredictionFormat.CSV, grey).problems())
                .containsExactly(grey + " holds images in grey, but the model classifies images in colour; save them as"
                        + " pictures, which are converted");
        lines.clear();
        var picture = picture("three.png", 3);
        assertThat(predict(PredictionFormat.CSV, picture).images()).isEqualTo(1);
        var thrice =
                ByteBuffer.allocate(3 * 28 * 28).put(pixels(3)).put(pixels(3)).put(pixels(3));
        var expected = classifier.classify(thrice.array());
        assertThat(lines.get(1)).startsWith(picture + "," + expected.className() + ",0.");
        assertThatThrownBy(() -> classifier.classify(pixels(3)))
                .hasMessage(
                        "an image for this model has 3 channels of 28 x 28 pixels, one byte each, but 784 bytes were"
                                + " given");
    }

    @Test
    void nothingIsStillAWholeArray() throws IOException {
        predict(PredictionFormat.JSON);

        assertThat(lines).containsExactly("[", "]");
    }

    @Test
    void showsATableWithoutControlCharacters() throws IOException {
        predict(PredictionFormat.TABLE, picture("line\nbreak.png", 4));

        assertThat(lines.get(0)).isEqualTo("class      probability  runner-up  probability  image");
        assertThat(lines.get(1))
                .endsWith("line\\u000abreak.png")
                .matches("\\d {10}0\\.\\d{4} {7}\\d {10}0\\.\\d{4} {7}.*");
    }

    @Test
    void whatCannotBeUsedIsNamedAndKeepsNothingElseBack() throws IOException {
        var text = Files.writeString(folder.resolve("text.png"), "seven");
        var labels = folder.resolve(Split.TEST.labelsFile());
        IdxWriter.write(folder, Split.TEST, DIGITS);
        var missing = folder.resolve("missing.png");

        var summary = predict(PredictionFormat.TABLE, text, labels, missing, folder, picture("one.png", 1));

        assertThat(summary.images()).isEqualTo(1);
        assertThat(summary.problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("text.png", "it is no PNG"),
                        problem -> assertThat(problem).contains(labels.toString(), "images x rows x columns"),
                        problem -> assertThat(problem).isEqualTo(missing + " does not exist"),
                        problem -> assertThat(problem).isEqualTo(folder + " is no file"));
    }

    @Test
    void namesAProblemWithoutControlCharacters() throws IOException {
        var text = Files.writeString(folder.resolve("\u001b[2Jclear\n.png"), "seven");

        assertThat(predict(PredictionFormat.CSV, text, folder.resolve("\u009bmissing.png"))
                        .problems())
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .contains("\\u001b[2Jclear\\u000a.png cannot be used")
                                .doesNotContain("\n"),
                        problem -> assertThat(problem).isEqualTo(folder + "/\\u009bmissing.png does not exist"));
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        var file = picture("secret.png", 1);
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads everything");

        assertThat(predict(PredictionFormat.CSV, file).problems())
                .singleElement()
                .asString()
                .startsWith(file + " cannot be read or written: permission denied");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheFileWhoseReadingFails() throws IOException {
        // A regular file for its permissions and size, whose first byte cannot be read: like one on a broken disk.
        var broken = Path.of("/proc/self/mem");

        assertThat(predict(PredictionFormat.CSV, broken, picture("one.png", 1)).problems())
                .containsExactly("/proc/self/mem: Input/output error");
        assertThat(lines).hasSize(2);
    }

    @Test
    void readsTenThousandFilesOneAtATime() throws IOException {
        var original = picture("three.png", 3);
        var files = new ArrayList<Path>();
        for (var number = 0; number < 10_000; number++) {
            files.add(Files.createLink(folder.resolve(number + ".png"), original));
        }
        var last = files.get(files.size() - 1);
        // Whoever reads ahead, or answers at the end, has an answer for the file that is deleted after the first
        // answer.
        var printer = PredictionFormat.CSV.printer(List.of(), line -> {
            lines.add(line);
            if (lines.size() == 2) {
                Files.delete(last);
            }
        });

        var summary =
                new Predictor(ImageClassifier.of(classifier), ImagePreparation.CENTRE, base).predict(files, printer);

        assertThat(summary.images()).isEqualTo(9_999);
        assertThat(summary.problems()).containsExactly(last + " does not exist");
        assertThat(lines).hasSize(10_000).last().asString().startsWith(files.get(9_998) + ",");
    }

    @Test
    void anImageWithoutAnAnswerIsAProblem() throws IOException {
        var archive = StockNetworks.archive("lenet5");
        Arrays.fill(archive.state().parameters(), Float.MAX_VALUE);
        archive.write(folder.resolve("model.zip"));
        classifier = Classifier.load(folder.resolve("model.zip"));

        var summary = predict(PredictionFormat.CSV, picture("one.png", 1));

        assertThat(summary.images()).isZero();
        assertThat(summary.problems())
                .containsExactly(folder.resolve("one.png") + " has no answer: the arithmetic of the model ends in NaN");
        assertThat(lines).hasSize(1);
    }

    @Test
    void aFullDiskIsNoProblemOfAnImage() throws IOException {
        var printer = PredictionFormat.CSV.printer(List.of(), line -> {
            throw new IOException("the disk is full");
        });
        var files = List.of(picture("one.png", 1));

        assertThatThrownBy(() -> new Predictor(ImageClassifier.of(classifier), ImagePreparation.CENTRE, base)
                        .predict(files, printer))
                .hasMessage("the disk is full");
    }

    private PredictionSummary predict(PredictionFormat format, Path... files) throws IOException {
        var printer = format.printer(classifier.description().classNames(), lines::add);
        return new Predictor(ImageClassifier.of(classifier), classifier.imagePreparation(), base)
                .predict(List.of(files), printer);
    }

    private Path picture(String name, int image) throws IOException {
        var picture = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, 28, 28, pixels(image));
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
        return folder.resolve(name);
    }

    private static byte[] pixels(int image) {
        return Arrays.copyOfRange(DIGITS.pixels(), DIGITS.pixelOffset(image), DIGITS.pixelOffset(image) + 784);
    }
}
