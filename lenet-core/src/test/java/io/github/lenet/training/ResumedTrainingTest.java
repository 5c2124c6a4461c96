package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.Augmentation;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was interrupted ends with the bits of one that was not. */
class ResumedTrainingTest {

    /** Four steps an epoch, the last of them on four images. */
    private static final Dataset DIGITS = SyntheticDigits.train(100, 1);

    private static final Dataset HELD_OUT = SyntheticDigits.test(50, 1);

    @ParameterizedTest
    @MethodSource
    void endsWithTheSameBitsFromEveryStepOn(Augmentation augmentation, int patience, double weightDecay) {
        var hyperparameters = SeedRecipe.of("lenet5")
                .with("epochs", 4)
                .with("augmentation", augmentation.toString())
                .with("weightDecay", weightDecay)
                .with("schedule", "cosine")
                .with("learningRate", 0.01)
                .with("warmup", 3 * patience)
                .with("validationFraction", 0.1)
                .with("earlyStoppingPatience", patience)
                .build();
        var checkpoints = new RecordedCheckpoints();
        var expected = train(hyperparameters, 1, checkpoints, new TrainingListener() {});

        assertThat(checkpoints.all()).hasSize(4 * expected.epochs().size());
        for (var checkpoint : checkpoints.all()) {
            var resumed = train(hyperparameters, 2, RecordedCheckpoints.after(checkpoint), new TrainingListener() {});
            assertSame(resumed, expected);
        }
    }

    static Stream<Arguments> endsWithTheSameBitsFromEveryStepOn() {
        return Stream.of(Augmentation.values())
                .flatMap(augmentation -> Stream.of(0, 1, 2)
                        .map(patience -> Arguments.of(augmentation, patience, 0.05 * (patience % 2))));
    }

    /** With their running statistics, of the latest epoch and of the best one. */
    @ParameterizedTest
    @ValueSource(strings = {"vgg6", "resnet8"})
    void networksWithStatisticsEndWithTheSameBits(String architecture) {
        var hyperparameters = SeedRecipe.of(architecture)
                .with("epochs", 2)
                .with("validationFraction", 0.1)
                .with("earlyStoppingPatience", 1)
                .build();
        var checkpoints = new RecordedCheckpoints();
        var expected = train(hyperparameters, 1, checkpoints, new TrainingListener() {});
        assertThat(expected.state().network().statistics()).isNotEmpty();

        for (var step = 2; step < checkpoints.all().size(); step += 3) {
            var checkpoint = checkpoints.all().get(step);
            var resumed = train(hyperparameters, 2, RecordedCheckpoints.after(checkpoint), new TrainingListener() {});
            assertSame(resumed, expected);
        }
    }

    @Test
    void anEarlierBestEpochIsKeptOverAnInterruption() {
        var hyperparameters = SeedRecipe.of("lenet5")
                .with("epochs", 30)
                .with("learningRate", 0.01)
                .with("validationFraction", 0.1)
                .with("earlyStoppingPatience", 2)
                .build();
        var checkpoints = new RecordedCheckpoints();
        var expected = train(hyperparameters, 1, checkpoints, new TrainingListener() {});
        var last = checkpoints.all().get(checkpoints.all().size() - 2);
        assertThat(expected.keptEpoch()).isLessThanOrEqualTo(last.epochs().size() - 1);
        assertThat(last.best()).isNotNull();

        assertSame(train(hyperparameters, 1, RecordedCheckpoints.after(last), new TrainingListener() {}), expected);
    }

