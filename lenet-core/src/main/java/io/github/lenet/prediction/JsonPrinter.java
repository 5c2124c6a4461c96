package io.github.lenet.prediction;

import io.github.lenet.json.Json;
import io.github.lenet.json.Key;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A JSON array with an object on each line, so that it can be written, and read, line by line. */
final class JsonPrinter implements PredictionPrinter {

    private static final int DECIMALS = 6;

    private final Lines lines;

    /** The last object: only the next one decides whether a comma follows. */
    private @Nullable String pending;

    JsonPrinter(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void begin() throws IOException {
        lines.write("[");
    }

    @Override
    public void print(Prediction prediction) throws IOException {
        if (pending != null) {
            lines.write(pending + ",");
        }
        var answer = prediction.classification();
        pending = Json.line(new Entry(
                prediction.image(),
                answer.className(),
                rounded(answer.probability()),
                answer.runnerUp().className(),
                rounded(answer.runnerUp().probability())));
    }

    @Override
    public void end() throws IOException {
        if (pending != null) {
            lines.write(pending);
        }
        lines.write("]");
    }

    private static BigDecimal rounded(float probability) {
        return new BigDecimal(probability).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private record Entry(
            String image,
            @Key("class") String className,
            BigDecimal probability,
            String runnerUp,
            BigDecimal runnerUpProbability) {}
}
