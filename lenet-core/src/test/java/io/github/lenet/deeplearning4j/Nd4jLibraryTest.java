package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nd4jLibraryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1 | the class path of the training holds no such library",
                "org.nd4j:nd4j-native:1.0.0-M1 | the class path of the training holds version 1.0.0-M2.1 of it",
                "org.nd4j:nd4j-native:1.0.0-M2.1:linux-x86_64 | ND4J cannot use it on this machine, and would compute with CpuBackend"
            })
    void computesWithNothingButWhatIsAskedFor(String library, String problem) {
        var trainer = new Trainer(DeeplearningArithmetic.on(library), 1);
        var training = new Training(SeedRecipe.of("lenet5").build(), SyntheticDigits.train(20, 1), null);

        assertThatThrownBy(() -> trainer.train(training))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("backend is " + library + ", but " + problem);
    }
}
