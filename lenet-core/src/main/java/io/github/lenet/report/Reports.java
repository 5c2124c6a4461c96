package io.github.lenet.report;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.Json;
import io.github.lenet.model.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files that carry a verdict. The page for people is one of them, but {@code HtmlReport} of the package {@code page}
 * writes it.
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
          "name", name, "becomes part of a file name and may hold only letters, digits, '.', '-' and '_' of ASCII");
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
   * @return the page, or the summary where no page was written
   */
  public Path readableFile() {
    return Files.exists(htmlFile()) ? htmlFile() : summaryFile();
  }

  /**
   * Deletes what an earlier run left, so that a run that breaks before its verdict cannot be mistaken for one that
   * passed.
   *
   * @throws IOException if a file is there and cannot be deleted
   */
  public void deletePrevious() throws IOException {
    for (var file :
        List.of(
            evaluationFile(),
            aggregateFile(),
            htmlFile(),
            junitFile(),
            summaryFile(),
            modelCardFile(),
            billOfMaterialsFile())) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Writes every file but the page, the numbers first.
   *
   * @param verification the numbers and the verdict
   * @throws IOException if a file cannot be written; those before it are complete
   */
  public void write(Verification verification) throws IOException {
    EvaluationReport.of(verification).write(evaluationFile());
    AtomicFile.write(junitFile(), out -> JUnitXmlReport.write(out, name, verification));
    AtomicFile.writeText(summaryFile(), MarkdownSummary.text(name, verification));
  }

  /**
   * Writes what is published with a model: its card and its bill of materials.
   *
   * @param verification the numbers and the verdict
   * @param publication what else is known of it
   * @throws IOException if a file cannot be written
   */
  public void writeModelCard(Verification verification, Publication publication) throws IOException {
    AtomicFile.writeText(modelCardFile(), ModelCard.text(name, verification, publication));
    Json.write(billOfMaterialsFile(), BillOfMaterials.of(name, verification, publication));
  }

  /**
   * Writes every file of a verdict over many models but the page, the numbers first.
   *
   * @param aggregation the numbers and the verdict
   * @throws IOException if a file cannot be written; those before it are complete
   */
  public void write(Aggregation aggregation) throws IOException {
    AggregateReport.of(aggregation).write(aggregateFile());
    AtomicFile.write(junitFile(), out -> JUnitXmlReport.write(out, name, aggregation));
    AtomicFile.writeText(summaryFile(), MarkdownSummary.text(name, aggregation));
  }
}
