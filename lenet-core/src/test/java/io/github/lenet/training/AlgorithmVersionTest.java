package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingInputs;
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
        "lenet5, constant, none, d8d2c1cc544c9f42bc02a67a1d4523c0f6f12552e6b5ac573f5ab333c79e3d27",
        "lenet5, cosine, elastic, f5e4df6e61dfcf94a99336189657ee8679f9994252b8ad86320a320b6e3aa34b",
        "lenet5-1998, constant, none, 572303e9ac93d94ef910b9eb7671bfe92dfcfdf71b8ba3a65ca91af2c784165e",
        "lenet5-1998, step, affine, 44c229ba66a31a579667c7fc3e5ce877c3140cdef69a8df343f19d251cc140de",
        "vgg6, cosine, shift, bd89139376f9e986186ed562d5390e9d3bf94b0d6963c62c95127ea1e5a84327",
        "resnet8, cosine, shift-flip, 341bf8633af40d2809495dc58268ce19eac27d8d95f370c49cddfef5bf432774",
        "resnet14, constant, none, 67df71e80c8a79d57e20134f8af6f7d61c213329129aeceaa4f88f05e5f2657b",
    })
    void equalInputsGiveEqualParametersForAsLongAsTheVersionStays(
            String architecture, String schedule, String augmentation, String sha256) {
        var recipe = SeedRecipe.of(architecture)
                .with("epochs", 2)
                .with("schedule", schedule)
                .with("augmentation", augmentation);
        var hyperparameters = recipe.with("weightDecay", augmentation.equals("none") ? 0 : 0.05)
                .with("validationFraction", 0.1)
                .build();

        var coefficients = train(hyperparameters);

        assertThat(TrainingInputs.ALGORITHM_VERSION).isEqualTo(VERSION);
        assertThat(Sha256.hex(coefficients)).as(ADVICE, VERSION).isEqualTo(sha256);
    }

    /** The parameters and running statistics of a network trained as the worker does: some images are held out. */
    private static byte[] train(Hyperparameters hyperparameters) {
        var digits = SyntheticDigits.train(110, 1);
        var network = new Trainer(2)
                .train(Training.of(hyperparameters, digits))
                .state()
                .network();
        var bytes = ByteBuffer.allocate((network.parameters().length + network.statistics().length) * Float.BYTES);
        bytes.asFloatBuffer().put(network.parameters()).put(network.statistics());
        return bytes.array();
    }
}
