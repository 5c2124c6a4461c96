package io.github.lenet.prediction;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.Printable;
import java.io.IOException;
import java.util.regex.Pattern;

/** Comma-separated values; a value with a comma or quote stands in quotes (RFC 4180). A record is always one line. */
final class CsvPrinter implements PredictionPrinter {

    private static final Pattern SPECIAL = Pattern.compile("[,\"]");

    private final Lines lines;

    CsvPrinter(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void begin() throws IOException {
        lines.write("image,class,probability,runnerUp,runnerUpProbability");
    }

    @Override
    public void print(Prediction prediction) throws IOException {
        var answer = prediction.classification();
        lines.write(format(
                "%s,%s,%.6f,%s,%.6f",
                quoted(prediction.image()),
                quoted(answer.className()),
                answer.probability(),
                quoted(answer.runnerUp().className()),
                answer.runnerUp().probability()));
    }

    @Override
    public void end() {
        // CSV needs no last line.
    }

    private static String quoted(String name) {
        var value = Printable.of(name);
        return SPECIAL.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
