package io.github.lenet.worker;

import io.github.lenet.cache.ResultCache;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.HoldOut;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.training.TrainingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Trains the trials of a search in this process, with the images in memory once. A training that was interrupted goes
 * on from its checkpoint.
 */
final class LocalTrials extends ParallelTrials {

    private final SearchRequest request;
    private final Dataset images;
    private final @Nullable TrainedState initial;
    private final Parent parent;
    private final TrainingListener signOfLife;
    private final Map<Long, HoldOut> divided = new ConcurrentHashMap<>();

    /**
     * Prepares the threads.
     *
     * @param request what to search
     * @param images the training images, those to hold out among them
     * @param initial what every training goes on from, or null
     * @param results keeps what the trainings gave
     * @param parent whom to tell of trials
     * @param reporter tells the parent that something happens
     */
    LocalTrials(
            SearchRequest request,
            Dataset images,
            @Nullable TrainedState initial,
            ResultCache results,
            Parent parent,
            ProgressReporter reporter) {
        super(request, results, parent);
        this.request = request;
        this.images = images;
        this.initial = initial;
        this.parent = parent;
        this.signOfLife = new TrainingListener() {
            @Override
            public void progressed(int epoch, int done) {
                reporter.progressed(epoch, done);
            }
        };
    }

    @Override
    public List<TrialOutcome> run(List<TrialTraining> trainings) throws WorkerFailure {
        divided.keySet()
                .retainAll(trainings.stream()
                        .map(training -> training.hyperparameters().seed())
                        .collect(Collectors.toSet()));
        return super.run(trainings);
    }

    @Override
    @SuppressWarnings("try") // The lock is held, not read.
    TrialOutcome outcome(TrialTraining training, int sideBySide) throws WorkerFailure {
        var known = known(training);
        if (known.isPresent()) {
            return known.get();
        }
        var checkpoints = new CheckpointFolder(
                request.cacheDirectory(),
                fingerprint(training),
                Duration.ofSeconds(request.checkpointInterval()),
                message -> parent.send(new WorkerEvent.Warned(message)));
        try (var lock = checkpoints.lock(request.lockTimeout(), owner -> parent.send(new WorkerEvent.Waiting(owner)))) {
            // Whoever had the lock before may have had the same training.
            known = known(training);
            if (known.isPresent()) {
                return known.get();
            }
            checkpoints.deleteAbandoned();
            var threads = Math.max(1, request.threads() / sideBySide);
            var outcome =
                    training.outcome(divided(training.hyperparameters()), threads, initial, signOfLife, checkpoints);
            keep(training, outcome);
            // Not before the result is on the disk: until then, an interruption must not cost the training.
            checkpoints.delete();
            return outcome;
        } catch (IOException e) {
            throw cannotKeep(e);
        }
    }

    /** The images as trainings with these hyperparameters have them, divided once for all with the same seed. */
    private HoldOut divided(Hyperparameters hyperparameters) {
        return divided.computeIfAbsent(
                hyperparameters.seed(), seed -> images.stratifiedHoldOut(hyperparameters.validationFraction(), seed));
    }
}
