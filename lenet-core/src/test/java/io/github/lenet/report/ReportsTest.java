package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {

    @TempDir
    private Path folder;

    private Reports reports;

    @BeforeEach
    void nameTheFiles() {
        reports = new Reports(folder.resolve("lenet"), "digits");
    }

    @Test
    void everyReportShowsTheOneVerdict() throws IOException {
        writeFailed();

        assertThat(files()).containsExactly("TEST-lenet-digits.xml", "evaluation.json", "summary.md");
        assertThat(EvaluationReport.read(reports.evaluationFile()).verdict().passed())
                .isFalse();
        assertThat(reports.junitFile()).content().contains("failures=\"1\"");
        assertThat(reports.summaryFile()).content().contains("❌ digits failed");
    }

    @Test
    void theCardIsWrittenForPeopleAndForPrograms() throws IOException {
        reports.writeModelCard(Samples.verification(Samples.FAILED), Samples.publication());
        reports.writeBillOfMaterials(Samples.verification(Samples.FAILED), Samples.publication());

        assertThat(files()).containsExactly("bom.json", "model-card.md");
        assertThat(reports.modelCardFile()).content().startsWith("# Model card of digits\n");
        assertThat(reports.billOfMaterialsFile()).content().contains("\"bomFormat\": \"CycloneDX\"");
    }

    @Test
    void writesTheSameBytesEverywhere() throws IOException {
        var usual = Locale.getDefault();
        writeFailed();
        var first = contents();
        try {
            // Numbers that are formatted for this locale have other digits.
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            writeFailed();
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void deletesThePreviousVerdictAndNothingElse() throws IOException {
        writeFailed();
        reports.writeModelCard(Samples.verification(Samples.FAILED), Samples.publication());
        reports.writeBillOfMaterials(Samples.verification(Samples.FAILED), Samples.publication());
        Files.createDirectories(reports.htmlFile().getParent());
        Files.writeString(reports.htmlFile(), "<html>");
        Files.writeString(reports.outputDirectory().resolve("training.json"), "{}");

        reports.deletePrevious();

        assertThat(files()).containsExactly("training.json");
    }

    @Test
    void leavesOnlyWhatCarriesNoVerdict() throws IOException {
        Files.createDirectories(reports.summaryFile().resolve("a folder where a file must be"));
        reports.deletePrevious();

        Files.createDirectories(reports.junitFile().resolve("a folder where a file must be"));
        assertThatThrownBy(reports::deletePrevious).isInstanceOf(IOException.class);
    }

    @Test
    void nothingToDeleteIsNoError() throws IOException {
        reports.deletePrevious();

        assertThat(reports.outputDirectory()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\\b", "a b", "..\0", "über", "a:b"})
    void refusesANameThatIsNoFileName(String name) {
        assertThatThrownBy(() -> new Reports(folder, name))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("file name");
    }

    private void writeFailed() throws IOException {
        reports.write(Samples.verification(Samples.FAILED));
        reports.writeSummary(Samples.verification(Samples.FAILED));
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(reports.outputDirectory())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> reports.outputDirectory()
                            .relativize(file)
                            .toString()
                            .replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private List<String> contents() throws IOException {
        return List.of(
                Files.readString(reports.evaluationFile()),
                Files.readString(reports.junitFile()),
                Files.readString(reports.summaryFile()));
    }
}
