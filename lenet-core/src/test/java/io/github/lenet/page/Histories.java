package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.gate.Rule;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.HistoryEntry;
import io.github.lenet.report.HistoryFile;
import io.github.lenet.report.Samples;
import io.github.lenet.report.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Histories of verifications on ten thousand images, whose gate wants 0.985 of them. */
final class Histories {

    static final String NAME = "digits";

    private static final Path FILE = Path.of("history.jsonl");
    private static final int IMAGES = 10_000;

    private Histories() {}

    /** The line of a build, each with a model of its own. */
    static HistoryEntry entry(int number, int correct, @Nullable Double loss) {
        return entry(number, NAME, new DatasetSummary("mnist", "test", IMAGES), correct, loss);
    }

    static HistoryEntry entry(int number, String name, DatasetSummary dataset, int correct, @Nullable Double loss) {
        var accuracy = new Proportion(correct, dataset.images());
        return new HistoryEntry(
                HistoryEntry.SCHEMA_VERSION,
                format("2026-01-%02dT08:00:00Z", number % 30 + 1),
                format("%07x%033d", number, 0),
                "1." + number,
                name,
                dataset,
                new ModelSummary(format("%07x%057d", number, 0), "lenet5", 44_426, 178_912),
                correct,
                dataset.images(),
                accuracy.value(),
                Confidence.DEFAULT.interval(accuracy),
                loss,
                accuracy.value() >= 0.985);
    }

    /** What the last build found. */
    static Verification verification(int correct, Rule... more) {
        var rules = new Rule[more.length + 1];
        rules[0] = Rule.minimumAccuracy("0.985");
        System.arraycopy(more, 0, rules, 1, more.length);
        return Samples.verification(Evaluations.digits(correct, IMAGES), rules);
    }

    static HistoryFile.Content content(List<HistoryEntry> entries, Integer... otherLines) {
        return new HistoryFile.Content(FILE, entries, List.of(otherLines));
    }

    /** The page of the last build, which has answers alone. */
    static ModelPage page(Verification last, HistoryFile.Content history) {
        return page(EvaluationReport.of(last), history);
    }

    static ModelPage page(EvaluationReport report, HistoryFile.Content history) {
        return new ModelPage(report, Optional.empty(), Optional.empty(), Optional.of(history));
    }
}
