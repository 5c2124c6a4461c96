package io.github.lenet.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    private static final List<String> KNOWN =
            List.of("batchSize", "epochs", "learningRate", "seed", "skip", "skipTrain");

    @ParameterizedTest
    @CsvSource({"epoch, epochs", "epohcs, epochs", "batch-size, batchSize", "LEARNINGRATE, learningRate", "skp, skip"})
    void findsWhatIsMeant(String written, String meant) {
        assertThat(Spelling.nearest(written, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "sp", "s", ""})
    void guessesNothingFarFetched(String written) {
        assertThat(Spelling.nearest(written, KNOWN)).isEmpty();
    }

    @Test
    void listsWhatThereIsBesideItsGuess() {
        var known = List.of("mnist", "fashion-mnist");

        assertThat(Spelling.unknown("FashionMnist", known))
                .isEqualTo("is unknown, perhaps you mean fashion-mnist; known are mnist, fashion-mnist");
        assertThat(Spelling.unknown("cifar-10", known)).isEqualTo("is unknown; known are mnist, fashion-mnist");
    }
}
