package io.github.lenet.worker;

import static io.github.lenet.text.English.count;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.ResultCache;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.io.FileProblem;
import io.github.lenet.network.TrainedState;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.search.Search;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.training.Training;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The work of one search, from the training images to what it found. */
final class SearchTask {

    /** Of fewer images, one is more than a hundredth of the accuracy. */
    private static final int FEWEST_HELD_OUT = 100;

    private final SearchRequest request;
    private final Parent parent;
    private final Cluster.@Nullable Connection connection;

    /**
     * Prepares the work.
     *
     * @param request what to do
     * @param parent whom to tell
     * @param connection the way to the cluster that trains, or null to train in this process
     */
    SearchTask(SearchRequest request, Parent parent, Cluster.@Nullable Connection connection) {
        this.request = request;
        this.parent = parent;
        this.connection = connection;
    }

    /**
     * Does all of it.
     *
     * @return the event that says so
     * @throws WorkerFailure if another process or a cluster does not let it, the data cannot be read, or what a trial
     *     gave cannot be kept
     */
    WorkerEvent.Result run() throws WorkerFailure {
        try (var reporter = new ProgressReporter(parent)) {
            var images = read(reporter);
            var search = new Search(SearchSpace.of(request.space()), request.present(), request.options());
            requireImagesToMeasureOn(images, search);
            var results = new ResultCache(request.cacheDirectory());
            results.warnOfDoubt(this::warn);
            try (var trials = trials(images, results, reporter)) {
                return new WorkerEvent.Searched(search.run(trials));
            }
        } catch (InvalidParameterException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, e.getMessage(), e);
        }
    }

    private Dataset read(ProgressReporter reporter) throws WorkerFailure {
        try {
            return LocatedDataset.readTraining(request.inputs().dataset(), request.dataDirectory(), reporter::read);
        } catch (IOException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
        }
    }

    private void requireImagesToMeasureOn(Dataset images, Search search) {
        var fraction = search.current().validationFraction();
        var heldOut = images.stratifiedHoldOut(fraction, search.current().seed())
                .validation()
                .size();
        if (heldOut == 0) {
            throw new InvalidParameterException(
                    "validationFraction",
                    fraction,
                    format(
                            "holds none of %s out, so that a search has nothing to measure on: each class needs two",
                            count(images.size(), "image")));
        }
        if (heldOut < FEWEST_HELD_OUT) {
            warn(format(
                    "only %d of %d training images are held out, and one is %.1f %% of the accuracy: what a search finds on so few is mostly chance."
                            + " Hold more out with <validationFraction>, for example -Dlenet.validationFraction=0.4, or search"
                            + " on more images",
                    heldOut, images.size(), 100.0 / heldOut));
        }
    }

    private ParallelTrials trials(Dataset images, ResultCache results, ProgressReporter reporter) throws WorkerFailure {
        var initial = initial(images);
        if (connection == null) {
            return new LocalTrials(request, images, initial, results, parent, reporter);
        }
        // The start of a cluster may wait for machines as long as a trial does.
        reporter.watch(() -> new WorkerEvent.ClusterProgress(0, 0));
        try {
            var cluster = connection.open(TrialInputs.bytes(images, initial));
            parent.send(cluster.joined());
            reporter.watch(cluster::progress);
            return new ClusterTrials(request, cluster, results, parent);
        } catch (IOException e) {
            throw new WorkerFailure(WorkerExit.FAILED, e.getMessage(), e);
        }
    }

    private @Nullable TrainedState initial(Dataset images) throws WorkerFailure {
        var present = request.inputs().hyperparameters();
        return request.initialModel() == null
                ? null
                : InitialModelReader.read(
                        request.initialModel(),
                        request.inputs(),
                        new Training(present, images, null).architecture(),
                        this::warn);
    }

    private void warn(String message) {
        parent.send(new WorkerEvent.Warned(message));
    }
}
