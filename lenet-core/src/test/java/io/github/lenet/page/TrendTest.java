package io.github.lenet.page;

import static io.github.lenet.page.Histories.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.Samples;
import io.github.lenet.report.Verification;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Verification LAST = Histories.verification(9_910);

    @Test
    void endsWithThisBuildWhereItIsNotKept() {
        var trend = trend(LAST, entry(1, 9_900, 0.05), entry(2, 9_800, 0.06));

        assertThat(trend.rows()).extracting(TrendRow::number).containsExactly(1, 2, 3);
        assertThat(trend.rows()).extracting(TrendRow::current).containsExactly(false, false, true);
        assertThat(trend.rows()).extracting(TrendRow::version).containsExactly("1.1", "1.2", "–");
        assertThat(trend.rows()).extracting(TrendRow::commit).containsExactly("0000001", "0000002", "–");
        assertThat(trend.rows()).extracting(TrendRow::accuracy).containsExactly("0.9900", "0.9800", "0.9910");
        assertThat(trend.rows()).extracting(TrendRow::passed).containsExactly(true, false, true);
        assertThat(trend.rows().get(0).interval()).isEqualTo("0.9878 to 0.9918");
        assertThat(trend.failing()).isTrue();
        assertThat(trend.chart().points())
                .extracting(TrendPoint::label)
                .containsExactly(
                        "build 1, version 1.1, commit 0000001, 2026-01-02T08:00:00Z",
                        "build 2, version 1.2, commit 0000002, 2026-01-03T08:00:00Z",
                        "build 3 (this one)");
        assertThat(trend.notes())
                .containsExactly("3 builds with the name digits on mnist test, the last of them this one.");
    }

    @Test
    void showsThisBuildOnceWhereItIsKept() {
        var trend = trend(LAST, entry(1, 9_900, 0.05), kept("1.2", LAST));

        assertThat(trend.rows()).extracting(TrendRow::version).containsExactly("1.1", "1.2");
        assertThat(trend.rows()).extracting(TrendRow::current).containsExactly(false, true);
        assertThat(trend.chart().points())
                .extracting(TrendPoint::label)
                .last()
                .asString()
                .startsWith("build 2 (this one), version 1.2");
        assertThat(trend.failing()).isFalse();
    }

    @Test
    void showsEachCommitThatKeptTheModel() {
        assertThat(trend(LAST, kept("1.1", LAST), kept("1.2", LAST)).rows())
                .extracting(TrendRow::version)
                .containsExactly("1.1", "1.2");
        assertThat(trend(LAST, kept("1.1", LAST), kept("1.2", Histories.verification(9_700)))
                        .rows())
                .extracting(TrendRow::version)
                .containsExactly("1.1", "1.2", "–");
    }

    @Test
    void hasAPointWhereThereIsNoOtherBuild() {
        for (var trend : List.of(trend(LAST), trend(LAST, kept("1.0", LAST)))) {
            assertThat(trend.rows()).singleElement().matches(TrendRow::current);
            assertThat(trend.notes())
                    .containsExactly("The history has no build before this one with the name digits on mnist test.");
        }
    }

    @Test
    void saysWhatIsLeftOut() {
        var mnist = new DatasetSummary("mnist", "test", 10_000);
        var others = List.of(
                entry(1, "letters", mnist, 9_900, null),
                entry(2, Histories.NAME, new DatasetSummary("fashion-mnist", "test", 10_000), 9_000, null),
                entry(3, Histories.NAME, new DatasetSummary("mnist", "test", 5_000), 4_950, null));

        var trend =
                Objects.requireNonNull(Trend.of(Histories.NAME, Histories.page(LAST, Histories.content(others, 2, 7))));

        assertThat(trend.rows()).extracting(TrendRow::version).containsExactly("1.3", "–");
        assertThat(trend.notes())
                .containsExactly(
                        "2 builds with the name digits on mnist test, the last of them this one.",
                        "The history also has 2 builds of other names or data sets.",
                        "2 lines of it cannot be read.");
    }

    @Test
    void showsTheLastFiveHundred() {
        var trend = trend(
                LAST,
                IntStream.rangeClosed(1, 600)
                        .mapToObj(number -> entry(number, 9_900, 0.05))
                        .toArray(HistoryEntry[]::new));

        assertThat(trend.rows())
                .hasSize(500)
                .first()
                .extracting(TrendRow::number)
                .isEqualTo(102);
        assertThat(trend.rows()).last().extracting(TrendRow::number).isEqualTo(601);
        assertThat(trend.notes())
                .containsExactly(
                        "601 builds with the name digits on mnist test, the last of them this one.",
                        "The last 500 are shown.");
    }

    @Test
    void hasTheStrictestLimitsOfTheModelAsAWhole() {
        var bounded = new RuleDefinition("rules/rule[1]")
                .metric("accuracy")
                .minimum("0.97")
                .confidence("0.95")
                .rules()
                .get(0);
        var ofClasses = new RuleDefinition("rules/rule[2]")
                .metric("recall")
                .element("class")
                .minimum("0.999")
                .rules()
                .get(0);
        var looser = new RuleDefinition("rules/rule[3]")
                .metric("loss")
                .maximum("0.75")
                .rules()
                .get(0);

        var chart = trend(Histories.verification(9_910, bounded, ofClasses, looser, Samples.MAXIMUM_LOSS))
                .chart();

        assertThat(chart.minimumAccuracy()).isEqualByComparingTo("0.985");
        assertThat(chart.maximumLoss()).isEqualByComparingTo("0.5");
        assertThat(trend(LAST).chart().maximumLoss()).isNull();
    }

    @Test
    void thereIsNoneWithoutAHistoryOrAVerdict() {
        var report = EvaluationReport.of(LAST);
        var unjudged = EvaluationReport.of(Evaluations.digits(9_910, 10_000));

        assertThat(Trend.of(Histories.NAME, new ModelPage(report, Optional.empty(), Optional.empty())))
                .isNull();
        assertThat(Trend.of(Histories.NAME, Histories.page(unjudged, Histories.content(List.of()))))
                .isNull();
    }

    @Test
    void aPageTellsTheStoryInWords() throws IOException {
        var history = Histories.content(List.of(
                HistoryEntry.of("<time>", "<commit>", "<script>", "scores", Samples.classesAlone()),
                HistoryEntry.of("2026-01-01T08:00:00Z", "abc", null, "scores", Samples.classesAlone())));
        var report = EvaluationReport.of(Samples.classesAlone());

        var page = HtmlReport.page("scores", Histories.page(report, history));

        assertThat(page)
                .contains(
                        "data-tab=\"History\"",
                        "2 builds with the name scores on labels.csv, the last of them this one.")
                .contains("A broken line is the limit of this build", "A cross is a build that missed its gate.")
                .contains(
                        "<th scope=\"row\">1</th><td class=\"outcome failed\">✗ failed</td><td>0.9000</td>"
                                + "<td>0.8505 to 0.9344</td><td>&lt;script&gt;</td><td>&lt;commit</td><td>&lt;time&gt;</td><td>new.csv<small>")
                .contains("<th scope=\"row\">2 <small>this build</small></th>", "<td>–</td><td>abc</td>")
                .doesNotContain("data-trend=\"loss\"", "version <script>", "<th scope=\"col\">Loss</th>");
        assertThat(HtmlReport.page("scores", new ModelPage(report, Optional.empty(), Optional.empty())))
                .doesNotContain("Verified builds</h2>");
    }

    /** The line that a verification has kept. */
    private static HistoryEntry kept(String version, Verification verification) {
        return HistoryEntry.of("2026-01-31T08:00:00Z", "f".repeat(40), version, Histories.NAME, verification);
    }

    private static Trend trend(Verification last, HistoryEntry... before) {
        return Objects.requireNonNull(
                Trend.of(Histories.NAME, Histories.page(last, Histories.content(List.of(before)))));
    }
}