    @Test
    void goesOnFromNothingThatThisTrainingDidNotWrite() {
        var hyperparameters = SeedRecipe.of("lenet5")
                .with("epochs", 2)
                .with("validationFraction", 0.1)
                .build();
        var checkpoints = new RecordedCheckpoints();
        train(hyperparameters, 1, checkpoints, new TrainingListener() {});
        var last = checkpoints.all().get(checkpoints.all().size() - 1);
        var small = new NetworkState(new float[1], new float[2]);
        var unvalidated =
                last.epochs().stream().map(ResumedTrainingTest::unvalidated).toList();
        var running = new Checkpoint.RunningEpoch(1, 10, 1, 1, 1);

        for (var wrong : List.of(
                new Checkpoint(last.written(), last.epochs(), last.running(), 1, small, null),
                new Checkpoint(last.written(), last.epochs(), last.running(), 1, last.current(), small),
                new Checkpoint(last.written(), last.epochs(), running, 1, last.current(), null),
                new Checkpoint(last.written(), unvalidated, last.running(), 1, last.current(), null))) {
            assertThatThrownBy(() ->
                            train(hyperparameters, 1, RecordedCheckpoints.after(wrong), new TrainingListener() {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static EpochResult unvalidated(EpochResult result) {
        return new EpochResult(
                result.epoch(),
                result.learningRate(),
                result.trainingLoss(),
                result.trainingAccuracy(),
                null,
                null,
                1,
                1);
    }

    @Test
    void endsWithTheSameBitsWhenItIsStoppedAgainAndAgain() {
        var hyperparameters = SeedRecipe.of("lenet5")
                .with("epochs", 3)
                .with("augmentation", "affine")
                .build();
        var expected = train(hyperparameters, 1, Checkpoints.NONE, new TrainingListener() {});
        var checkpoints = new RecordedCheckpoints();
        // More than one step each time, or it would never end.
        for (var run = 0; run < 4; run++) {
            assertThatThrownBy(() -> train(hyperparameters, 2, checkpoints, new StopAfter(3)))
                    .isInstanceOf(CancellationException.class);
        }

        assertSame(train(hyperparameters, 1, checkpoints, new TrainingListener() {}), expected);
    }

    @Test
    void tellsItsListenerWhereItGoesOn() {
        var hyperparameters = SeedRecipe.of("lenet5").with("epochs", 2).build();
        var checkpoints = new RecordedCheckpoints();
        train(hyperparameters, 1, checkpoints, new TrainingListener() {});
        var events = new ArrayList<String>();
        var listener = new TrainingListener() {
            @Override
            public void started(
                    String backend, String network, int trainingImages, int validationImages, int parameters) {
                events.add("started");
            }

            @Override
            public void resumed(Checkpoint checkpoint) {
                events.add("after %d epochs and %d images"
                        .formatted(
                                checkpoint.epochs().size(), checkpoint.running().images()));
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

        train(hyperparameters, 1, RecordedCheckpoints.after(checkpoints.all().get(5)), listener);

        assertThat(events)
                .containsExactly("started", "after 1 epochs and 64 images", "2: 64", "2: 96", "2: 100", "2 done");
    }

    @Test
    void theTimesOfAllRunsAreAdded() {
        var hyperparameters = SeedRecipe.of("lenet5").with("epochs", 2).build();
        var recorded = new RecordedCheckpoints();
        train(hyperparameters, 1, recorded, new TrainingListener() {});
        var checkpoint = recorded.all().get(5);
        var running = checkpoint.running();
        var late = new Checkpoint(
                checkpoint.written(),
                checkpoint.epochs(),
                new Checkpoint.RunningEpoch(running.steps(), running.images(), running.loss(), running.correct(), 1000),
                3000,
                checkpoint.current(),
                checkpoint.best());

        var resumed = train(hyperparameters, 1, RecordedCheckpoints.after(late), new TrainingListener() {});

        assertThat(resumed.seconds()).isBetween(3000.0, 3900.0);
        assertThat(resumed.epochs().get(0)).isEqualTo(checkpoint.epochs().get(0));
        assertThat(resumed.epochs().get(1).seconds()).isBetween(1000.0, 1900.0);
    }

    private static TrainedNetwork train(
            Hyperparameters hyperparameters, int threads, Checkpoints checkpoints, TrainingListener listener) {
        return new Trainer(threads).train(new Training(hyperparameters, DIGITS, HELD_OUT), listener, checkpoints);
    }

    private static void assertSame(TrainedNetwork actual, TrainedNetwork expected) {
        assertThat(actual.state()).isEqualTo(expected.state());
        assertThat(actual.keptEpoch()).isEqualTo(expected.keptEpoch());
        assertThat(withoutTimes(actual.epochs())).isEqualTo(withoutTimes(expected.epochs()));
    }

    private static List<EpochResult> withoutTimes(List<EpochResult> epochs) {
        return epochs.stream()
                .map(epoch -> new EpochResult(
                        epoch.epoch(),
                        epoch.learningRate(),
                        epoch.trainingLoss(),
                        epoch.trainingAccuracy(),
                        epoch.validationLoss(),
                        epoch.validationAccuracy(),
                        0,
                        0))
                .toList();
    }

    /** Stops a run after some steps, as a signal would. */
    private static final class StopAfter implements TrainingListener {

        private int left;

        StopAfter(int steps) {
            // The beginning of an epoch, and of a run, is reported as well.
            left = steps;
        }

        @Override
        public void progressed(int epoch, int images) {
            if (left-- == 0) {
                throw new CancellationException("stopped at image %d of epoch %d".formatted(images, epoch));
            }
        }
    }
}
