package io.github.lenet.prediction;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.text.Csv;
import java.io.IOException;

/** A line of comma-separated values for each image. */
final class CsvPrinter implements PredictionPrinter {

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
                Csv.quoted(prediction.image()),
                Csv.quoted(answer.className()),
                answer.probability(),
                Csv.quoted(answer.runnerUp().className()),
                answer.runnerUp().probability()));
    }

    @Override
    public void end() {
        // CSV needs no last line.
    }
}
