package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about a data set as its readers have it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorationInBrowserTest {

    /** Here the page and the screenshots go, for people to look at. */
    private static final Path FOLDER =
            Path.of("target", "exploration-in-browser").toAbsolutePath();

    private static final String HOSTILE_NAME = "<script>document.title = 'mine'</script>";

    private final Dataset training = renamed(SyntheticDigits.train(400, 1));
    private final ExplorationFiles files = new ExplorationFiles(FOLDER);

    @AutoClose
    private Browser browser;

    @BeforeAll
    void writeThePage() throws Exception {
        browser = Browser.start();
        var test = renamed(SyntheticDigits.test(100, 2));
        files.write(
                new NamedImages(training, List.of()),
                new NamedImages(test, List.of()),
                Exploration.of(training, test, 10));
    }

    @Test
    void loadsWithoutErrorsOrTheNetwork() {
        browser.openAlone(files.pageFile());

        assertThat(browser.all("img")).hasSize(10 * (2 + 3 * 10));
        assertThat(browser.run("return [...document.images].every((image) => image.naturalWidth === 28)"))
                .isEqualTo(true);
    }

    @Test
    void everyPictureIsDescribed() {
        browser.open(files.pageFile());

        assertThat(browser.all("img"))
                .allMatch(image -> !image.getDomAttribute("alt").isBlank());
    }

    @Test
    void namesAreText() {
        browser.open(files.pageFile());

        assertThat(texts(".counts tbody th").get(7)).isEqualTo(HOSTILE_NAME);
        assertThat(texts(".gallery h3").get(7)).startsWith(HOSTILE_NAME);
        assertThat(browser.all("script")).isEmpty();
        assertThat(browser.run("return document.title")).isEqualTo("▦ digits – LeNet report");
    }

    @ParameterizedTest
    @CsvSource({"400, light", "400, dark", "1200, light", "1200, dark"})
    void fitsTheWindow(int width, String scheme) throws Exception {
        browser.view(width, scheme);
        browser.open(files.pageFile());
        browser.screenshot(FOLDER.resolve("%s-%s.png".formatted(width, scheme)));

        browser.requireFit(width, scheme);
    }

    @Test
    void printsInLightColours() throws Exception {
        browser.view(1200, "dark");
        browser.open(files.pageFile());
        browser.print(FOLDER.resolve("page.pdf"));

        browser.printView();

        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void showsTheNumbersOfTheJson() throws Exception {
        browser.open(files.pageFile());
        var numbers = Json.read(files.numbersFile(), Map.class);
        var splits = (List<?>) numbers.get("splits");
        var counts = new ArrayList<String>();
        var images = new ArrayList<String>();
        for (var label = 0; label < 10; label++) {
            for (var split : splits) {
                counts.add(String.valueOf(((List<?>) ((Map<?, ?>) split).get("classCounts")).get(label)));
            }
            images.add(((Map<?, ?>) ((List<?>) numbers.get("classes")).get(label)).get("images") + " images");
        }
        var pixels = (Map<?, ?>) ((Map<?, ?>) splits.get(0)).get("pixels");
        var histogram = (List<?>) pixels.get("histogram");

        assertThat(texts(".counts td:not(.bar)")).isEqualTo(counts);
        assertThat(texts(".gallery h3 small")).isEqualTo(images);
        assertThat(texts("dd"))
                .anyMatch(fact ->
                        fact.contains(String.format(Locale.ROOT, "a mean of %.4f and", (Double) pixels.get("mean"))));
        assertThat(texts(".histogram li").stream()
                        .map(bar ->
                                bar.replaceFirst(".*: (\\S+) pixels.*", "$1").replace(",", ""))
                        .toList())
                .isEqualTo(IntStream.range(0, 32)
                        .mapToObj(bar -> histogram.subList(8 * bar, 8 * bar + 8).stream()
                                .mapToLong(n -> ((Number) n).longValue()))
                        .map(bar -> String.valueOf(bar.sum()))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String selector) {
        return (List<String>)
                browser.run("return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)", selector);
    }

    /** The digits, with a class whose name would be a script if it were not text. */
    private static Dataset renamed(Dataset digits) {
        var names = new ArrayList<>(digits.classNames());
        names.set(7, HOSTILE_NAME);
        var labels = new byte[digits.size()];
        for (var image = 0; image < labels.length; image++) {
            labels[image] = (byte) digits.label(image);
        }
        return new Dataset("digits", digits.split(), digits.height(), digits.width(), digits.pixels(), labels, names);
    }
}
