package io.github.lenet.maven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsOptionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"';', ';'", "|, |", "tab, '\t'", "' ', ' '"})
    void readsWithAnotherSeparator(String separator, char character) throws Exception {
        var file = folder.resolve("new.csv");
        Files.writeString(file, "label,predicted\ncat,dog\n".replace(',', character));

        var predictions = options(file.toFile(), separator, 1).read("verify");

        assertThat(predictions.rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "comma", "::", "a", "7", "\"", ".", "-", "\n"})
    void refusesASeparatorThatCannotBeMeant(String separator) {
        assertThatThrownBy(() -> options(new File("new.csv"), separator, null))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("predictionsSeparator is ")
                .hasMessageContaining("must be one character such as ; or |");
    }

    @Test
    void namesAFileAsItIsCalledOnEveryMachine() {
        assertThat(options(folder.resolve("target/new.csv").toFile(), ",", null).name())
                .isEqualTo("target/new.csv");
        assertThat(options(folder.resolveSibling("other/new.csv").toFile(), ",", null)
                        .name())
                .isEqualTo("new.csv");
    }

    @Test
    void needsNoFile() {
        assertThat(options(null, ",", null)).isNull();
    }

    @Test
    void refusesRowsThatNothingIsHeldAgainst() {
        assertThatThrownBy(() -> options(null, ",", 5))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expectedRows is 5, but has an effect only beside a <predictionsFile>");
        assertThatThrownBy(() -> options(new File("new.csv"), ",", 0))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expectedRows is 0, but must be a whole number of at least 1");
    }

    @Test
    void isTheOnlyModelOfAGoal() {
        var predictions = options(new File("new.csv"), ",", null);

        assertThat(ModelOptions.of(null, null, predictions, folder).predictions())
                .isEqualTo(predictions);
        assertThatThrownBy(() -> ModelOptions.of(new File("model.zip"), null, predictions, folder))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageEndingWith(
                        "cannot be set together with <modelFile>model.zip</modelFile>: a goal is about one model");
        assertThatThrownBy(() -> ModelOptions.of(null, "com.acme:digits:1", predictions, folder))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("<modelArtifact>com.acme:digits:1</modelArtifact>");
    }

    private PredictionsOptions options(File file, String separator, Integer expectedRows) {
        return PredictionsOptions.of(file, separator, expectedRows, false, folder);
    }
}
