package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of models that are not ten digits, trained for long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageShapesInBrowserTest {

    /** Here the pages and the screenshots go, for people to look at. */
    private static final Path FOLDER =
            Path.of("target", "page-shapes-in-browser").toAbsolutePath();

    private static final Dataset DIGITS = SyntheticDigits.test(400, 1);

    @AutoClose
    private Browser browser;

    private Path oneEpoch;
    private Path manyClasses;
    private Path manyMistakes;
    private Path answers;
    private Path answersWithImages;

    @BeforeAll
    void writeThePages() throws Exception {
        browser = Browser.start();
        oneEpoch = write("one-epoch", DIGITS, DIGITS);
        var forty = noise(1_200, 40);
        manyClasses = write("many-classes", noise(200, 40), forty);
        manyMistakes = write("many-mistakes", noise(40, 10), noise(3_000, 10));
        var report = EvaluationReport.of(Samples.classesAlone());
        answers = Pages.write(FOLDER, "answers", new ModelPage(report, Optional.empty(), Optional.empty()));
        answersWithImages = Pages.write(
                FOLDER,
                "answers-with-images",
                new ModelPage(report, Optional.empty(), Optional.of(Pages.classesAlone())));
    }

    private static Path write(String name, Dataset training, Dataset images) throws Exception {
        return Pages.write(FOLDER.resolve(name), name, Pages.train(training, null, 1, null), images);
    }

    @Test
    void oneEpochHasAnAxisAroundItsValue() {
        browser.open(oneEpoch);
        browser.run("tabs.show('training')");

        for (var chart : List.of("loss", "accuracy", "learningRate")) {
            var ticks = texts("[data-curves=" + chart + "] g:nth-of-type(2) .tick text");
            assertThat(ticks)
                    .as(chart)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(3)
                    .allMatch(tick -> tick.length() <= 6);
            var height = browser.one("[data-curves=" + chart + "] circle").getDomAttribute("cy");
            assertThat(Double.parseDouble(height)).as(chart).isBetween(12.0, 219.0);
            assertThat(texts("[data-curves=" + chart + "] g:nth-of-type(1) .tick text"))
                    .containsExactly("1");
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String selector) {
        return (List<String>)
                browser.run("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector);
    }

    @Test
    void answersAloneHaveTheirNumbersButNoPictures() {
        browser.openAlone(answers);

        assertThat(texts("[role=tab]")).containsExactly("Overview", "Mistakes", "Provenance");
        assertThat(browser.all(".matrix[role=grid], img, canvas, dialog")).isEmpty();
        assertThat(texts("h2"))
                .contains("Confusion matrix", "Baseline", "Classes")
                .doesNotContain("Calibration", "Wrong answers");
    }

    @Test
    void answersToKnownImagesHavePictures() {
        browser.view(1200, "light");
        browser.openAlone(answersWithImages);

        assertThat(texts("[role=tab]")).containsExactly("Overview", "Samples", "Mistakes", "Provenance");
        assertThat(browser.all("canvas")).isEmpty();
        assertThat(texts("h2")).contains("Sample predictions", "Wrong answers").doesNotContain("Calibration");
        browser.run("tabs.show('mistakes')");
        assertThat(browser.one("#mistakes img").getDomAttribute("alt")).doesNotContain(" at ");
        browser.run("tabs.show('overview')");
        browser.one(".matrix td.wrong").click();
        assertThat(browser.one("dialog p").getText()).isEqualTo("All of them.");
        assertThat(browser.one("dialog img").getDomAttribute("alt")).doesNotContain(" at ");
    }

    @Test
    void aLargeMatrixScrollsUnderItsNames() {
        browser.view(400, "light");
        browser.open(manyClasses);
        assertThat(browser.one(".hint").isDisplayed()).isTrue();
        assertThat(classesOf(".confusion .scroll")).contains("more-right", "more-below");

        browser.run(
                "const e = document.querySelector('.confusion .scroll'); e.scrollTo(e.scrollWidth, e.scrollHeight)");
        browser.waitForFrame();

        assertThat(classesOf(".confusion .scroll")).doesNotContain("more-right", "more-below");
        // The names of the last row and column stay in sight.
        var names = browser.run("""
            const frame = document.querySelector(".confusion .scroll").getBoundingClientRect();
            return [".matrix tbody tr:last-child th", ".matrix thead th:last-child"].every((selector) => {
              const name = document.querySelector(selector).getBoundingClientRect();
              return name.left >= frame.left - 1 && name.top >= frame.top - 1 && name.right <= frame.right + 1 && name.bottom <= frame.bottom + 1;
            });
            """);
        assertThat(names).isEqualTo(true);
    }

    @Test
    void aSmallMatrixHasNoSignOfScrolling() {
        browser.view(1200, "light");
        browser.open(oneEpoch);

        assertThat(browser.one(".hint").isDisplayed()).isFalse();
        assertThat(classesOf(".confusion .scroll")).doesNotContain("more-right", "more-below");
    }

    @Test
    void aCellOfTheMatrixShowsItsPicturesByKeyboard() throws Exception {
        browser.view(1200, "light");
        browser.open(manyMistakes);
        var counts = EvaluationReport.read(manyMistakes.resolveSibling("evaluation.json"))
                .confusionMatrix();
        var stops = browser.all(".matrix td[tabindex='0']");
        assertThat(stops).hasSize(1);
        browser.run("arguments[0].focus()", stops.get(0));
        browser.press(Keys.HOME);
        browser.press(Keys.ARROW_DOWN);
        var column = firstMistake(counts[1], 1);
        for (var i = 0; i < column; i++) {
            browser.press(Keys.ARROW_RIGHT);
        }

        browser.press(Keys.ENTER);

        browser.screenshot(FOLDER.resolve("cell.png"));
        assertThat(browser.one("#cell h2").getText())
                .isEqualTo("class 1 answered with class %d: %d".formatted(column, counts[1][column]));
        assertThat(browser.all("#cell .example"))
                .isNotEmpty()
                .allMatch(example -> example.getText().contains("class 1 → class " + column + " ✗"));
        assertThat(browser.all("#cell img"))
                .allMatch(image -> image.getDomAttribute("alt").startsWith("Test image "));
        browser.press(Keys.ESCAPE);
        assertThat(browser.one("#cell").isDisplayed()).isFalse();
        assertThat(browser.focused().getText()).isEqualTo(String.valueOf(counts[1][column]));

        browser.press(Keys.ENTER);
        browser.one("#cell .example").click();
        assertThat(browser.one("#cell").isDisplayed()).isFalse();
        assertThat(browser.one(".answer").getText()).isEqualTo("class " + column);
    }

    private static int firstMistake(int[] row, int truth) {
        return IntStream.range(0, row.length)
                .filter(answer -> answer != truth && row[answer] > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCellOfRightAnswersShowsTheLeastSure() throws Exception {
        browser.view(1200, "light");
        browser.open(oneEpoch);
        var right = (List<?>)
                browser.run("return data.gallery.right.filter((p) => p.truth === 0).map((p) => p.probability)");
        assertThat(right).hasSize(12).isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));

        browser.one(".matrix tbody tr:first-child td.right").click();

        assertThat(browser.all("#cell .example"))
                .hasSize(12)
                .allMatch(example -> example.getText().contains("0 → 0 ✓"));
        assertThat(browser.one("#cell p").getText()).isEqualTo("12 of them, the least sure first.");
    }

    @Test
    void mistakesBeyondTheFirstCanBeReached() throws Exception {
        browser.open(manyMistakes);
        browser.run("tabs.show('mistakes')");
        var report = EvaluationReport.read(manyMistakes.resolveSibling("evaluation.json"));
        var wrong = report.total() - report.correct();
        assertThat(browser.one(".carried").getText())
                .startsWith("These are the 24 surest of " + wrong + ". The page has room for 1000 of them");
        // So much is what a mail can carry, and 600 KB of it are D3 and the model.
        assertThat(Files.size(manyMistakes)).isLessThan(3_000_000);

        while (browser.one(".more").isDisplayed()) {
            browser.one(".more").sendKeys(Keys.ENTER);
        }

        var alts = (List<?>)
                browser.run("return [...document.querySelectorAll('#mistakes img')].map((image) => image.alt)");
        assertThat(alts).hasSize(1_000).doesNotHaveDuplicates();
    }

    /** In turns, so that no cell of the matrix is empty while another has hundreds of pictures. */
    @Test
    void everyCellHasPictures() throws Exception {
        browser.open(manyMistakes);
        var counts = EvaluationReport.read(manyMistakes.resolveSibling("evaluation.json"))
                .confusionMatrix();

        for (var truth = 0; truth < counts.length; truth++) {
            for (var answer = 0; answer < counts.length; answer++) {
                var pictures = ((Number)
                                browser.run("return gallery.ofCell(arguments[0], arguments[1]).length", truth, answer))
                        .intValue();
                assertThat(pictures)
                        .isLessThanOrEqualTo(counts[truth][answer])
                        .isGreaterThanOrEqualTo(Math.min(1, counts[truth][answer]));
            }
        }
    }

    @Test
    void fewMistakesAreAllInThePage() throws Exception {
        var page = write("few", SyntheticDigits.train(600, 1), SyntheticDigits.test(20, 3));
        browser.open(page);
        browser.run("tabs.show('mistakes')");

        assertThat(browser.all(".more")).noneMatch(button -> button.isDisplayed());
    }

    @Test
    void fewAnswersWeighLessThanMany() {
        browser.open(oneEpoch);
        var bins = (List<?>) browser.run("""
                return [...document.querySelectorAll("#reliability .bins > g")].map((group) => {
                  const {count} = d3.select(group).datum();
                  return [count, Number(group.querySelector("rect").getAttribute("fill-opacity")),
                    Math.abs(group.querySelector("line").getAttribute("y1") - group.querySelector("line").getAttribute("y2"))];
                }).sort((a, b) => a[0] - b[0]);
                """);

        assertThat(bins).hasSizeGreaterThan(2);
        for (var i = 1; i < bins.size(); i++) {
            assertThat(number(bins.get(i), 1)).isGreaterThanOrEqualTo(number(bins.get(i - 1), 1));
        }
        assertThat(number(bins.get(0), 1)).isLessThan(number(bins.get(bins.size() - 1), 1));
        assertThat(number(bins.get(0), 2)).isGreaterThan(number(bins.get(bins.size() - 1), 2));
    }

    private static double number(Object row, int column) {
        return ((Number) ((List<?>) row).get(column)).doubleValue();
    }

    @Test
    void numbersHaveTheFormOfJava() {
        browser.open(oneEpoch);

        assertThat(browser.run("return [0.57, 0.29, 0.99999, 1, 0, 1 / 3].map(numbers.share)"))
                .isEqualTo(List.of("0.5700", "0.2900", "0.9999", "1.0000", "0.0000", "0.3333"));
        assertThat(browser.run("return [0.57, 0.05, 0.00001, 2, 0, 1 / 3].map(numbers.loss)"))
                .isEqualTo(List.of("0.5700", "0.0500", "0.0001", "2.0000", "0.0000", "0.3334"));
    }

    @Test
    void theBarsOfThePadHaveRoomBesideLongNames() throws Exception {
        browser.view(400, "light");
        for (var page : List.of(oneEpoch, manyClasses)) {
            browser.open(page);
            browser.run("tabs.show('trial')");
            browser.one("#trial .example").click();

            var widths = (List<?>) browser.run(
                    "return [...document.querySelectorAll('.probabilities .bar')].map((bar) => bar.clientWidth)");

            assertThat(widths).hasSize(10).allMatch(width -> ((Number) width).intValue() >= 60);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-epoch", "many-classes", "many-mistakes", "answers", "answers-with-images"})
    void fitsEveryWindow(String name) throws Exception {
        var page = FOLDER.resolve(name).resolve("report/index.html");
        for (var scheme : List.of("light", "dark")) {
            for (int width : new int[] {400, 1200}) {
                browser.view(width, scheme);
                browser.openAlone(page);
                for (var panel : browser.all("[data-tab]").stream()
                        .map(part -> part.getDomAttribute("id"))
                        .toList()) {
                    browser.run("tabs.show(arguments[0])", panel);
                    browser.screenshot(FOLDER.resolve("%s-%s-%s-%s.png".formatted(name, panel, width, scheme)));
                    browser.requireFit(width, scheme);
                }
            }
        }
        browser.view(720, "light");
        browser.printView();
        browser.screenshot(FOLDER.resolve(name + "-printed.png"));
        browser.requireFit(720, "print");
    }

    @SuppressWarnings("unchecked")
    private List<String> classesOf(String selector) {
        return (List<String>) browser.run("return [...document.querySelector(arguments[0]).classList]", selector);
    }

    /** Classes that cannot be told apart; of many, some have a name that is longer than a column is wide. */
    private static Dataset noise(int count, int classes) {
        var random = new SeededRandom(count);
        var pixels = new byte[count * 28 * 28];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (256 * random.nextDouble());
        }
        var labels = new byte[count];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % classes);
        }
        var names = IntStream.range(0, classes)
                .mapToObj(label ->
                        classes > 10 && label % 5 == 0 ? "a class with a rather long name " + label : "class " + label)
                .toList();
        return new Dataset("noise", "test", 28, 28, pixels, labels, names);
    }
}
