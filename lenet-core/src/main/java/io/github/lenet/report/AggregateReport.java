package io.github.lenet.report;

import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of {@code aggregate.json}: the numbers of many models, and one verdict over them.
 *
 * @param schemaVersion version of this format, that of {@link EvaluationReport}
 * @param evaluations the evaluations of all modules, each in the form of {@code evaluation.json}, with its name
 * @param verdict the gate's decision over all of them
 */
public record AggregateReport(int schemaVersion, List<EvaluationReport> evaluations, VerdictReport verdict) {

    /**
     * Checks the version, and that every evaluation has a name.
     *
     * @throws IllegalArgumentException if the format is one that this version does not know, or a name is missing
     */
    public AggregateReport {
        SchemaVersion.require(EvaluationReport.SCHEMA_VERSION, schemaVersion);
        evaluations = List.copyOf(evaluations);
        if (evaluations.isEmpty() || evaluations.stream().anyMatch(evaluation -> evaluation.name() == null)) {
            throw new IllegalArgumentException("evaluations is empty, or one of them has no name");
        }
    }

    static AggregateReport of(Aggregation aggregation) {
        return new AggregateReport(
                EvaluationReport.SCHEMA_VERSION,
                aggregation.evaluations().stream().map(EvaluationReport::of).toList(),
                VerdictReport.of(aggregation.verdict()));
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file.
     *
     * @param file the file that {@link #write} wrote
     * @return its content
     * @throws IOException if the file is missing, or is no aggregate
     */
    public static AggregateReport read(Path file) throws IOException {
        return Json.read(file, AggregateReport.class);
    }
}
