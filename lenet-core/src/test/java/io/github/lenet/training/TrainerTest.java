package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lenet.archive.ModelDescription;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.network.TrainedState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void learnsToTellDigitsApart(String architecture) {
        var model = train(
                SeedRecipe.of(architecture)
                        .with("epochs", 2)
                        .with("learningRate", 0.002)
                        .build(),
                2,
                SyntheticDigits.train(600, 1));

        var last = model.epochs().get(1);
        assertThat(last.validationAccuracy()).isGreaterThan(0.9);
        assertThat(last.trainingAccuracy()).isGreaterThan(0.8);
        assertThat(last.trainingLoss()).isLessThan(model.epochs().get(0).trainingLoss());
        assertThat(last.validationLoss()).isLessThan(0.5);
    }

    @Test
    void theSameSeedGivesTheSameArchiveForAnyNumberOfThreads() throws Exception {
        var hyperparameters = SeedRecipe.of("lenet5")
                .with("epochs", 2)
                .with("schedule", "cosine")
                .with("augmentation", "elastic")
                .build();
        var digits = SyntheticDigits.train(100, 1);

        var first = train(hyperparameters, 1, digits);
        var second = train(hyperparameters, 2, digits);

        assertSameResults(second, first);
    }

    @Test
    void earlyStoppingKeepsTheModelOfTheBestEpoch() {
        var digits = SyntheticDigits.train(200, 1);
        // Steps so large that the loss on other images soon goes up and down.
        var recipe = SeedRecipe.of("lenet5")
                .with("epochs", 30)
                .with("learningRate", 0.01)
                .with("validationFraction", 0.1);

        var stopped = train(recipe.with("earlyStoppingPatience", 2).build(), 1, digits);

        var best = stopped.keptEpoch();
        assertThat(stopped.epochs()).hasSize(best + 2).hasSizeLessThan(30);
        assertThat(stopped.epochs())
                .extracting(EpochResult::validationLoss)
                .noneMatch(loss -> loss < stopped.epochs().get(best - 1).validationLoss());
        var expected = train(
                recipe.with("earlyStoppingPatience", 0).with("epochs", best).build(), 1, digits);
        assertSameResults(stopped, expected);
    }

    /** In all that an archive says of a training. */
    private static void assertSameResults(TrainedNetwork actual, TrainedNetwork expected) {
        assertThat(description(actual)).isEqualTo(description(expected));
        assertThat(actual.state()).isEqualTo(expected.state());
    }

    private static ModelDescription description(TrainedNetwork trained) {
        var inputs =
                InputsOfTests.of(SeedRecipe.of(trained.architecture().name()).build());
        return ModelDescription.of(trained.architecture(), inputs, trained.epochsKept());
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        var digits = SyntheticDigits.train(50, 1);

        var first = train(SeedRecipe.of("lenet5").with("seed", 1).build(), 1, digits);
        var second = train(SeedRecipe.of("lenet5").with("seed", 2).build(), 1, digits);

        assertThat(second.state()).isNotEqualTo(first.state());
    }

    @Test
    void aBatchLargerThanTheDataSetIsTheDataSet() {
        var model = train(
                SeedRecipe.of("lenet5")
                        .with("epochs", 3)
                        .with("batchSize", 60_000)
                        .build(),
                1,
                SyntheticDigits.train(20, 1));

        assertThat(model.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2, 3);
        assertThat(model.state().steps()).isEqualTo(3);
    }

    @Test
    void tellsItsListenerWhatItDoes() {
        var events = new ArrayList<String>();
        var listener = new TrainingListener() {
            @Override
            public void started(
                    String backend, String network, int trainingImages, int validationImages, int parameters) {
                events.add("%s, %s, %d + %d, %d"
                        .formatted(backend, network, trainingImages, validationImages, parameters));
            }

            @Override
            public void progressed(int epoch, int images) {
                events.add(epoch + ": " + images);
            }

            @Override
            public void epochFinished(EpochResult result) {
                events.add(result.epoch() + " done");
            }
        };

        new Trainer(1)
                .train(
                        new Training(
                                SeedRecipe.of("lenet5").build(),
                                SyntheticDigits.train(40, 1),
                                SyntheticDigits.test(10, 1)),
                        listener,
                        Checkpoints.NONE);

        assertThat(events)
                .containsExactly("Java kernels on CPU, lenet5, 40 + 10, 44426", "1: 0", "1: 32", "1: 40", "1 done");
    }

    @Test
    void adaptsTheNetworkToTheImages() {
        var random = new SeededRandom(1);
        var pixels = new byte[40 * 17 * 32];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (random.nextDouble() * 256));
        var labels = new byte[40];
        IntStream.range(0, labels.length).forEach(i -> labels[i] = (byte) (i % 3));
        var images = new Dataset("noise", "train", 17, 32, pixels, labels, List.of("a", "b", "c"));

        var model = new Trainer(2).train(new Training(SeedRecipe.of("lenet5").build(), images, images));
        var noise = new TrainingData(images.name(), images.classNames(), Map.of());
        var inputs = TrainingInputs.of(
                TrainingInputs.KERNELS, noise, SeedRecipe.of("lenet5").build());
        var description = ModelDescription.of(model.architecture(), inputs, model.epochsKept());

        assertThat(model.architecture()).hasToString("lenet5 adapted to 17 x 32 images in 3 classes");
        assertThat(description.height()).isEqualTo(17);
        assertThat(description.width()).isEqualTo(32);
        assertThat(description.classNames()).containsExactly("a", "b", "c");
        assertThat(description.parameters()).isEqualTo(model.state().network().parameters().length);
    }

    /** The shapes say nothing of the class, so that a network that saw grey alone would guess. */
    @Test
    void learnsFromColours() {
        var hyperparameters = SeedRecipe.of("lenet5").with("epochs", 3).build();
        var training = new Training(hyperparameters, ColouredDigits.train(300, 1), ColouredDigits.test(60, 1));

        var model = new Trainer(2).train(training);

        assertThat(model.architecture()).hasToString("lenet5 adapted to 3 x 28 x 28 images in 3 classes");
        assertThat(model.epochs().get(2).validationAccuracy()).isGreaterThan(0.95);
    }

    @Test
    void refusesImagesThatDoNotFit() {
        var names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        assertRefused(new Dataset("small", "train", 28, 15, new byte[28 * 15], new byte[1], names), "28 x 15 pixels");
        assertRefused(
                new Dataset("one", "train", 28, 28, new byte[28 * 28], new byte[1], List.of("a")),
                "1 classes do not fit");
        assertRefused(new Dataset("none", "train", 28, 28, new byte[0], new byte[0], names), "there are no images");
    }

    @Test
    void refusesToValidateOnOtherImages() {
        var digits = SyntheticDigits.train(10, 1);
        var wide = new Dataset("wide", "train", 28, 32, new byte[28 * 32], new byte[1], digits.classNames());
        var coloured =
                new Dataset("coloured", "train", 3, 28, 28, new byte[3 * 28 * 28], new byte[1], digits.classNames());

        for (var other : List.of(wide, coloured)) {
            var training = new Training(SeedRecipe.of("lenet5").build(), digits, other);

            assertThatExceptionOfType(InvalidParameterException.class)
                    .isThrownBy(() -> new Trainer(1).train(training))
                    .withMessageContaining("has other images to validate on");
        }
    }

    private static void assertRefused(Dataset dataset, String reason) {
        var training = new Training(SeedRecipe.of("lenet5").build(), dataset, null);
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> new Trainer(1).train(training))
                .withMessageContaining("dataset is " + dataset.name())
                .withMessageContaining(reason);
    }

    private static TrainedNetwork train(Hyperparameters hyperparameters, int threads, Dataset digits) {
        return new Trainer(threads).train(new Training(hyperparameters, digits, SyntheticDigits.test(100, 1)));
    }

    @Test
    void worksWithOnePoolOfThreadsAndLeavesNoneBehind() {
        var threads = new HashSet<Thread>();
        var before = Thread.getAllStackTraces().keySet();
        var listener = new TrainingListener() {
            @Override
            public void progressed(int epoch, int images) {
                threads.addAll(Thread.getAllStackTraces().keySet());
                threads.removeAll(before);
            }
        };
        var training = new Training(
                SeedRecipe.of("lenet5").build(), SyntheticDigits.train(80, 1), SyntheticDigits.test(20, 1));

        new Trainer(3).train(training, listener, Checkpoints.NONE);

        assertThat(threads)
                .as("beside the calling one")
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder("lenet-kernel-1", "lenet-kernel-2");
        assertThat(threads).allSatisfy(thread -> assertThat(ends(thread)).isTrue());
    }

    private static boolean ends(Thread thread) throws InterruptedException {
        thread.join(30_000);
        return !thread.isAlive();
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        var listener = new TrainingListener() {
            @Override
            public void progressed(int epoch, int images) {
                if (images == 32) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        var training = new Training(SeedRecipe.of("lenet5").build(), SyntheticDigits.train(200, 1), null);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new Trainer(1).train(training, listener, Checkpoints.NONE));
        assertThat(Thread.interrupted()).as("for whoever interrupted").isTrue();
    }

    /** As a search does: each training is the same as alone. */
    @Test
    void trainingsSideBySideDoNotDisturbEachOther() throws Exception {
        var digits = SyntheticDigits.train(200, 1);
        var trainer = new Trainer(1);
        var trainings = LongStream.range(0, 4)
                .mapToObj(seed -> new Training(
                        SeedRecipe.of("lenet5")
                                .with("epochs", 2)
                                .with("seed", seed)
                                .build(),
                        digits,
                        digits))
                .toList();
        var alone = trainings.stream()
                .map(trainer::train)
                .map(TrainedNetwork::state)
                .toList();

        var executor = Executors.newFixedThreadPool(trainings.size());
        try {
            var together = executor.invokeAll(trainings.stream()
                    .<Callable<TrainedState>>map(
                            training -> () -> trainer.train(training).state())
                    .toList());
            for (var i = 0; i < trainings.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
