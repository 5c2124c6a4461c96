package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.report.Numbers;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.search.Tuning;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page about a search as its readers have it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TuningInBrowserTest {

    /** Here the pages and the screenshots go, for people to look at. */
    private static final Path FOLDER = Path.of("target", "tuning-in-browser").toAbsolutePath();

    private static final Map<String, Tuning> SEARCHES = new LinkedHashMap<>();

    static {
        SEARCHES.put("better", Searches.better());
        SEARCHES.put("no-better", Searches.noBetter());
        SEARCHES.put("wide", Searches.wide());
        SEARCHES.put("all-failed", Searches.allFailed());
    }

    @AutoClose
    private Browser browser;

    @BeforeAll
    void writeThePages() throws Exception {
        browser = Browser.start();
        for (var search : SEARCHES.entrySet()) {
            new TuningFiles(FOLDER.resolve(search.getKey())).write("digits", "mnist", search.getValue());
        }
    }

    private static Path page(String search) {
        return new TuningFiles(FOLDER.resolve(search)).pageFile();
    }

    private static long count(Tuning tuning, State state) {
        return tuning.trials().stream().filter(trial -> trial.state() == state).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"better", "no-better", "wide", "all-failed"})
    void everyChartShowsEveryTrial(String search) {
        var tuning = SEARCHES.get(search);

        browser.openAlone(page(search));

        var parameters = tuning.space().size();
        assertThat(browser.all("#history g > .trial")).hasSize(tuning.trials().size());
        assertThat(browser.all("#parallel .trial")).hasSize(tuning.trials().size());
        assertThat(browser.all("#slices svg")).hasSize(parameters);
        assertThat(browser.all("#slices .trial"))
                .hasSize(parameters * tuning.trials().size());
        assertThat(browser.all("#parallel .axis")).hasSize(parameters + 1);
        for (var state : State.values()) {
            assertThat(browser.all("#history g > ." + state)).hasSize((int) count(tuning, state));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"better", "no-better", "wide", "all-failed"})
    void fitsEveryWindow(String search) throws Exception {
        for (var scheme : List.of("light", "dark")) {
            for (int width : new int[] {400, 1200}) {
                browser.view(width, scheme);
                browser.open(page(search));
                browser.screenshot(FOLDER.resolve("%s-%s-%s.png".formatted(search, width, scheme)));
                browser.requireFit(width, scheme);
            }
        }
        browser.view(720, "light");
        browser.printView();
        browser.screenshot(FOLDER.resolve(search + "-printed.png"));
        browser.requireFit(720, "print");
    }

    /** One press moves what a frame hides into sight. */
    @Test
    void theKeyboardReachesWhatAFrameHides() {
        browser.view(400, "light");
        browser.open(page("better"));
        var frame = browser.all(".scroll").stream()
                .filter(one -> !one.findElements(By.id("parallel")).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(frame.getDomAttribute("tabindex")).isEqualTo("0");
        browser.run("arguments[0].focus()", frame);

        browser.press(Keys.ARROW_RIGHT);
        browser.waitForFrame();

        assertThat((Long) browser.run("return Math.round(arguments[0].scrollLeft)", frame))
                .isPositive();
    }

    @Test
    void theBestSoFarNeverGetsWorse() {
        browser.open(page("better"));
        var tuning = SEARCHES.get("better");
        var best = tuning.trials().stream()
                .filter(trial -> trial.state() == State.COMPLETED)
                .mapToDouble(TrialResult::loss)
                .min()
                .orElseThrow();

        assertThat(browser.one("#history .series title").getDomProperty("textContent"))
                .isEqualTo("best so far: " + Numbers.loss(best));
        var heights = (List<?>) browser.run("return document.querySelector('#history .series path').getAttribute('d')"
                + ".split(/[MHLV]/).filter((part) => part.includes(',')).map((part) => Number(part.split(',')[1]))");
        assertThat(heights.stream().map(height -> ((Number) height).doubleValue()))
                .hasSizeGreaterThan(2)
                .isSorted();
    }

    /** A loss is worse the higher it is, and an accuracy the lower; heights are counted from above. */
    @ParameterizedTest
    @CsvSource({"better, -1", "no-better, 1"})
    void aFailedTrialIsNoBetterThanAny(String search, int worse) {
        browser.open(page(search));

        assertThat(heights(".failed"))
                .isNotEmpty()
                .allSatisfy(failed -> assertThat(heights(":not(.failed)"))
                        .isNotEmpty()
                        .allMatch(other -> worse * failed >= worse * other));
    }

    private List<Double> heights(String trials) {
        var heights = (List<?>) browser.run(
                "return [...document.querySelectorAll('#history g > .trial' + arguments[0])]"
                        + ".map((trial) => Number(trial.getAttribute('transform').match(/,(.*)\\)/)[1]))",
                trials);
        return heights.stream().map(height -> ((Number) height).doubleValue()).toList();
    }

    @Test
    void theLegendNamesWhatThereIs() {
        browser.open(page("better"));
        assertThat(legend())
                .containsExactly(
                        "present values",
                        "best with fresh seeds",
                        "completed",
                        "stopped early",
                        "failed",
                        "best so far");

        browser.open(page("all-failed"));
        assertThat(legend()).containsExactly("present values", "failed");
    }

    private List<String> legend() {
        return browser.all("#history .legend li").stream()
                .map(item -> item.getText())
                .toList();
    }

    @Test
    void everyChartIsDescribed() {
        browser.open(page("better"));

        assertThat(browser.all("svg[role=img]"))
                .hasSize(3 + 4)
                .allMatch(chart -> !chart.getDomAttribute("aria-label").isBlank());
    }

    /** Of a log range from above 0, the present value 0 has no place on a logarithmic axis. */
    @Test
    void presentValuesOutsideOfTheSpaceHaveAPlace() {
        browser.openAlone(page("wide"));

        assertThat(browser.one("[data-parameter=batchSize] g:nth-child(1)")
                        .getText()
                        .split("\\s+"))
                .containsExactly("16", "32", "64", "128", "20");
        assertThat(browser.one("[data-parameter=weightDecay] g:nth-child(1)").getText())
                .startsWith("0");
    }
}
