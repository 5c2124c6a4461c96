package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.model.Hyperparameters;
import io.github.lenet.model.TrainingInputs;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds on any JDK, system and processor; a change here is a change of what everybody's models are. */
class AlgorithmVersionTest {

  /** The version that the digests below belong to. */
  private static final int VERSION = 1;

  private static final String ADVICE =
      "these inputs give other parameters than version %d of the training algorithm. If that is meant, raise"
          + " TrainingInputs.ALGORITHM_VERSION, so that nobody is given a model of the old one for that of the new one (until"
          + " the first release, leave it), set VERSION here, and take the digests that this test found";

  @ParameterizedTest
  @CsvSource({
    "lenet5, constant, none, 8c14c58d28d1f1104c1ef66164286fde75039b2f8a0d0a4b63f3ca98b2fc2df8",
    "lenet5, cosine, elastic, 08424bed0e3103b121539c67473deb5a443522af852a04a2232ae901916f9fa7",
    "lenet5-1998, constant, none, 701f21dbf40644c2d4c00c86fc3333e6cd51100abde347b27d0b00b2ecfc800b",
    "lenet5-1998, step, affine, d94ad597d99d36942b1e6dbfd4bc0ee725247c9ceb75450d6e61c5fa551b9121",
  })
  void equalInputsGiveEqualParametersForAsLongAsTheVersionStays(
      String architecture, String schedule, String augmentation, String sha256) {
    var recipe = SeedRecipe.of(architecture).epochs(2).schedule(schedule).augmentation(augmentation);
    var hyperparameters = recipe.weightDecay(augmentation.equals("none") ? 0 : 0.05).validationFraction(0.1).build();

    var parameters = train(hyperparameters);

    assertThat(TrainingInputs.ALGORITHM_VERSION).isEqualTo(VERSION);
    assertThat(Sha256.hex(parameters)).as(ADVICE, VERSION).isEqualTo(sha256);
  }

  /** As the worker trains: some images are held out. */
  private static byte[] train(Hyperparameters hyperparameters) {
    var digits = SyntheticDigits.train(110, 1);
    var parts = digits.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed());
    var model =
        new Trainer(hyperparameters, 2, new TrainingListener() {}).train(parts.training(), parts.validation());
    var bytes = ByteBuffer.allocate(model.parameters().length * Float.BYTES);
    bytes.asFloatBuffer().put(model.parameters());
    return bytes.array();
  }
}
