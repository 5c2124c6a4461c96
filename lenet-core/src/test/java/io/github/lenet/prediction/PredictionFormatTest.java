package io.github.lenet.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.model.Classification;
import io.github.lenet.model.Classification.Candidate;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionFormatTest {

    private static final List<Prediction> PREDICTIONS = List.of(
            new Prediction("boot.png", answer("ankle boot", 0.75f, "bag", 0.125f)),
            new Prediction("one, \"two\".png", answer("bag", 0.99999f, "ankle boot", 0.00001f)));

    @Test
    void aTableIsAligned() throws IOException {
        assertThat(lines(PredictionFormat.TABLE))
                .containsExactly(
                        "class       probability  runner-up   probability  image",
                        "ankle boot  0.7500       bag         0.1250       boot.png",
                        "bag         1.0000       ankle boot  0.0000       one, \"two\".png");
    }

    @Test
    void csvHasAHeaderAndQuotes() throws IOException {
        assertThat(lines(PredictionFormat.CSV))
                .containsExactly(
                        "image,class,probability,runnerUp,runnerUpProbability",
                        "boot.png,ankle boot,0.750000,bag,0.125000",
                        "\"one, \"\"two\"\".png\",bag,0.999990,ankle boot,0.000010");
    }

    @Test
    void jsonHasAnObjectOnEachLine() throws IOException {
        assertThat(lines(PredictionFormat.JSON))
                .containsExactly(
                        "[",
                        "{\"image\":\"boot.png\",\"class\":\"ankle boot\",\"probability\":0.750000,\"runnerUp\":\"bag\","
                                + "\"runnerUpProbability\":0.125000},",
                        "{\"image\":\"one, \\\"two\\\".png\",\"class\":\"bag\",\"probability\":0.999990,\"runnerUp\":\"ankle boot\","
                                + "\"runnerUpProbability\":0.000010}",
                        "]");
    }

    @Test
    void listsTheFormats() {
        assertThatThrownBy(() -> PredictionFormat.named("xml"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("format is xml, but is unknown; known are table, csv, json");
    }

    private static List<String> lines(PredictionFormat format) throws IOException {
        var lines = new ArrayList<String>();
        var printer = format.printer(List.of("ankle boot", "bag"), lines::add);
        printer.begin();
        for (var prediction : PREDICTIONS) {
            printer.print(prediction);
        }
        printer.end();
        return lines;
    }

    private static Classification answer(String first, float probability, String second, float runnerUpProbability) {
        return new Classification(
                List.of(new Candidate(0, first, probability), new Candidate(1, second, runnerUpProbability)));
    }
}
