package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KNOWN = List.of("batchSize", "epochs", "learningRate", "seed", "skip", "skipTrain");

  @ParameterizedTest
  @CsvSource({"epoch, epochs", "epohcs, epochs", "batch-size, batchSize", "LEARNINGRATE, learningRate", "skp, skip"})
  void findsWhatIsMeant(String written, String meant) {
    assertThat(Spelling.nearest(written, KNOWN)).hasValue(meant);
  }

  @Test
  void guessesNothingFarFetched() {
    assertThat(Spelling.nearest("version", KNOWN)).isEmpty();
  }
}
