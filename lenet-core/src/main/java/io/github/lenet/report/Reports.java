package io.github.lenet.report;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.json.Json;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that carry a verdict. The page for people is one of them, but {@code HtmlReport} of the package
 * {@code page} writes it.
 *
 * @param outputDirectory the folder that they lie in
 * @param name name of the model, part of a file name: letters, digits, points, hyphens and underscores
 */
public record Reports(Path outputDirectory, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /**
     * Checks the name.
     *
     * @throws InvalidParameterException if the name could not be part of a file name on every system
     */
    public Reports {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidParameterException(
                    "name",
                    name,
                    "becomes part of a file name and may hold only letters, digits, '.', '-' and '_' of ASCII");
        }
    }

    /**
     * The numbers and the verdict for programs.
     *
     * @return {@code evaluation.json}
     */
    public Path evaluationFile() {
        return outputDirectory.resolve("evaluation.json");
    }

    /**
     * The numbers of many models and the verdict over them, for programs.
     *
     * @return {@code aggregate.json}
     */
    public Path aggregateFile() {
        return outputDirectory.resolve("aggregate.json");
    }

    /**
     * The page for people.
     *
     * @return {@code report/index.html}
     */
    public Path htmlFile() {
        return outputDirectory.resolve("report").resolve("index.html");
    }

    /**
     * The rules as test cases, for build servers.
     *
     * @return {@code TEST-lenet-<name>.xml}
     */
    public Path junitFile() {
        return outputDirectory.resolve("TEST-lenet-" + name + ".xml");
    }

    /**
     * The summary for a pull request or a job.
     *
     * @return {@code summary.md}
     */
    public Path summaryFile() {
        return outputDirectory.resolve("summary.md");
    }

    /**
     * The model in words and numbers, for people who think of using it.
     *
     * @return {@code model-card.md}
     */
    public Path modelCardFile() {
        return outputDirectory.resolve("model-card.md");
    }

    /**
     * The bill of materials of the model, for programs that take stock of what is in use.
     *
     * @return {@code bom.json}
     */
    public Path billOfMaterialsFile() {
        return outputDirectory.resolve("bom.json");
    }

    /**
     * What a person should open after a verification.
     *
     * @return the page, the summary where no page was written, or the numbers where nothing else could be
     */
    public Path readableFile() {
        return Stream.of(htmlFile(), summaryFile(), evaluationFile())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(aggregateFile());
    }

    /**
     * Deletes what an earlier run left, so that a run that breaks before its verdict cannot be mistaken for one that
     * passed.
     *
     * @throws IOException if the numbers or the verdict of an earlier run are there and cannot be deleted
     */
    public void deletePrevious() throws IOException {
        for (var file : List.of(evaluationFile(), aggregateFile(), junitFile())) {
            Files.deleteIfExists(file);
        }
        for (var file : List.of(htmlFile(), summaryFile(), modelCardFile(), billOfMaterialsFile())) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It decides nothing. What stands in its way will be named when it is written again.
            }
        }
    }

    /**
     * Writes the numbers and the verdict, for programs and build servers.
     *
     * @param verification the numbers and the verdict
     * @throws IOException if a file cannot be written; one before it is complete
     */
    public void write(Verification verification) throws IOException {
        EvaluationReport.of(verification).write(evaluationFile());
        AtomicFile.write(junitFile(), out -> JUnitXmlReport.write(out, name, verification));
    }

    /**
     * Writes the numbers of many models and the verdict over them, for programs and build servers.
     *
     * @param aggregation the numbers and the verdict
     * @throws IOException if a file cannot be written; one before it is complete
     */
    public void write(Aggregation aggregation) throws IOException {
        AggregateReport.of(aggregation).write(aggregateFile());
        AtomicFile.write(junitFile(), out -> JUnitXmlReport.write(out, name, aggregation));
    }

    /**
     * Writes the summary.
     *
     * @param verification the numbers and the verdict
     * @throws IOException if the file cannot be written
     */
    public void writeSummary(Verification verification) throws IOException {
        AtomicFile.writeText(summaryFile(), MarkdownSummary.text(name, verification));
    }

    /**
     * Writes the summary of a verdict over many models.
     *
     * @param aggregation the numbers and the verdict
     * @throws IOException if the file cannot be written
     */
    public void writeSummary(Aggregation aggregation) throws IOException {
        AtomicFile.writeText(summaryFile(), MarkdownSummary.text(name, aggregation));
    }

    /**
     * Writes the card that is published with a model.
     *
     * @param verification the numbers and the verdict
     * @param publication what else is known of it
     * @throws IOException if the file cannot be written
     */
    public void writeModelCard(Verification verification, Publication publication) throws IOException {
        AtomicFile.writeText(modelCardFile(), ModelCard.text(name, verification, publication));
    }

    /**
     * Writes the bill of materials that is published with a model.
     *
     * @param verification the numbers and the verdict
     * @param publication what else is known of it
     * @throws IOException if the file cannot be written
     */
    public void writeBillOfMaterials(Verification verification, Publication publication) throws IOException {
        Json.write(billOfMaterialsFile(), BillOfMaterials.of(name, verification, publication));
    }
}
