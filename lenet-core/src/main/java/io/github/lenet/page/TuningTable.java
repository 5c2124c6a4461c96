package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.report.HyperparameterList;
import io.github.lenet.report.HyperparameterList.Entry;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.Tuning;
import io.github.lenet.text.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search as lines for other programs. */
final class TuningTable {

    private TuningTable() {}

    /** A header, and a line for each trial; what a failed one does not have is empty. */
    static String csv(Tuning tuning) {
        var header = new ArrayList<>(List.of("number"));
        header.addAll(tuning.space().keySet());
        header.addAll(List.of("rung", "epochs", "seed", "loss", "accuracy", "seconds", "state", "failure"));
        return lines(Stream.concat(
                Stream.of(String.join(",", header)), tuning.trials().stream().map(TuningTable::row)));
    }

    private static String row(TrialResult trial) {
        var cells = new ArrayList<>(List.of(String.valueOf(trial.number())));
        HyperparameterList.of(trial.values()).stream().map(Entry::value).forEach(cells::add);
        Stream.of(
                        trial.rung(),
                        trial.epochs(),
                        trial.seed(),
                        Objects.requireNonNullElse(trial.loss(), ""),
                        Objects.requireNonNullElse(trial.accuracy(), ""),
                        trial.seconds(),
                        trial.state(),
                        Objects.requireNonNullElse(trial.failure(), ""))
                .map(Object::toString)
                .forEach(cells::add);
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    /** Those of the best finalist, which may be the present ones. */
    static String properties(Tuning tuning) {
        var values = HyperparameterList.of(tuning.best().values()).stream()
                .map(entry -> format("lenet.%s=%s", entry.name(), entry.value()));
        return lines(Stream.concat(
                Stream.of(format("# Advice: %s. %s", tuning.advice(), TuningSummary.reason(tuning))), values));
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
