package io.github.lenet.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.FoldedNetwork;
import io.github.lenet.kernel.Inference;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Shape;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.training.Arithmetic;
import io.github.lenet.training.DrawnParameters;
import io.github.lenet.training.Score;
import io.github.lenet.training.TestBatches;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeeplearningArithmeticTest {

    private static final float[] NO_STATISTICS = {};

    /** Neither the layers nor the images come from it. */
    private static final Hyperparameters RECIPE = SeedRecipe.of("lenet5").build();

    private final Dataset dataset = SyntheticDigits.train(55, 1);

    @ParameterizedTest
    @CsvSource({"lenet5, 32", "lenet5, 23", "lenet5-1998, 32", "lenet5-1998, 23"})
    void aStepScoresTheImagesWithTheParametersBeforeIt(String name, int images) {
        var architecture = Architecture.named(name);
        try (var arithmetic = arithmetic(architecture)) {
            var before = arithmetic.state().parameters();
            var from = images == 32 ? 0 : 32;

            var score = arithmetic.step(TestBatches.of(dataset, from, images), 0.001);

            var expected = score(architecture, before, from, images);
            assertThat(score.images()).isEqualTo(images);
            assertThat(score.loss()).isCloseTo(expected.loss(), within(1e-4));
            assertThat(score.correct()).isEqualTo(expected.correct());
            assertThat(arithmetic.state().parameters()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"lenet5", "lenet5-1998"})
    void theFirstStepOfAdamMovesEveryParameterThatHasAGradientByTheLearningRate(String name) {
        try (var arithmetic = arithmetic(Architecture.named(name))) {
            var before = arithmetic.state().parameters();

            arithmetic.step(TestBatches.of(dataset, 0, 32), 0.001);

            var after = arithmetic.state().parameters();
            var state = arithmetic.state().updaterState();
            assertThat(state).hasSize(2 * before.length);
            var moved = IntStream.range(0, before.length)
                    .filter(i -> Math.abs(state[i]) > 1e-4)
                    .boxed()
                    .toList();
            assertThat(moved).hasSizeGreaterThan(before.length / 100);
            assertThat(moved)
                    .allSatisfy(i ->
                            assertThat(after[i] - before[i]).isCloseTo(-0.001f * Math.signum(state[i]), within(2e-6f)));
        }
    }

    @Test
    void goesOnFromAStateAsIfItHadMadeTheStepsBefore() {
        var architecture = Architecture.named("lenet5");
        var batch = TestBatches.of(dataset, 0, 32);
        try (var uninterrupted = arithmetic(architecture);
                var resumed = arithmetic(architecture)) {
            uninterrupted.step(batch, 0.001);
            uninterrupted.step(batch, 0.001);
            resumed.restore(uninterrupted.state(), 2);
            assertThat(resumed.state()).isEqualTo(uninterrupted.state());

            // With another step size too, for which Deeplearning4j builds its updater anew.
            for (var learningRate : new double[] {0.001, 0.0005}) {
                uninterrupted.step(batch, learningRate);
                resumed.step(batch, learningRate);
            }

            assertThat(resumed.state().parameters())
                    .containsExactly(uninterrupted.state().parameters(), within(1e-6f));
            assertThat(resumed.state().updaterState())
                    .containsExactly(uninterrupted.state().updaterState(), within(1e-6f));
        }
    }

    @Test
    void takesTheStepSizeOfEachStepAndKeepsTheStateOfAdam() {
        var architecture = Architecture.named("lenet5");
        var batch = TestBatches.of(dataset, 0, 32);
        try (var deeplearning = arithmetic(architecture);
                var workers = new Workers(1)) {
            var kernels = Arithmetic.kernels()
                    .begin(architecture, RECIPE, deeplearning.state().parameters(), workers);
            for (var learningRate : new double[] {0.001, 0.0005, 0.0005, 0.0001}) {
                deeplearning.step(batch, learningRate);
                kernels.step(batch, learningRate);
            }

            assertThat(kernels.state().parameters())
                    .containsExactly(deeplearning.state().parameters(), within(1e-4f));
            assertThat(kernels.state().updaterState())
                    .containsExactly(deeplearning.state().updaterState(), within(1e-4f));
        }
    }

    @Test
    void refusesWhatOnlyTheKernelsCompute() {
        var colour = Architecture.LENET5.adaptedTo(new Shape(3, 32, 32), 10);
        var cuda = DeeplearningArithmetic.on("org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1");
        try (var workers = new Workers(1)) {
            assertThatThrownBy(() -> cuda.begin(Architecture.VGG6, RECIPE, new float[0], workers))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining(
                            "but trains no batch normalisation, which <architecture>vgg6</architecture> has; set <backend>cpu</backend>");
            assertThatThrownBy(() -> cuda.begin(colour, RECIPE, new float[0], workers))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("but trains on grey images alone, and these are in colour; set <backend>cpu");
        }
    }

    private static DeeplearningArithmetic arithmetic(Architecture architecture) {
        return new DeeplearningArithmetic(architecture, RECIPE, DrawnParameters.of(architecture));
    }

    private Score score(Architecture architecture, float[] parameters, int from, int images) {
        var inference = new Inference(FoldedNetwork.of(architecture.network(), parameters, NO_STATISTICS));
        var probabilities = new float[architecture.classes()];
        var score = Score.NONE;
        for (var image = from; image < from + images; image++) {
            inference.probabilities(dataset.pixels(), dataset.pixelOffset(image), probabilities);
            var probability = probabilities[dataset.label(image)];
            var isLargest = IntStream.range(0, probabilities.length).noneMatch(i -> probabilities[i] > probability);
            score = score.plus(new Score(1, -Math.log(probability), isLargest ? 1 : 0));
        }
        return score;
    }
}
