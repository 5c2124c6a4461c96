package io.github.lenet.prediction;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.Printable;
import java.io.IOException;
import java.util.List;

/** Aligned columns. The images stand last, since their names may be long and are not known beforehand. */
final class TablePrinter implements PredictionPrinter {

    private static final String RUNNER_UP = "runner-up";

    private final Lines lines;
    private final String row;

    TablePrinter(List<String> classNames, Lines lines) {
        this.lines = lines;
        var width = classNames.stream()
                .map(Printable::name)
                .mapToInt(String::length)
                .reduce(RUNNER_UP.length(), Math::max);
        row = "%-" + width + "s  %-11s  %-" + width + "s  %-11s  %s";
    }

    @Override
    public void begin() throws IOException {
        lines.write(row("class", "probability", RUNNER_UP, "probability", "image"));
    }

    @Override
    public void print(Prediction prediction) throws IOException {
        var answer = prediction.classification();
        lines.write(row(
                Printable.name(answer.className()),
                probability(answer.probability()),
                Printable.name(answer.runnerUp().className()),
                probability(answer.runnerUp().probability()),
                Printable.of(prediction.image())));
    }

    @Override
    public void end() {
        // A table needs no last line.
    }

    private String row(String... cells) {
        return format(row, (Object[]) cells);
    }

    private static String probability(float probability) {
        return format("%.4f", probability);
    }
}
