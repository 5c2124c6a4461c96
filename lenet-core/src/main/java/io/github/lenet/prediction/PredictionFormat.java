package io.github.lenet.prediction;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;

/** The forms that predictions are shown in. */
public enum PredictionFormat {
    /** Aligned columns for people. */
    TABLE("table"),
    /** Comma-separated values with a header, as in RFC 4180. */
    CSV("csv"),
    /** A JSON array, with an object on each line. */
    JSON("json");

    private final String label;

    PredictionFormat(String label) {
        this.label = label;
    }

    /**
     * Finds a format by the name it has in a POM.
     *
     * @param name {@code table}, {@code csv} or {@code json}
     * @return the format
     * @throws InvalidParameterException if there is no such format
     */
    public static PredictionFormat named(String name) {
        return new Choice<>("format", List.of(values()), format -> format.label).named(name);
    }

    /**
     * Makes a printer.
     *
     * @param classNames names of the classes that the model knows
     * @param lines where it writes
     * @return a printer for one run
     */
    public PredictionPrinter printer(List<String> classNames, Lines lines) {
        return switch (this) {
            case TABLE -> new TablePrinter(classNames, lines);
            case CSV -> new CsvPrinter(lines);
            case JSON -> new JsonPrinter(lines);
        };
    }
}
