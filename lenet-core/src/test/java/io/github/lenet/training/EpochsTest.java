package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.kernel.Workers;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpochsTest {

    private static final int IMAGES = 23;

    /** Twenty-three images of one pixel, each with a value of its own. */
    private final Dataset dataset = new Dataset("tiny", "train", 1, 1, pixels(), new byte[IMAGES], List.of("only"));

    private final RecordingArithmetic arithmetic = new RecordingArithmetic();
    private final List<String> events = new ArrayList<>();
    private final Workers workers = new Workers(1);

    @AfterEach
    void endTheThread() {
        workers.close();
    }

    @Test
    void everyEpochHasASeedOfItsOwn() {
        epochs(2, 10).run(new SeededRandom(1));

        var first = arithmetic.seen.subList(0, IMAGES);
        var second = arithmetic.seen.subList(IMAGES, 2 * IMAGES);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    }

    @Test
    void theLastBatchOfAnEpochIsSmaller() {
        epochs(2, 10).run(new SeededRandom(1));

        assertThat(arithmetic.sizes).containsExactly(10, 10, 3, 10, 10, 3);
    }

    @Test
    void aSeedGivesTheSameOrder() {
        epochs(1, 10).run(new SeededRandom(1));
        epochs(1, 10).run(new SeededRandom(1));
        epochs(1, 10).run(new SeededRandom(2));

        assertThat(arithmetic.seen.subList(IMAGES, 2 * IMAGES)).isEqualTo(arithmetic.seen.subList(0, IMAGES));
        assertThat(arithmetic.seen.subList(2 * IMAGES, 3 * IMAGES)).isNotEqualTo(arithmetic.seen.subList(0, IMAGES));
    }

    @Test
    void tellsOfEveryBatchAndThenOfTheEpoch() {
        epochs(2, 20).run(new SeededRandom(1));

        assertThat(events).containsExactly("1: 0", "1: 20", "1: 23", "1 done", "2: 0", "2: 20", "2: 23", "2 done");
    }

    @Test
    void anEpochHasTheMeansOfItsImages() {
        var results = epochs(1, 10).run(new SeededRandom(1)).results();

        assertThat(results).hasSize(1);
        assertThat(results.get(0).trainingLoss()).isEqualTo(0.5);
        assertThat(results.get(0).trainingAccuracy()).isEqualTo(3.0 / IMAGES);
        assertThat(results.get(0).validationLoss()).isNull();
        assertThat(results.get(0).validationAccuracy()).isNull();
        assertThat(results.get(0).seconds()).isPositive();
    }

    @Test
    void theStepSizeFollowsItsScheduleOverTheStepsOfAllEpochs() {
        var results = epochs(hyperparameters(2, 10).with("schedule", "step"))
                .run(new SeededRandom(1))
                .results();

        // Three steps an epoch: a tenth after three of six, a hundredth after four and a half.
        assertThat(arithmetic.learningRates).containsExactly(0.25, 0.25, 0.25, 0.025, 0.025, 0.0025);
        assertThat(results).extracting(EpochResult::learningRate).containsExactly(0.25, 0.0025);
    }

    @Test
    void theStepSizeRisesBeforeItFollowsItsSchedule() {
        epochs(hyperparameters(2, 10).with("schedule", "step").with("warmup", 2))
                .run(new SeededRandom(1));

        // A third and two thirds; then a tenth after two of the four steps that are left, and a hundredth after three.
        assertThat(arithmetic.learningRates).containsExactly(0.25 / 3, 0.25 * (2.0 / 3), 0.25, 0.25, 0.025, 0.0025);
    }

    @Test
    void augmentationKeepsTheOrderAndVariesTheImages() {
        epochs(hyperparameters(1, 10)).run(new SeededRandom(1));
        epochs(hyperparameters(1, 10).with("augmentation", "shift")).run(new SeededRandom(1));

        var plain = arithmetic.seen.subList(0, IMAGES);
        var shifted = arithmetic.seen.subList(IMAGES, 2 * IMAGES);
        // An image of one pixel is itself where it stays in its place, and black where it moves.
        assertThat(shifted).isNotEqualTo(plain).contains(0);
        assertThat(IntStream.range(0, IMAGES))
                .allMatch(i -> shifted.get(i) == 0 || shifted.get(i).equals(plain.get(i)));
    }

    @Test
    void aLossThatIsNoNumberEndsTheTrainingWithAdvice() {
        for (var loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            arithmetic.seen.clear();
            arithmetic.lossPerImage = loss;

            assertThatExceptionOfType(TrainingDivergedException.class)
                    .isThrownBy(() -> epochs(3, 10).run(new SeededRandom(1)))
                    .withMessageContaining("loss is " + loss)
                    .withMessageContaining("after 10 images of epoch 1")
                    .withMessageContaining("learningRate 0.25")
                    .withMessageContaining("<lenet.learningRate>0.025</lenet.learningRate>");
            assertThat(arithmetic.seen).hasSize(10);
        }
    }

    @Test
    void aParameterThatIsNoNumberEndsTheTrainingToo() {
        arithmetic.parameters[0] = Float.NaN;

        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(() -> epochs(3, 10).run(new SeededRandom(1)))
                .withMessageStartingWith("the network's parameters has NaN at index 0 after 23 images of epoch 1: ");
        assertThat(events).doesNotContain("1 done");
    }

    private Epochs epochs(int count, int batchSize) {
        return epochs(hyperparameters(count, batchSize));
    }

    private static SeedRecipe hyperparameters(int epochs, int batchSize) {
        return SeedRecipe.of("lenet5")
                .with("epochs", epochs)
                .with("batchSize", batchSize)
                .with("learningRate", 0.25);
    }

    private Epochs epochs(SeedRecipe builder) {
        var hyperparameters = builder.build();
        var listener = new TrainingListener() {
            @Override
            public void progressed(int epoch, int images) {
                events.add(epoch + ": " + images);
            }

            @Override
            public void epochFinished(EpochResult result) {
                events.add(result.epoch() + " done");
            }
        };
        var training = new Training(hyperparameters, dataset, null);
        return new Epochs(training, arithmetic, new Parts(workers), listener, Checkpoints.NONE);
    }

    private static byte[] pixels() {
        var pixels = new byte[IMAGES];
        for (var i = 0; i < IMAGES; i++) {
            pixels[i] = (byte) i;
        }
        return pixels;
    }

    /** Takes down what it is given; finds one image a step right. */
    private static final class RecordingArithmetic implements Arithmetic {

        private final List<Integer> seen = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final List<Double> learningRates = new ArrayList<>();
        private double lossPerImage = 0.5;
        private final float[] parameters = {0.125f};

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public Score step(Batch batch, double learningRate) {
            learningRates.add(learningRate);
            sizes.add(batch.size());
            IntStream.range(0, batch.size()).forEach(i -> seen.add(Math.round(batch.images()[i] * 255)));
            return new Score(batch.size(), lossPerImage * batch.size(), 1);
        }

        @Override
        public NetworkState state() {
            return new NetworkState(parameters, new float[2]);
        }

        @Override
        public void restore(NetworkState state, int steps) {}
    }
}
