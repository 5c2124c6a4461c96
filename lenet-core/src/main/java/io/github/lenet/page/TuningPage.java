package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.report.Fact;
import io.github.lenet.report.HyperparameterList;
import io.github.lenet.report.HyperparameterList.Entry;
import io.github.lenet.report.Numbers;
import io.github.lenet.search.Advice;
import io.github.lenet.search.Axis;
import io.github.lenet.search.Finalist;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.search.Tuning;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template {@code tuning.html} fills in: a search, ready to be looked at.
 *
 * @param verdict the advice, and why
 * @param properties the lines to paste into the POM; empty if it is to be kept
 * @param parameters names of the hyperparameters that were searched
 * @param importance how much each of them matters, the most important one first
 * @param charts what the scripts of the page work on
 */
record TuningPage(
        VerdictSection verdict,
        List<String> properties,
        List<String> parameters,
        List<FinalistRow> finalists,
        List<Fact> facts,
        List<ImportanceRow> importance,
        List<TrialRow> trials,
        Charts charts) {

    /**
     * A finalist.
     *
     * @param role what is special about it; null for nothing
     * @param range the losses of its best and its worst seed
     */
    record FinalistRow(
            int trial, @Nullable String role, List<String> values, String loss, String range, String accuracy) {}

    /** A hyperparameter with its share, 0 to 1, in what made trials good. */
    record ImportanceRow(String name, String share) {}

    /**
     * A trial.
     *
     * @param failure why it failed; null if it did not
     */
    record TrialRow(
            int number,
            List<String> values,
            State state,
            @Nullable String failure,
            int epochs,
            String loss,
            String accuracy,
            String seconds) {

        boolean failed() {
            return state == State.FAILED;
        }
    }

    /** What the charts show. */
    record Charts(List<Axis> axes, Tuning tuning) {}

    static TuningPage of(String name, String dataset, Tuning tuning) {
        var space = SearchSpace.of(tuning.space());
        return new TuningPage(
                verdict(name, tuning),
                tuning.advice() == Advice.CHANGE ? TuningSummary.properties(tuning) : List.of(),
                List.copyOf(tuning.space().keySet()),
                tuning.finalists().stream()
                        .map(finalist -> row(finalist, tuning.best().trial()))
                        .toList(),
                TuningSummary.facts(dataset, tuning),
                tuning.importance().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(entry -> new ImportanceRow(entry.getKey(), format("%.2f", entry.getValue())))
                        .toList(),
                tuning.trials().stream().map(TuningPage::row).toList(),
                new Charts(space.axes(), tuning));
    }

    private static VerdictSection verdict(String name, Tuning tuning) {
        var isChange = tuning.advice() == Advice.CHANGE;
        var mark = isChange ? "✓" : "=";
        return new VerdictSection(
                name,
                isChange ? "passed" : "neutral",
                mark,
                isChange ? mark + " change" : "keep",
                List.of(TuningSummary.reason(tuning)),
                List.of(),
                List.of());
    }

    private static FinalistRow row(Finalist finalist, int best) {
        var loss = finalist.loss();
        return new FinalistRow(
                finalist.trial(),
                finalist.trial() == 0 ? "present values" : finalist.trial() == best ? "best" : null,
                values(finalist.values()),
                loss == null ? "failed" : Numbers.loss(loss.mean()),
                loss == null ? Numbers.UNDEFINED : Numbers.loss(loss.minimum()) + " to " + Numbers.loss(loss.maximum()),
                Numbers.share(finalist.accuracy()));
    }

    private static TrialRow row(TrialResult trial) {
        return new TrialRow(
                trial.number(),
                values(trial.values()),
                trial.state(),
                trial.failure(),
                trial.epochs(),
                Numbers.loss(trial.loss()),
                Numbers.share(trial.accuracy()),
                format("%.1f", trial.seconds()));
    }

    private static List<String> values(Map<String, Object> values) {
        return HyperparameterList.of(values).stream().map(Entry::value).toList();
    }

    boolean changed() {
        return !properties.isEmpty();
    }

    String data() {
        return PageScript.data(charts);
    }

    List<PageScript> scripts() {
        return PageScript.ofSearch();
    }

    String scriptPolicy() {
        return PageScript.policy(scripts());
    }

    String chartLicence() {
        return Resource.text("d3-LICENSE");
    }
}
