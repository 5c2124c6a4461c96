package io.github.lenet.maven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.spark.SparkOptions;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.page.TuningFiles;
import io.github.lenet.search.Objective;
import io.github.lenet.search.Pruning;
import io.github.lenet.search.SearchOptions;
import io.github.lenet.search.SearchSpace;
import io.github.lenet.search.TrialResult;
import io.github.lenet.search.TrialResult.State;
import io.github.lenet.store.PictureOptions;
import io.github.lenet.worker.WorkerEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TuningLogTest {

    private final RecordingLog log = new RecordingLog();
    private final AtomicLong time = new AtomicLong();

    private TuningLog search(Objective objective, Duration timeBudget) {
        return search(objective, timeBudget, 2, null);
    }

    private TuningLog search(
            Objective objective, Duration timeBudget, int parallelTrials, @Nullable SparkOptions spark) {
        var request = new TuneRequest(
                "digits",
                new DatasetOptions(
                        "mnist", null, PictureOptions.DEFAULT, new CacheDirectory(Path.of("cache"), false), List.of()),
                Map.of("epochs", "9"),
                SearchSpace.parse("learningRate=0.0005..0.01 log"),
                new SearchOptions(8, objective, Pruning.HALVING, 1),
                timeBudget,
                parallelTrials,
                null,
                0,
                1800,
                spark,
                new WorkerOptions(0, JavaExecutable.ofThisJvm(), List.of(), 0),
                new TuningFiles(Path.of("target")));
        return new TuningLog(request, log.log(), time::get);
    }

    private static WorkerEvent trial(int number, double learningRate, double loss, double accuracy, State state) {
        var isWhole = state == State.COMPLETED;
        return new WorkerEvent.TrialEnded(new TrialResult(
                number,
                Map.of("learningRate", learningRate),
                isWhole ? 2 : 1,
                isWhole ? 9 : 3,
                42,
                state == State.FAILED ? null : loss,
                state == State.FAILED ? null : accuracy,
                isWhole ? 40 : 10,
                state,
                state == State.FAILED ? "the loss is NaN" : null));
    }

    @Test
    void writesALineForEachTrialWithTheBestAndTheTimeThatIsLeft() {
        var search = search(Objective.LOSS, Duration.ZERO);

        search.accept(trial(0, 0.001, 0.2, 0.95, State.STOPPED));
        search.accept(trial(1, 0.00005, 0.1, 0.97, State.COMPLETED));
        search.accept(trial(2, 0.002, 0.05, 0.98, State.STOPPED));
        search.accept(trial(3, 0.01, 0, 0, State.FAILED));
        search.accept(new WorkerEvent.Confirming(4));

        assertThat(log.lines("info"))
                .containsExactly(
                        "Searching learningRate=0.0005..0.01 log: 8 trials of lenet5 for 9 epochs (pruning halving), objective"
                                + " loss, 0.167 of the training images of mnist held out, seed 42, 2 at a time",
                        // 7 trials and 4 trainings of 10 s, two at a time.
                        "trial 0 (1/8): learningRate 0.001: loss 0.2000, accuracy 0.9500 after 3 epochs; best so far 0.2000"
                                + " (trial 0), 55 s left",
                        "trial 1 (2/8): learningRate 0.00005: loss 0.1000, accuracy 0.9700 after 9 epochs; best so far 0.1000"
                                + " (trial 1), 3 min left",
                        // A shorter training says less.
                        "trial 2 (3/8): learningRate 0.002: loss 0.0500, accuracy 0.9800 after 3 epochs; best so far 0.1000"
                                + " (trial 1), 2 min left",
                        "trial 3 (4/8): learningRate 0.01: failed, the loss is NaN; best so far 0.1000 (trial 1), 2 min left",
                        "Confirming the best with fresh seeds: 4 trainings, about 80 s");
    }

    @Test
    void theBestIsThatOfTheObjective() {
        var search = search(Objective.ACCURACY, Duration.ofMinutes(20));

        search.accept(trial(0, 0.001, 0.2, 0.99, State.COMPLETED));
        search.accept(trial(1, 0.002, 0.1, 0.98, State.COMPLETED));

        assertThat(log.lines("info").get(0)).endsWith(", no more trials after 20 min");
        assertThat(log.lines("info").get(2)).contains("best so far 0.9900 (trial 0)");
    }

    @Test
    void aTimeBudgetLimitsTheTimeThatIsLeft() {
        var search = search(Objective.LOSS, Duration.ofSeconds(15));
        time.addAndGet(Duration.ofSeconds(10).toNanos());

        search.accept(trial(0, 0.001, 0.2, 0.95, State.STOPPED));

        // 5 s for trials, and 4 trainings of 10 s, two at a time.
        assertThat(log.lines("info").get(1)).endsWith(", 25 s left");
    }

    @Test
    void saysNowAndThenThatItStillRuns() {
        var search = search(Objective.LOSS, Duration.ZERO);

        search.accept(new WorkerEvent.Progress(1, 32));
        time.addAndGet(Duration.ofSeconds(31).toNanos());
        search.accept(new WorkerEvent.Progress(1, 64));
        search.accept(new WorkerEvent.Waiting("process 1"));
        search.accept(new WorkerEvent.Warned("no lock"));

        assertThat(log.lines().subList(1, 4))
                .containsExactly(
                        "info: 0 of 8 trials are done",
                        "info: Waiting for process 1, which trains the same model",
                        "warn: no lock");
    }

    @Test
    void saysWhereTheTrialsRunAndWhatItWaitsFor() {
        var search = search(Objective.LOSS, Duration.ZERO, 0, new SparkOptions(null, "yarn", Map.of()));

        search.accept(new WorkerEvent.ClusterProgress(0, 0));
        search.accept(new WorkerEvent.ClusterJoined("Spark 3.5.9 at yarn", "http://host:4040"));
        search.accept(new WorkerEvent.ClusterProgress(0, 0));
        time.addAndGet(Duration.ofMinutes(10).toNanos());
        search.accept(new WorkerEvent.ClusterProgress(0, 0));
        search.accept(new WorkerEvent.ClusterProgress(2, 4));
        time.addAndGet(Duration.ofSeconds(31).toNanos());
        search.accept(new WorkerEvent.ClusterProgress(2, 4));
        time.addAndGet(Duration.ofSeconds(40).toNanos());
        search.accept(new WorkerEvent.ClusterProgress(1, 0));

        assertThat(log.lines("info").get(0)).endsWith(", 4 at a time on Spark");
        assertThat(log.lines("info").stream().skip(1))
                .containsExactly(
                        "The trials run on Spark 3.5.9 at yarn: http://host:4040",
                        "Waiting for the cluster, which has run nothing for 10 min: it has given 0 executors. It may be busy,"
                                + " have no room for what the configuration of Spark asks for, or its executors do not start",
                        "0 of 8 trials are done; 4 trainings on 2 executors",
                        "Waiting for the cluster, which has run nothing for 40 s: it has given 1 executor. It may be busy,"
                                + " have no room for what the configuration of Spark asks for, or its executors do not start");
    }
}
