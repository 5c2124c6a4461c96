package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.Cleaning;
import io.github.lenet.cache.LockFile;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.FileTree;
import io.github.lenet.network.NetworkState;
import io.github.lenet.training.Checkpoint;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    private static final String FINGERPRINT = "ab01";
    private static final String OLD = "0".repeat(64);
    private static final String NEW = "1".repeat(64);

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path cache;

    @Test
    void beginsWithNone() {
        assertThat(folder().latest(checkpoint -> {})).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void givesTheLatestAndKeepsTheOneBefore() {
        save(1, 2, 3);

        assertLatestIs(3);
        assertThat(cache.resolve("trainings/ab01")).isDirectoryContaining("glob:**/checkpoint-before");
        assertThat(warnings).isEmpty();
    }

    @Test
    void oneThatOthersCanHaveWrittenIsNotUsed() throws IOException {
        save(1, 2);
        Files.setPosixFilePermissions(cache.resolve("trainings"), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(folder().latest(checkpoint -> {})).isEmpty();

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("there are checkpoints of this training, but they are not used: "
                        + cache.resolve("trainings") + " can be");
        var trusted = new CheckpointFolder(new CacheDirectory(cache, true), FINGERPRINT, Duration.ZERO, warnings::add);
        assertThat(trusted.latest(checkpoint -> {})).isPresent();
    }

    @Test
    void noLinkIsFollowed() throws IOException {
        save(1, 2);
        var elsewhere = Files.createDirectory(cache.resolve("elsewhere"));
        Files.createSymbolicLink(cache.resolve("trainings/link"), elsewhere);
        Files.setLastModifiedTime(elsewhere, FileTime.fromMillis(0));
        var latest = cache.resolve("trainings/ab01/checkpoint");
        Files.move(latest, elsewhere.resolve("checkpoint"));
        Files.createSymbolicLink(latest, elsewhere.resolve("checkpoint"));

        assertThat(folder().latest(checkpoint -> {})).isEmpty();
        folder().deleteAbandoned();

        assertThat(warnings).singleElement().asString().contains("it is a symbolic link");
        assertThat(elsewhere).isDirectoryNotContaining("glob:**/.lock*");
    }

    @Test
    void aDamagedOneIsReportedAndTheOneBeforeIsUsed() throws IOException {
        save(1, 2, 3);
        damage("checkpoint");

        assertLatestIs(2);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(cache.resolve("trainings/ab01/checkpoint") + " is no usable checkpoint: at byte ")
                .contains("the digest is not that of the bytes before it")
                .endsWith("; going on from the checkpoint before it")
                .doesNotContain("\n");
    }

    @Test
    void whenBothAreDamagedTheTrainingBeginsAnew() throws IOException {
        save(1, 2, 3);
        damage("checkpoint");
        damage("checkpoint-before");

        assertThat(folder().latest(checkpoint -> {})).isEmpty();
        assertThat(warnings).hasSize(2).allMatch(warning -> warning.endsWith("; training from the start"));
    }

    @Test
    void aDamagedOneNeverTakesThePlaceOfAWholeOne() throws IOException {
        save(1, 2, 3);
        damage("checkpoint");
        var folder = folder();
        assertThat(folder.latest(checkpoint -> {})).isPresent();
        folder.save(checkpoint(4));
        damage("checkpoint");

        assertLatestIs(2);
    }

    @Test
    void aWorkerThatDiesWhileItWritesLeavesTheOneBefore() throws IOException {
        save(1, 2);
        // As it is between the two halves of a save.
        Files.move(
                cache.resolve("trainings/ab01/checkpoint"),
                cache.resolve("trainings/ab01/checkpoint-before"),
                StandardCopyOption.REPLACE_EXISTING);
        var unfinished = Files.writeString(
                cache.resolve("trainings/ab01/.checkpoint.lenet-123e4567-e89b-12d3-a456-426614174000.part"), "LENE");

        assertLatestIs(2);
        folder().deleteAbandoned();
        assertThat(unfinished).doesNotExist();
        assertLatestIs(2);
    }

    @Test
    void theCheckpointOfAnotherTrainingIsRefused() throws IOException {
        save(1);
        Files.move(cache.resolve("trainings/ab01"), cache.resolve("trainings/cd02"));

        var folder = new CheckpointFolder(new CacheDirectory(cache, false), "cd02", Duration.ZERO, warnings::add);

        assertThat(folder.latest(checkpoint -> {})).isEmpty();
        assertThat(warnings).singleElement().asString().contains("it belongs to another training, ab01");
    }

    @Test
    void aFolderThatCannotBeWrittenIsReportedOnce() throws IOException {
        Files.writeString(cache.resolve("trainings"), "a file where a folder should be");
        var folder = folder();
        assertThat(folder.latest(checkpoint -> {})).isEmpty();

        folder.save(checkpoint(1));
        folder.save(checkpoint(2));

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("no checkpoints: ")
                .contains(cache.resolve("trainings").toString())
                .contains("The training goes on");
    }

    /** Then another process may be writing there. */
    @Test
    void withoutALockNothingIsKeptWhichOneLineSays() throws Exception {
        var lock = cache.resolve("trainings/ab01/.lock");
        Files.createDirectories(lock);
        var ofAnother =
                Files.createFile(lock.resolveSibling(".checkpoint.lenet-123e4567-e89b-12d3-a456-426614174000.part"));
        var folder = folder();

        assertThat(folder.lock(0, owner -> {})).isNull();
        assertThat(folder.latest(checkpoint -> {})).isEmpty();
        assertThat(folder.isDue()).isFalse();
        folder.save(checkpoint(1));
        folder.delete();
        folder.deleteAbandoned();

        assertThat(ofAnother).exists();
        assertThat(lock.getParent()).isDirectoryNotContaining("glob:**/checkpoint*");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("no lock and no checkpoints: " + lock)
                .endsWith("name another folder with -Dlenet.cacheDirectory=...");
    }

    @Test
    void aFolderThatDisappearsIsReportedAndMadeAgain() throws IOException {
        var folder = folder();
        folder.save(checkpoint(1));
        FileTree.delete(cache.resolve("trainings"));

        folder.save(checkpoint(2));
        folder.save(checkpoint(3));

        assertThat(warnings).singleElement().asString().startsWith("no checkpoints: ");
        assertLatestIs(3);
    }

    @Test
    void isDueOnlyAfterTheInterval() {
        assertThat(new CheckpointFolder(new CacheDirectory(cache, false), FINGERPRINT, Duration.ZERO, warnings::add)
                        .isDue())
                .isFalse();
        assertThat(new CheckpointFolder(
                                new CacheDirectory(cache, false), FINGERPRINT, Duration.ofDays(1), warnings::add)
                        .isDue())
                .isFalse();
        assertThat(new CheckpointFolder(
                                new CacheDirectory(cache, false), FINGERPRINT, Duration.ofNanos(1), warnings::add)
                        .isDue())
                .isTrue();
    }

    @Test
    void anIntervalSavesATrainingThatIsStoppedWithinItsFirstEpoch() {
        trainForThreeSteps(folder());
        assertThat(folder().latest(checkpoint -> {})).isEmpty();

        trainForThreeSteps(new CheckpointFolder(
                new CacheDirectory(cache, false), FINGERPRINT, Duration.ofNanos(1), warnings::add));
        assertLatestIs(3);
    }

    private static void trainForThreeSteps(CheckpointFolder checkpoints) {
        var stop = new TrainingListener() {
            @Override
            public void progressed(int epoch, int images) {
                if (images == 3 * 32) {
                    throw new CancellationException("stopped");
                }
            }
        };
        var training = new Training(SeedRecipe.of("lenet5").build(), SyntheticDigits.train(200, 1), null);
        assertThatThrownBy(() -> new Trainer(1).train(training, stop, checkpoints))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void deletesAllThatItHasWritten() throws IOException {
        save(1, 2);
        Files.writeString(
                cache.resolve("trainings/ab01/.checkpoint.lenet-123e4567-e89b-12d3-a456-426614174000.part"), "LENE");

        folder().delete();

        assertThat(cache.resolve("trainings/ab01")).isEmptyDirectory();
        assertThat(warnings).isEmpty();
    }

    @Test
    void trainingsThatWereGivenUpAreDeletedAfterThirtyDays() throws IOException {
        age(
                Files.createDirectories(cache.resolve("trainings/" + OLD)).resolve("checkpoint"),
                Cleaning.UNUSED.plusDays(1));
        age(
                Files.createDirectories(cache.resolve("trainings/" + NEW)).resolve("checkpoint"),
                Cleaning.UNUSED.minusDays(1));
        age(
                Files.createDirectories(cache.resolve("trainings/course")).resolve("notes.txt"),
                Cleaning.UNUSED.plusDays(1));
        save(1);
        age(cache.resolve("trainings/ab01/checkpoint"), Cleaning.UNUSED.plusDays(1));

        folder().deleteAbandoned();

        assertThat(cache.resolve("trainings").toFile().list())
                .as("the user's own stays")
                .containsExactlyInAnyOrder("ab01", NEW, "course");
    }

    @Test
    @SuppressWarnings("try") // The lock is held, not read.
    void aTrainingThatSomebodyHasIsNeverGivenUp() throws IOException {
        var training = Files.createDirectories(cache.resolve("trainings/" + OLD));
        age(training.resolve("checkpoint"), Cleaning.UNUSED.plusDays(1));
        try (var lock = LockFile.acquire(training.resolve(".lock"), Duration.ZERO, owner -> {})) {
            Files.delete(training.resolve(".lock-owner"));
            age(training.resolve(".lock"), Cleaning.UNUSED.plusDays(1));

            folder().deleteAbandoned();
            assertThat(training).isDirectoryContaining("glob:**/checkpoint");
        }

        age(training.resolve(".lock"), Cleaning.UNUSED.plusDays(1));
        folder().deleteAbandoned();
        assertThat(training).doesNotExist();
    }

    private static void age(Path file, Duration age) throws IOException {
        var time = FileTime.from(Instant.now().minus(age));
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Files.setLastModifiedTime(file, time);
        Files.setLastModifiedTime(file.getParent(), time);
    }

    @Test
    void oneThatDoesNotFitTheTrainingIsReportedAndTheOneBeforeIsUsed() {
        save(1, 2, 3);

        var found = folder().latest(checkpoint -> {
            if (checkpoint.running().steps() > 2) {
                throw new IllegalArgumentException("3 steps are too many");
            }
        });

        assertThat(found)
                .hasValueSatisfying(
                        checkpoint -> assertThat(checkpoint.running().steps()).isEqualTo(2));
        assertThat(warnings)
                .containsExactly(cache.resolve("trainings/ab01/checkpoint")
                        + " is no usable checkpoint: 3 steps are too many; going on from the checkpoint before it");
    }

    private void damage(String name) throws IOException {
        var file = cache.resolve("trainings/ab01").resolve(name);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void save(int... steps) {
        var folder = folder();
        for (var step : steps) {
            folder.save(checkpoint(step));
        }
    }

    private void assertLatestIs(int steps) {
        assertThat(folder().latest(checkpoint -> {}))
                .hasValueSatisfying(
                        latest -> assertThat(latest.running().steps()).isEqualTo(steps));
    }

    private CheckpointFolder folder() {
        return new CheckpointFolder(new CacheDirectory(cache, false), FINGERPRINT, Duration.ZERO, warnings::add);
    }

    private static Checkpoint checkpoint(int steps) {
        var state = new NetworkState(new float[] {steps}, new float[2]);
        return new Checkpoint(
                Instant.now(), List.of(), new Checkpoint.RunningEpoch(steps, 32 * steps, 1, 1, 1), 1, state, null);
    }
}
