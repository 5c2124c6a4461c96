package io.github.lenet.fuzz;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.training.Checkpoint;
import io.github.lenet.training.RecordedCheckpoints;
import io.github.lenet.training.TrainedNetwork;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingDivergedException;
import io.github.lenet.training.TrainingListener;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A training on a few random images that somebody interrupts, again and again. */
final class InterruptedTraining {

    static final int SIZE = 16;
    static final List<String> CLASS_NAMES = List.of("circle", "square");
    static final Dataset IMAGES = images(24);
    static final Hyperparameters RECIPE =
            SeedRecipe.of("lenet5").with("batchSize", 16).build();
    static final TrainingInputs INPUTS =
            TrainingInputs.of(TrainingInputs.KERNELS, new TrainingData("shapes", CLASS_NAMES, Map.of()), RECIPE);

    static final TrainedNetwork TRAINED;
    static final Checkpoint CHECKPOINT;

    static {
        var checkpoints = new RecordedCheckpoints();
        TRAINED = train(checkpoints);
        CHECKPOINT = withoutTimes(checkpoints.all().stream()
                .filter(checkpoint -> checkpoint.epochs().isEmpty())
                .reduce((first, last) -> last)
                .orElseThrow());
    }

    /** The same bytes every time. */
    private static Checkpoint withoutTimes(Checkpoint saved) {
        var running = saved.running();
        return new Checkpoint(
                Instant.EPOCH,
                saved.epochs(),
                new Checkpoint.RunningEpoch(running.steps(), running.images(), running.loss(), running.correct(), 0.25),
                0.5,
                saved.current(),
                saved.best());
    }

    private InterruptedTraining() {}

    private static Dataset images(int count) {
        var random = new SeededRandom(7);
        var pixels = new byte[count * SIZE * SIZE];
        var labels = new byte[count];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextDouble() * 256);
        }
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASS_NAMES.size());
        }
        return new Dataset("shapes", "train", SIZE, SIZE, pixels, labels, CLASS_NAMES);
    }

    /** Trains to the end, from a checkpoint that may be damaged. */
    static void goOn(Checkpoint checkpoint) throws IOException {
        try {
            train(RecordedCheckpoints.after(checkpoint));
        } catch (TrainingDivergedException e) {
            // Numbers that no training had, under a right digest.
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // As Checkpoints says; the one before it is tried then.
            throw new IOException(e.getMessage(), e);
        }
    }

    private static TrainedNetwork train(RecordedCheckpoints checkpoints) {
        return new Trainer(1).train(new Training(RECIPE, IMAGES, null), new TrainingListener() {}, checkpoints);
    }
}
