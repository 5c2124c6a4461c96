package io.github.lenet.maven.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.training.TrainRequest.Reuse;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.store.PictureOptions;
import io.github.lenet.worker.WorkerEvent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class TrainingLogTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String MODEL = "Model " + Path.of("target", "model.zip");

    private final RecordingLog log = new RecordingLog();

    @Test
    void saysWhatIsTrained() {
        training(1).accept(new WorkerEvent.Started("Deeplearning4j on CPU", "lenet5", 54_000, 6_000, 44_426));

        assertThat(log.lines("info"))
                .containsExactly(
                        "Training lenet5 (44,426 parameters) on 54,000 images of mnist, 6,000 held out: 1 epoch, batches of 32,"
                                + " learning rate 0.001 (constant), augmentation none, seed 42, Deeplearning4j on CPU with 2 threads");
    }

    @Test
    void saysMoreOfARecipeThatHasMore() {
        training(SeedRecipe.of("lenet5")
                        .with("warmup", 200)
                        .with("weightDecay", 0.05)
                        .build())
                .accept(new WorkerEvent.Started("Java kernels on CPU", "lenet5", 60_000, 0, 44_426));

        assertThat(log.lines("info").get(0))
                .contains(" learning rate 0.001 (constant, warm-up 200), weight decay 0.05, augmentation none, ");
    }

    @Test
    void saysWhyThereAreFewerThreadsThanTheUserAsksFor() {
        assertThat(TrainingLog.fewerThreads(request(SeedRecipe.of("lenet5").build(), 2)))
                .isEmpty();
        assertThat(TrainingLog.fewerThreads(request(SeedRecipe.of("lenet5").build(), 0)))
                .isEmpty();
        assertThat(TrainingLog.fewerThreads(request(SeedRecipe.of("lenet5").build(), 8)))
                .hasValue("<threads> is 8, but a mini-batch of 32 images, in groups of sixteen, is work for 2 threads");
        assertThat(request(SeedRecipe.of("lenet5").with("batchSize", 16).build(), 8)
                        .threads())
                .isEqualTo(1);
        assertThat(request(Hyperparameters.of(Map.of("architecture", "resnet8")), 8)
                        .threads())
                .as("the default, batches of 64")
                .isEqualTo(4);
        assertThat(request(SeedRecipe.of("lenet5").with("batchSize", 100).build(), 8)
                        .threads())
                .isEqualTo(7);
        assertThat(request(SeedRecipe.of("lenet5").with("batchSize", 1000).build(), 100)
                        .threads())
                .isEqualTo(16);
    }

    @Test
    void saysThatTheNetworkIsAdapted() {
        var network = "lenet5 adapted to 32 x 32 images in 43 classes";

        training(1).accept(new WorkerEvent.Started("Java kernels on CPU", network, 39_209, 0, 64_511));

        assertThat(log.lines("info").get(0))
                .startsWith("Training " + network + " (64,511 parameters) on 39,209 images");
    }

    @Test
    void printsWhatTheWorkerSaysOnOneLine() {
        var training = training(1);

        training.accept(new WorkerEvent.Started("cpu\n::error::x", "lenet5\u001b[2J", 60, 0, 44_426));
        training.accept(new WorkerEvent.Warned("no checkpoints\n::warning::y"));
        training.accept(new WorkerEvent.Waiting("process 1\r::notice::z"));

        assertThat(log.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("lenet5\\u001b[2J", "cpu\\u000a::error::x"),
                        line -> assertThat(line).isEqualTo("warn: no checkpoints\\u000a::warning::y"),
                        line -> assertThat(line).contains("process 1\\u000d::notice::z"));
    }

    @Test
    void writesALineForEachEpochWithTheTimeThatIsLeft() {
        var training = training(10);

        training.accept(epoch(1, 0.9810));
        training.accept(epoch(2, null));
        training.accept(epoch(10, 0.9810));

        assertThat(log.lines("info"))
                .containsExactly(
                        "epoch 1/10: loss 0.0512, accuracy 0.9843, validation accuracy 0.9810, 19,800 images/s, 27 s left",
                        "epoch 2/10: loss 0.0512, accuracy 0.9843, 19,800 images/s, 24 s left",
                        "epoch 10/10: loss 0.0512, accuracy 0.9843, validation accuracy 0.9810, 19,800 images/s");
    }

    @Test
    void leavesTheStartOfTheJvmOutOfTheTimeThatIsLeft() {
        var time = new AtomicLong();
        var request = request(SeedRecipe.of("lenet5").with("epochs", 10).build(), 2);
        var training = new TrainingLog(request, "fedcba9876543210", log.log(), time::get);

        training.accept(new WorkerEvent.Started("Java kernels on CPU", "lenet5", 60_000, 0, 44_426));
        // A second for the first 10,000 images, and one for the other 50,000.
        time.addAndGet(1_000_000_000);
        training.accept(new WorkerEvent.Progress(1, 10_000));
        time.addAndGet(1_000_000_000);
        training.accept(new WorkerEvent.EpochFinished(new EpochResult(1, 0.001, 0.05, 0.98, null, null, 2.0, 30_000)));
        training.accept(new WorkerEvent.EpochFinished(new EpochResult(2, 0.001, 0.05, 0.98, null, null, 1.0, 60_000)));

        assertThat(log.lines("info").get(1)).endsWith(", 11 s left");
        assertThat(log.lines("info").get(2)).endsWith(", 8 s left");
    }

    @Test
    void saysWhereItGoesOnAndCountsWhatWasDoneBefore() {
        var training = training(10);
        var done = List.of(result(1, null), result(2, null), result(3, null), result(4, null));

        training.accept(new WorkerEvent.Resumed(done, 0, at(LocalDate.now(ZoneId.systemDefault()), "21:14:03")));
        training.accept(epoch(5, null));

        assertThat(log.lines("info"))
                .containsExactly(
                        "Going on after epoch 4 of 10, from the checkpoint of 21:14:03",
                        "epoch 5/10: loss 0.0512, accuracy 0.9843, 19,800 images/s, 15 s left");
    }

    @Test
    void saysWhereItGoesOnWithinAnEpoch() {
        training(10).accept(new WorkerEvent.Resumed(List.of(), 9600, at(LocalDate.of(2026, 11, 3), "21:14:03")));

        assertThat(log.lines("info"))
                .containsExactly(
                        "Going on after 9,600 images of epoch 1 of 10, from the checkpoint of 2026-11-03 21:14:03");
    }

    @Test
    void warnsOfWhatTheTrainingGoesOnInSpiteOf() {
        training(1).accept(new WorkerEvent.Warned("no checkpoints: the disk is full"));

        assertThat(log.lines("warn")).containsExactly("no checkpoints: the disk is full");
        assertThat(log.lines("info")).isEmpty();
    }

    /** A time on this machine, as the worker sends it. */
    private static String at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time))
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toString();
    }

    @Test
    void saysWhichEpochIsKeptByEarlyStopping() {
        var stopped = training(SeedRecipe.of("lenet5")
                .with("epochs", 9)
                .with("validationFraction", 0.1)
                .with("earlyStoppingPatience", 2)
                .build());
        var complete = training(SeedRecipe.of("lenet5")
                .with("epochs", 3)
                .with("validationFraction", 0.1)
                .with("earlyStoppingPatience", 2)
                .build());
        for (var epoch = 1; epoch <= 3; epoch++) {
            stopped.accept(epoch(epoch, 0.9810));
            complete.accept(epoch(epoch, 0.9810));
        }

        stopped.accept(new WorkerEvent.Finished(DIGEST, 1, 9));
        complete.accept(new WorkerEvent.Finished(DIGEST, 2, 9));

        assertThat(log.lines("info"))
                .endsWith(
                        "Stopped after epoch 3: the validation loss has not fallen for 2 epochs. The model is that of epoch 1, with"
                                + " the lowest validation loss, 0.0600",
                        MODEL + ", sha256 0123456789ab..., 9.0 s",
                        "The model is that of epoch 2, with the lowest validation loss, 0.0600",
                        MODEL + ", sha256 0123456789ab..., 9.0 s");
    }

    @Test
    void saysOnceForWhomItWaitsAndWhereTheModelComesFrom() {
        var training = training(1);

        training.accept(new WorkerEvent.Waiting("process 4711"));
        training.accept(new WorkerEvent.Waiting("process 4711"));
        training.accept(new WorkerEvent.Waiting("process 4712"));
        training.accept(new WorkerEvent.Restored(DIGEST));

        assertThat(log.lines("info"))
                .containsExactly(
                        "Waiting for process 4711, which trains the same model",
                        "Waiting for process 4712, which trains the same model",
                        MODEL
                                + " comes from the cache, where another process has just put it: it was trained with the same inputs"
                                + " (fingerprint fedcba987654...)");
    }

    @Test
    void saysNothingOfTheEpochWithoutEarlyStopping() {
        training(1).accept(new WorkerEvent.Finished(DIGEST, 1, 9));

        assertThat(log.lines()).containsExactly("info: " + MODEL + ", sha256 0123456789ab..., 9.0 s");
    }

    @Test
    void keepsQuietWithinAFastEpoch() {
        training(1).accept(new WorkerEvent.Progress(1, 32_000));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void readsTheSameInEveryLocale() {
        var standard = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            training(1).accept(new WorkerEvent.Finished(DIGEST, 1, 12.34));

            assertThat(log.lines("info")).containsExactly(MODEL + ", sha256 0123456789ab..., 12.3 s");
        } finally {
            Locale.setDefault(standard);
        }
    }

    private static WorkerEvent epoch(int number, Double validationAccuracy) {
        return new WorkerEvent.EpochFinished(result(number, validationAccuracy));
    }

    private static EpochResult result(int number, Double validationAccuracy) {
        return new EpochResult(number, 0.001, 0.0512, 0.9843, 0.06, validationAccuracy, 3.03, 19_800);
    }

    @Test
    void saysWhenTheKernelsDoNotCompute() {
        assertThat(TrainingLog.foreignArithmetic(new BackendRequest("cpu", null, false).arithmetic()))
                .isEmpty();
        assertThat(TrainingLog.foreignArithmetic(new BackendRequest("cuda", null, false).arithmetic()))
                .hasValue(
                        "Deeplearning4j's own layers compute (org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1), not the Java kernels: the same inputs"
                                + " may give other bits");
    }

    private TrainingLog training(int epochs) {
        return training(SeedRecipe.of("lenet5").with("epochs", epochs).build());
    }

    private TrainingLog training(Hyperparameters hyperparameters) {
        return new TrainingLog(request(hyperparameters, 2), "fedcba9876543210", log.log());
    }

    private static TrainRequest request(Hyperparameters hyperparameters, int threads) {
        return new TrainRequest(
                new DatasetOptions(
                        "mnist", null, PictureOptions.DEFAULT, new CacheDirectory(Path.of("cache"), false), List.of()),
                hyperparameters,
                null,
                new Reuse(null, 3, 0, 1800),
                new BackendRequest("cpu", null, false),
                new WorkerOptions(threads, JavaExecutable.ofThisJvm(), List.of(), 0),
                () -> new Build(null, null),
                Path.of("target"),
                null);
    }
}
