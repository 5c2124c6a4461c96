package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.Reports;
import io.github.lenet.report.Samples;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The trend as the readers of a page have it, with few builds and with many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrendInBrowserTest {

    /** Here the pages and the screenshots go, for people to look at. */
    private static final Path FOLDER = Path.of("target", "trend-in-browser").toAbsolutePath();

    private static final Verification LAST = Histories.verification(9_873, Samples.MAXIMUM_LOSS);

    @AutoClose
    private Browser browser;

    @BeforeAll
    void writeThePages() throws Exception {
        browser = Browser.start();
        for (int builds : new int[] {1, 2, 12, 500}) {
            write(name(builds), Histories.page(LAST, Histories.content(before(builds))));
        }
        // So good that the limit lies far away.
        write(
                "far",
                Histories.page(
                        Histories.verification(9_999), Histories.content(List.of(Histories.entry(1, 9_998, null)))));
        // Somebody once forgot to train.
        var untrained = Stream.of(Histories.entry(0, 980, 2.3));
        write(
                "outlier",
                Histories.page(
                        LAST,
                        Histories.content(
                                Stream.concat(untrained, before(12).stream()).toList())));
    }

    private static void write(String name, ModelPage page) throws IOException {
        HtmlReport.write(new Reports(FOLDER.resolve(name), Histories.NAME), page);
    }

    /** A model that gets better in steps, with noise, and misses its gate in one build of seven. */
    private static List<HistoryEntry> before(int builds) {
        return IntStream.range(1, builds)
                .mapToObj(number -> Histories.entry(
                        number,
                        number % 7 == 3 ? 9_820 : 9_860 + 40 * number / builds + number * 17 % 11,
                        number % 5 == 0 ? null : (600 - 200 * number / builds) / 1e4))
                .toList();
    }

    private static String name(int builds) {
        return "builds-" + builds;
    }

    private void open(String name) {
        browser.openAlone(FOLDER.resolve(name).resolve("report/index.html"));
        browser.run("tabs.show('builds')");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "12, 2", "500, 71"})
    void drawsAMarkForEachBuild(int builds, int failed) {
        open(name(builds));

        var chart = "[data-trend=accuracy] ";
        assertThat(browser.all(chart + ".mark")).hasSize(builds);
        assertThat(browser.all(chart + ".mark.failed")).hasSize(failed);
        assertThat(browser.all(chart + ".series line")).hasSize(builds);
        assertThat(browser.all(chart + ".ideal")).hasSize(1);
        assertThat(browser.all("[data-trend=loss] .mark")).hasSize(builds - (builds - 1) / 5);
        assertThat(browser.all("#builds tbody tr")).hasSize(builds);
        // What is drawn lies within the frame.
        assertThat(browser.run("""
            return [...document.querySelectorAll("#builds svg")].every((svg) => {
              const frame = svg.getBoundingClientRect();
              return [...svg.querySelectorAll(".mark, .series line")].every((element) => {
                const box = element.getBoundingClientRect();
                return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
              });
            });
            """)).isEqualTo(true);
    }

    @Test
    void tellsInWordsWhatItDraws() {
        open(name(12));

        assertThat(browser.one("[data-trend=accuracy] svg").getDomAttribute("aria-label"))
                .isEqualTo("Accuracy by build; its numbers are in the table below");
        assertThat(browser.run(
                        "return [...document.querySelectorAll('.mark title')].map((title) => title.textContent)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(
                        "build 3, version 1.3, commit 0000003, 2026-01-04T08:00:00Z: 0.9820 (0.9792 to 0.9845), failed",
                        "build 3, version 1.3, commit 0000003, 2026-01-04T08:00:00Z: 0.0550, failed",
                        "build 12 (this one): 0.9873 (0.9849 to 0.9894), passed");
        browser.one("#builds summary").sendKeys(Keys.ENTER);
        assertThat(browser.one("#builds tbody tr:last-child").getText())
                .contains("12\nthis build", "✓ passed", "0.9873");
    }

    @Test
    void drawsNoLimitThatLiesFarAway() {
        open("far");

        assertThat(browser.all("[data-trend=accuracy] .mark")).hasSize(2);
        assertThat(browser.all("#builds .ideal")).isEmpty();
    }

    /** The loss of the last build as well, which is one of a sample. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            accuracy, build 1 (0.0980), 1
            loss, 'build 1 (2.3000), build 13 (0.1333)', 2
            """)
    void drawsWhatIsFarFromAllOthersAtTheEdge(String chart, String named, int outliers) throws Exception {
        for (int width : new int[] {400, 1200}) {
            browser.view(width, "light");
            open("outlier");
            browser.screenshot(FOLDER.resolve("outlier-%s.png".formatted(width)));
            browser.requireFit(width, "light");
        }

        var marks = "[data-trend=" + chart + "] .mark";
        assertThat(browser.all(marks + ".beyond")).hasSize(outliers);
        assertThat(browser.one("[data-trend=" + chart + "] p").getText())
                .isEqualTo("Beyond the edge, at a triangle: " + named + ".");
        // The others are not pressed onto a line.
        assertThat((Double) browser.run("""
            const heights = [...document.querySelectorAll(arguments[0])].map((mark) => mark.getBoundingClientRect().y);
            return (Math.max(...heights) - Math.min(...heights)) / document.querySelector("#builds svg").getBoundingClientRect().height;
            """, marks + ":not(.beyond)")).isGreaterThan(0.3);
        assertThat(browser.run("return document.querySelector('.beyond title').textContent"))
                .isEqualTo(
                        "build 1, version 1.0, commit 0000000, 2026-01-01T08:00:00Z: 0.0980 (0.0923 to 0.1040), failed,"
                                + " beyond the edge of the chart");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.05, 0.06, 0.05, 0.06, 2.3       | 4
            0.05, 0.05, 0.05, 0.05, 0.05, 2.3 | 6
            0.05, 0.05, 0.05, 0.05, 0.06, 2.3 | 5
            0.05, 2.3                         | 2
            0, 0, 0, 0                        | 4
            0.7                               | 1
            """)
    void leavesOutWhatIsFarFromTheMiddleHalf(String losses, int near) {
        open(name(1));

        assertThat(browser.run(
                        "return charts.withoutOutliers(arguments[0].split(',').map((loss) => ({loss: +loss})), 'loss', () => [])"
                                + ".length",
                        losses))
                .isEqualTo((long) near);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 500})
    void fitsEveryWindow(int builds) throws Exception {
        for (var scheme : List.of("light", "dark")) {
            for (int width : new int[] {400, 1200}) {
                browser.view(width, scheme);
                open(name(builds));
                browser.screenshot(FOLDER.resolve("%s-%s-%s.png".formatted(name(builds), width, scheme)));
                browser.requireFit(width, scheme);
                browser.run("document.querySelector('#builds details').open = true");
                browser.requireFit(width, scheme);
                if (builds < 500) {
                    browser.screenshot(FOLDER.resolve("%s-%s-%s-numbers.png".formatted(name(builds), width, scheme)));
                }
            }
        }
        browser.view(720, "light");
        browser.printView();
        browser.requireFit(720, "print");
    }
}
