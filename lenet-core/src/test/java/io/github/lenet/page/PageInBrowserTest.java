package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.model.Classifier;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.store.CachedMnist;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page as its readers have it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {

    /** Here the screenshots go, for people to look at. */
    private static final Path FOLDER = Path.of("target", "page-in-browser").toAbsolutePath();

    private static final int IMAGES = 100;

    private final Dataset digits = SyntheticDigits.test(400, 1);

    @AutoClose
    private Browser browser;

    private Path page;

    @BeforeAll
    void writeThePage() throws Exception {
        browser = Browser.start();
        page = write("digits", train(SyntheticDigits.train(1_000, 1), SyntheticDigits.test(100, 2)), digits);
    }

    @Test
    void loadsWithoutErrorsOrTheNetwork() {
        browser.openAlone(page);

        assertThat(browser.all("svg")).hasSize(4);
    }

    @Test
    void mayNotConnectToAnything() {
        browser.open(page);

        var answer = browser.run("return fetch('http://127.0.0.1:9/').then(() => 'connected', () => 'refused')");

        assertThat(answer).isEqualTo("refused");
        assertThat(browser.console()).anyMatch(line -> line.contains("Content Security Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void computesWhatJavaComputes(String architecture) throws Exception {
        var archive = StockNetworks.archive(architecture);
        // Larger than any initialisation, so that the answers differ and every activation is used.
        for (var i = 0; i < archive.state().parameters().length; i++) {
            archive.state().parameters()[i] *= 2;
        }
        assertComputesTheSame(Pages.classifier(archive), digits);
    }

    @ParameterizedTest
    @FieldSource("io.github.lenet.network.OtherNetworks#NAMES")
    void computesWhatJavaComputesForLayersInAnyOrder(String architecture) throws Exception {
        var model = Pages.train(architecture, SyntheticDigits.train(300, 1), null, 1, null);

        assertComputesTheSame(model, digits);
        assertThat(browser.all(".pad")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg6", "resnet8"})
    void tellsOfADeeperNetworkWhatItTellsOfLeNet(String architecture) throws Exception {
        var model = Pages.train(architecture, SyntheticDigits.train(300, 1), null, 1, null);

        assertComputesTheSame(model, digits);

        assertThat(browser.all(".filters img")).hasSize(16);
        browser.run("tabs.show('training')");
        for (var width : new int[] {400, 1200}) {
            browser.view(width, "light");
            browser.screenshot(FOLDER.resolve("%s-training-%s.png".formatted(architecture, width)));
            browser.requireFit(width, "light");
        }
    }

    @Test
    void computesWhatJavaComputesForImagesOfAnyShape() throws Exception {
        var images = noise(IMAGES, 20, 37);

        assertComputesTheSame(train(images, null), images);

        assertThat(browser.one(".probabilities li:nth-child(2) .name").getDomProperty("textContent"))
                .isEqualTo("<script>b</script>");
    }

    @Test
    void showsAModelThatIsTooLargeToTry() throws Exception {
        var images = noise(6, 72, 72);
        var large = write("large", train(images, null), images);
        browser.console();

        browser.open(large);

        assertThat(browser.console()).isEmpty();
        assertThat(Files.size(large)).isLessThan(1_000_000);
        assertThat(browser.all(".pad")).isEmpty();
        assertThat(browser.all("#trial .example")).hasSize(6).noneMatch(example -> example.isEnabled());
        assertThat(browser.all("svg")).hasSize(4);
    }

    private void assertComputesTheSame(Classifier model, Dataset images) throws Exception {
        browser.open(write(images.name() + "-" + model.description().architecture(), model, images));
        var size = images.imageSize();

        var computed = (List<?>) browser.run(
                "return arguments[0].flatMap((pixels) => pad.classifier.probabilities(pixels))",
                IntStream.range(0, IMAGES)
                        .mapToObj(image -> pixels(images, image, size))
                        .toList());

        var expected = model.probabilities(images.pixels(), 0, IMAGES);
        assertThat(computed).hasSize(expected.length);
        for (var i = 0; i < expected.length; i++) {
            assertThat(((Number) computed.get(i)).doubleValue()).isCloseTo(expected[i], within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CENTRE, 28, 28",
        "CENTRE, 20, 37",
        "CENTRE, 150, 130",
        "RESIZE, 28, 28",
        "RESIZE, 20, 37",
        "RESIZE, 300, 9"
    })
    void preparesAPictureAsJavaDoes(ImagePreparation preparation, int height, int width) {
        browser.open(page);
        for (var picture : pictures(height, width)) {
            var values = picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);

            var prepared = browser.run(
                    "return preparation.named[arguments[5]]({width: arguments[0], height: arguments[1], values: arguments[2]},"
                            + " arguments[3], arguments[4])",
                    picture.getWidth(),
                    picture.getHeight(),
                    values,
                    height,
                    width,
                    preparation.toString());

            assertThat(prepared).isEqualTo(prepared(preparation, picture, height, width));
        }
    }

    @ParameterizedTest
    @CsvSource({", false", "centre, false", "resize, false", "resize, true"})
    void thePadPreparesADrawingAsTheModelWasTrained(String preparation, boolean light) throws Exception {
        var images = light ? negative(digits) : digits;
        var model = train(
                light ? negative(SyntheticDigits.train(1_000, 1)) : SyntheticDigits.train(1_000, 1), null, preparation);
        browser.open(write("drawn-" + preparation + "-" + light, model, images));
        browser.run("tabs.show('trial')");
        assertThat(answer()).isEqualTo("–");

        for (var stroke : SyntheticDigits.strokes(7)) {
            browser.draw(browser.one(".pad"), points(stroke));
        }
        browser.waitForFrame();

        var drawing = picture(browser.run("return pad.canvas.toDataURL()").toString());
        var pixels = "resize".equals(preparation)
                ? ImagePreparation.RESIZE.prepare(drawing, 28, 28)
                : ImagePreparation.CENTRE.prepare(drawing, 28, 28);
        assertThat(Byte.toUnsignedInt(pixels[0])).isEqualTo(light ? 255 : 0);
        assertThat(browser.run("return [...pad.seen.getImageData(0, 0, 28, 28).data].filter((_, i) => i % 4 === 0)"))
                .isEqualTo(numbers(pixels));
        assertThat(answer()).isEqualTo("7").isEqualTo(model.classify(pixels).className());
        assertThat(browser.one("#trial .muted").getText())
                .contains(
                        "resize".equals(preparation)
                                ? "The whole pad is scaled to 28 x 28 pixels"
                                : "is cut out, scaled and centred");
    }

    @Test
    void aModelInColourSeesColours() throws Exception {
        var images = ColouredDigits.test(120, 1);
        var model = train(ColouredDigits.train(300, 1), null);
        var filter = picture(FilterPicture.of(model).get(0).image());
        assertThat(filter.getRaster().getNumBands()).isEqualTo(3);
        var weights = model.parameters();
        var strongest = IntStream.range(0, 6 * 75)
                .mapToDouble(i -> Math.abs(weights[6 + i]))
                .max()
                .orElseThrow();
        for (var channel = 0; channel < 3; channel++) {
            assertThat(filter.getRaster().getSample(2, 1, channel)).isEqualTo((int)
                    Math.round(127.5 + 127.5 * (weights[6 + 25 * channel + 7] / strongest)));
        }
        assertComputesTheSame(model, images);

        browser.run("tabs.show('trial')");
        var green = firstOf(images, 1);
        browser.run("pad.use(document.querySelectorAll('#trial .example img')[10])");
        var seen = browser.run("return [...pad.seen.getImageData(0, 0, 28, 28).data].filter((_, i) => i % 4 === 1)");
        var plane = Arrays.copyOfRange(
                images.pixels(), images.pixelOffset(green) + 28 * 28, images.pixelOffset(green) + 2 * 28 * 28);
        assertThat(seen).isEqualTo(numbers(plane));
        assertThat(answer()).isEqualTo("green");

        browser.one(".clear").click();
        browser.draw(browser.one(".pad"), points(SyntheticDigits.strokes(7)[0]));
        browser.waitForFrame();
        var drawing = picture(browser.run("return pad.canvas.toDataURL()").toString());
        var pixels = ImagePreparation.RESIZE.prepare(drawing, ImageColour.RGB, 28, 28);
        assertThat(answer()).isEqualTo(model.classify(pixels).className());
        assertThat(browser.one("#trial .muted").getText()).contains("a stroke has as much red as green and blue");
    }

    /** A page is no reason for a build to fail, and a pad that prepares in another way would mislead. */
    @Test
    void hasNoPadForAModelWhosePicturesWerePreparedInAnUnknownWay() throws Exception {
        browser.open(write("unknown", train(digits, null, "rotate"), digits));

        assertThat(browser.all(".pad")).isEmpty();
        assertThat(browser.all("#trial .example")).isNotEmpty();
    }

    @Test
    void recognisesDigitsThatAreDrawnOnThePad() {
        browser.open(page);
        browser.run("tabs.show('trial')");
        for (var digit = 0; digit < 10; digit++) {
            browser.one(".clear").click();
            for (var stroke : SyntheticDigits.strokes(digit)) {
                browser.draw(browser.one(".pad"), points(stroke));
            }
            browser.waitForFrame();

            assertThat(answer()).as("drawn %s", digit).isEqualTo(String.valueOf(digit));
        }
        browser.one(".clear").click();
        browser.waitForFrame();
        assertThat(answer()).isEqualTo("–");
    }

    @Test
    void recognisesDigitsOfMnistOnThePad() throws Exception {
        var mnist = CachedMnist.open();
        var test = mnist.read(Split.TEST);
        var page = write("mnist", train(mnist.read(Split.TRAIN), null), test);
        assertThat(Files.size(page)).isLessThan(3 << 20);
        browser.openAlone(page);
        screenshots("mnist");
        browser.run("tabs.show('trial')");
        for (var digit = 0; digit < 10; digit++) {
            var image = firstOf(test, digit);

            browser.run("""
          const image = Object.assign(document.createElement("canvas"), {width: 28, height: 28});
          const data = image.getContext("2d").createImageData(28, 28);
          data.data.forEach((_, i) => (data.data[i] = i % 4 === 3 ? 255 : arguments[0][i >> 2]));
          image.getContext("2d").putImageData(data, 0, 0);
          pad.clear();
          pad.context.drawImage(image, 20, 30, 200, 200);
          pad.changed();
          """, pixels(test, image, 784));
            browser.waitForFrame();

            assertThat(answer()).as("image %s", image).isEqualTo(String.valueOf(digit));
        }
        browser.screenshot(FOLDER.resolve("mnist-drawn.png"));
    }

    @Test
    void asksTheModelAboutATestImageByKeyboard() {
        browser.open(page);
        browser.run("tabs.show('trial')");
        var example = browser.one("#trial .example");
        browser.run("arguments[0].focus()", example);

        browser.press(Keys.ENTER);

        assertThat(browser.one("#trial .example b").getText()).isEqualTo("0");
        assertThat(answer()).isEqualTo("0");
        var shares = browser.all(".probabilities .share");
        assertThat(example.getText()).contains(answer());
        assertThat(shares).hasSize(10);
    }

    @Test
    void movesBetweenTabsByKeyboard() {
        browser.open(page);
        var tabs = browser.all("[role=tab]");
        browser.run("arguments[0].focus()", tabs.get(0));
        assertThat(shownPanels()).containsExactly("overview");

        browser.press(Keys.ARROW_RIGHT);
        assertThat(browser.focused()).isEqualTo(tabs.get(1));
        assertThat(shownPanels()).containsExactly("trial");

        browser.press(Keys.END);
        assertThat(shownPanels()).containsExactly("provenance");
        browser.press(Keys.ARROW_RIGHT);
        assertThat(shownPanels()).containsExactly("overview");
        browser.press(Keys.ARROW_LEFT);
        browser.press(Keys.HOME);
        assertThat(shownPanels()).containsExactly("overview");

        // One stop for all tabs, then into the page.
        assertThat(tabs)
                .filteredOn(tab -> "0".equals(tab.getDomAttribute("tabindex")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, light", "400, dark", "1200, light", "1200, dark"})
    void fitsTheWindow(int width, String scheme) throws Exception {
        browser.view(width, scheme);
        browser.open(page);
        for (var panel : panels()) {
            browser.run("tabs.show(arguments[0])", panel);
            browser.screenshot(FOLDER.resolve("digits-%s-%s-%s.png".formatted(panel, width, scheme)));

            browser.requireFit(width, scheme);
        }
    }

    @Test
    void printsEveryPartInLightColours() throws Exception {
        browser.view(1200, "dark");
        browser.open(page);
        browser.print(FOLDER.resolve("digits.pdf"));

        browser.printView();

        assertThat(shownPanels()).hasSize(5);
        assertThat(browser.one("[role=tablist]").isDisplayed()).isFalse();
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void everyPictureIsDescribed() {
        browser.open(page);

        assertThat(browser.all("img"))
                .hasSizeGreaterThan(30)
                .allMatch(image -> !image.getDomAttribute("alt").isBlank());
        assertThat(browser.all("canvas, svg"))
                .allMatch(picture -> !picture.getDomAttribute("aria-label").isBlank());
    }

    @Test
    void showsTheNumbersOfTheEvaluation() throws Exception {
        browser.open(page);
        var report = EvaluationReport.read(page.resolveSibling("evaluation.json"));

        var cells = browser.all(".matrix td:not(:empty)").stream()
                .map(cell -> cell.getText())
                .toList();
        var supports = (List<?>) browser.run(
                "return [...document.querySelectorAll('.classes tr > td:last-child')].map(e => e.textContent)");

        assertThat(cells)
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(i -> String.valueOf(report.confusionMatrix()[i / 10][i % 10]))
                        .toList());
        assertThat(supports)
                .isEqualTo(report.classes().stream()
                        .map(row -> String.valueOf(row.support()))
                        .toList());
        assertThat(browser.one(".words tbody").getText())
                .contains("(%s/%s)".formatted(report.correct(), report.total()));
        assertThat(browser.run("return data.bins.map((bin) => bin.count)"))
                .isEqualTo(report.calibration().bins().stream()
                        .map(bin -> (long) bin.count())
                        .toList());
    }

    private static Classifier train(Dataset training, Dataset validation) {
        return train(training, validation, null);
    }

    private static Classifier train(Dataset training, Dataset validation, String preparation) {
        return Pages.train(training, validation, training.size() > 10_000 ? 1 : 6, preparation);
    }

    private static Path write(String name, Classifier model, Dataset images) throws Exception {
        return Pages.write(FOLDER.resolve(name), name, model, images);
    }

    private void screenshots(String name) throws Exception {
        for (var scheme : List.of("light", "dark")) {
            browser.view(1200, scheme);
            for (var panel : panels()) {
                browser.run("tabs.show(arguments[0])", panel);
                browser.screenshot(FOLDER.resolve("%s-%s-%s.png".formatted(name, panel, scheme)));
            }
        }
    }

    private List<String> panels() {
        return browser.all("[data-tab]").stream()
                .map(panel -> panel.getDomAttribute("id"))
                .toList();
    }

    private List<String> shownPanels() {
        return browser.all("[data-tab]").stream()
                .filter(panel -> panel.isDisplayed())
                .map(panel -> panel.getDomAttribute("id"))
                .toList();
    }

    private String answer() {
        return browser.one(".answer").getText();
    }

    private static Dataset noise(int count, int height, int width) {
        var random = new SeededRandom(1);
        var pixels = new byte[count * height * width];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (256 * random.nextDouble());
        }
        var labels = new byte[count];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 3);
        }
        return new Dataset("noise", "test", height, width, pixels, labels, List.of("a", "<script>b</script>", "c"));
    }

    private static int[] pixels(Dataset images, int image, int size) {
        return IntStream.range(0, size)
                .map(i -> Byte.toUnsignedInt(images.pixels()[image * size + i]))
                .toArray();
    }

    private static int firstOf(Dataset images, int label) {
        return IntStream.range(0, images.size())
                .filter(image -> images.label(image) == label)
                .findFirst()
                .orElseThrow();
    }

    /** The digit in the middle three quarters of the pad. */
    private static double[][] points(double[] stroke) {
        return IntStream.range(0, stroke.length / 2)
                .mapToObj(i -> new double[] {stroke[2 * i] * 0.37, stroke[2 * i + 1] * 0.37})
                .toArray(double[][]::new);
    }

    /**
     * Whatever a picture can show: ink of both kinds, faint, at the border, over half of the picture, noise and
     * nothing.
     */
    private static List<BufferedImage> pictures(int height, int width) {
        var random = new SeededRandom(1);
        var noise = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < height * width; i++) {
            noise.getRaster().setSample(i % width, i / width, 0, (int) (256 * random.nextDouble()));
        }
        return List.of(
                scribble(random, 0, 255, 0.15),
                scribble(random, 255, 0, 0.15),
                scribble(random, 120, 150, 0.15),
                scribble(random, 0, 20, 0.15),
                scribble(random, 0, 255, -0.1),
                scribble(random, 0, 0, 0.15),
                scribble(random, 255, 255, 0.15),
                noise);
    }

    /** A curve that keeps its distance from the border, as a share of the sides. */
    private static BufferedImage scribble(SeededRandom random, int paper, int ink, double distance) {
        var width = 100 + (int) (random.nextDouble() * 100);
        var height = 100 + (int) (random.nextDouble() * 100);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var curve = new Path2D.Double();
        curve.moveTo(between(random, width, distance), between(random, height, distance));
        for (var i = 0; i < 3; i++) {
            curve.quadTo(
                    between(random, width, distance),
                    between(random, height, distance),
                    between(random, width, distance),
                    between(random, height, distance));
        }
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(paper, paper, paper));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(ink, ink, ink));
        graphics.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(curve);
        graphics.dispose();
        return picture;
    }

    private static double between(SeededRandom random, int size, double distance) {
        return size * (distance + (1 - 2 * distance) * random.nextDouble());
    }

    /** What Java makes of a picture, or null if that shows nothing. */
    private static List<Long> prepared(ImagePreparation preparation, BufferedImage picture, int height, int width) {
        try {
            return numbers(preparation.prepare(picture, height, width));
        } catch (IOException e) {
            return null;
        }
    }

    private static List<Long> numbers(byte[] pixels) {
        return IntStream.range(0, pixels.length)
                .mapToObj(i -> (long) Byte.toUnsignedInt(pixels[i]))
                .toList();
    }

    private static BufferedImage picture(String dataUri) throws IOException {
        var file = Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** Dark ink on white paper. */
    private static Dataset negative(Dataset images) {
        var pixels = images.pixels().clone();
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
        var labels = new byte[images.size()];
        for (var image = 0; image < labels.length; image++) {
            labels[image] = (byte) images.label(image);
        }
        return new Dataset(
                images.name(), images.split(), images.height(), images.width(), pixels, labels, images.classNames());
    }
}
