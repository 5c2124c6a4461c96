package io.github.lenet.worker;

import static io.github.lenet.text.English.count;
import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.ResultCache;
import io.github.lenet.json.Json;
import io.github.lenet.search.TrialOutcome;
import io.github.lenet.search.TrialTraining;
import io.github.lenet.text.English;
import java.io.IOException;

/**
 * Lets a cluster train the trials of a search. Checkpoints stay where a training runs, which is nowhere for long, so
 * that one whose machine is lost begins anew on another.
 */
final class ClusterTrials extends ParallelTrials {

    private final Cluster cluster;

    /**
     * Prepares the threads, each of which waits for a trial.
     *
     * @param request what to search
     * @param cluster what trains; closed with this
     * @param results keeps what the trainings gave
     * @param parent whom to tell of trials
     */
    ClusterTrials(SearchRequest request, Cluster cluster, ResultCache results, Parent parent) {
        super(request, results, parent);
        this.cluster = cluster;
    }

    @Override
    TrialOutcome outcome(TrialTraining training, int sideBySide) throws WorkerFailure {
        var known = known(training);
        if (known.isPresent()) {
            return known.get();
        }
        var outcome = trained(training);
        keep(training, outcome);
        return outcome;
    }

    private TrialOutcome trained(TrialTraining training) throws WorkerFailure {
        var hyperparameters = training.hyperparameters();
        var name = format(
                "trial %d for %s with seed %d",
                training.trial(), count(hyperparameters.epochs(), "epoch"), hyperparameters.seed());
        try {
            var line = cluster.run(name, Json.line(training));
            var outcome = Json.parse(line, TrialOutcome.class, "its result");
            if (!isWhole(outcome, training)) {
                throw new IOException("its result lacks the losses of the images");
            }
            return outcome;
        } catch (IOException e) {
            throw new WorkerFailure(
                    WorkerExit.FAILED,
                    English.sentence(name + " could not be run on the cluster: " + e.getMessage())
                            + " What the others gave is kept; the same command goes on where the search was",
                    e);
        }
    }

    @Override
    public void close() {
        super.close();
        cluster.close();
    }
}
