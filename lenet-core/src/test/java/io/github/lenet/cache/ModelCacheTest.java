package io.github.lenet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.FileTree;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCacheTest {

    private static final int MOST = 3;

    @TempDir
    private Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private ModelCache cache;
    private TrainedFiles restored;

    @BeforeEach
    void open() {
        cache = new ModelCache(new CacheDirectory(folder.resolve("cache"), false), MOST, warnings::add);
        restored = new TrainedFiles(folder.resolve("restored"));
    }

    /** Trains a model, puts it into the cache, and gives its fingerprint. */
    private String put(long seed) throws IOException {
        var recipe =
                SeedRecipe.of("lenet5").with("epochs", 1).with("seed", seed).build();
        var inputs = InputsOfTests.of(recipe);
        var files = new TrainedFiles(folder.resolve("trained-" + seed));
        var trained = new Trainer(1).train(new Training(recipe, SyntheticDigits.train(20, 1), null));
        TrainedArchive.of(trained, inputs).write(files.model());
        Files.writeString(files.training(), "the history of " + seed);
        Files.writeString(files.provenance(), "the run of " + seed);
        cache.put(inputs.sha256(), files);
        return inputs.sha256();
    }

    private Path entry(String fingerprint) {
        return folder.resolve("cache").resolve("models").resolve(fingerprint);
    }

    /** With other weights, and a digest that fits: nothing in the cache tells it from the real one. */
    @Test
    void aModelThatOthersCanHavePutThereIsNotUsed() throws IOException {
        var fingerprint = put(1);
        Files.setPosixFilePermissions(entry(fingerprint).getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(cache.restore(fingerprint, restored)).isFalse();
        assertThat(cache.believes(fingerprint)).isFalse();
        cache.put("ab", new TrainedFiles(folder.resolve("trained-1")));

        assertThat(restored.model()).doesNotExist();
        assertThat(entry(fingerprint)).isNotEmptyDirectory();
        assertThat(entry("ab")).doesNotExist();
        var doubt = entry(fingerprint).getParent() + " can be written by ";
        assertThat(warnings)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("the cache has this model, but it is not used: " + doubt),
                        line -> assertThat(line)
                                .startsWith("the model is not kept in the cache: " + doubt)
                                .contains("-Dlenet.cacheDirectory=..."));
        var trusted = new ModelCache(new CacheDirectory(folder.resolve("cache"), true), MOST, warnings::add);
        assertThat(trusted.restore(fingerprint, restored)).isTrue();
        assertThat(warnings).hasSize(2);
    }

    @Test
    void anEntryThatOthersCanWriteMakesRoomForATrustworthyOne() throws IOException {
        var fingerprint = put(1);
        Files.setPosixFilePermissions(
                entry(fingerprint).resolve("model.zip"), PosixFilePermissions.fromString("rw-rw-rw-"));

        cache.put(fingerprint, new TrainedFiles(folder.resolve("trained-1")));

        assertThat(cache.restore(fingerprint, restored)).isTrue();
    }

    @Test
    void noLinkInTheCacheIsFollowed() throws IOException {
        var fingerprint = put(1);
        var precious = Files.writeString(folder.resolve("precious"), "mine");
        Files.delete(entry(fingerprint).resolve("training.json"));
        Files.createSymbolicLink(entry(fingerprint).resolve("training.json"), precious);

        assertThat(cache.restore(fingerprint, restored)).isFalse();

        assertThat(restored.training()).doesNotExist();
        assertThat(precious).hasContent("mine");
        assertThat(warnings).singleElement().asString().contains("damaged and was deleted", "it is a symbolic link");
    }

    @Test
    void givesBackExactlyWhatWasPutIn() throws IOException {
        var fingerprint = put(1);

        assertThat(cache.restore(fingerprint, restored)).isTrue();

        assertThat(restored.model()).hasSameBinaryContentAs(folder.resolve("trained-1/model.zip"));
        assertThat(restored.training()).hasContent("the history of 1");
        assertThat(restored.provenance()).hasContent("the run of 1");
        assertThat(warnings).isEmpty();
    }

    @Test
    void givesBackTheTrainingImagesOfThisModelAndOfNoOther() throws IOException {
        var published = put(1);
        Files.createDirectories(folder.resolve("trained-2"));
        Files.writeString(folder.resolve("trained-2/training-images.json"), "the images of 2");
        var own = put(2);

        assertThat(cache.restore(own, restored)).isTrue();
        assertThat(restored.trainingImages()).hasContent("the images of 2");

        assertThat(cache.restore(published, restored)).isTrue();
        assertThat(restored.trainingImages()).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void knowsNothingOfOtherFingerprints() throws IOException {
        put(1);

        assertThat(cache.restore("ab01", restored)).isFalse();
        assertThat(restored.model()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.zip", "training.json", "provenance.json", "sha256.json"})
    void aFileThatWasCutShortIsNeverUsed(String name) throws IOException {
        var fingerprint = put(1);
        var file = entry(fingerprint).resolve(name);
        var content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));

        assertDamaged(fingerprint, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.zip", "training.json", "provenance.json"})
    void aFlippedBitIsNoticed(String name) throws IOException {
        var fingerprint = put(1);
        var file = entry(fingerprint).resolve(name);
        var content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);

        assertDamaged(fingerprint, name);
    }

    /** Without a digest for it, the file would be left out, and with it all that tells what the model has learnt. */
    @Test
    void aDamagedNameOfAFileThatAModelCanBeWithoutIsNoticed() throws IOException {
        put(1);
        Files.writeString(folder.resolve("trained-1/training-images.json"), "what was learnt");
        FileTree.delete(folder.resolve("cache"));
        var fingerprint = put(1);
        var digests = entry(fingerprint).resolve("sha256.json");
        Files.writeString(digests, Files.readString(digests).replace("training-images", "traininf-images"));

        assertDamaged(fingerprint, "training-images.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.zip", "training.json", "sha256.json"})
    void aFileLongerThanTheMemoryIsNoticed(String name) throws IOException {
        var fingerprint = put(1);
        try (var file = FileChannel.open(entry(fingerprint).resolve(name), StandardOpenOption.WRITE)) {
            // Most file systems keep no zeros.
            file.write(ByteBuffer.allocate(1), 3L << 30);
        }

        assertDamaged(fingerprint, name);
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        var fingerprint = put(1);
        Files.delete(entry(fingerprint).resolve("provenance.json"));

        assertDamaged(fingerprint, "provenance.json");
    }

    @Test
    void theWholeEntryOfAnotherModelIsNoticed() throws IOException {
        var fingerprint = put(1);
        var other = put(2);
        FileTree.delete(entry(fingerprint));
        Files.move(entry(other), entry(fingerprint));

        assertDamaged(fingerprint, "holds a model with the fingerprint " + other);
    }

    private void assertDamaged(String fingerprint, String where) throws IOException {
        assertThat(cache.restore(fingerprint, restored)).isFalse();
        assertThat(restored.model()).doesNotExist();
        assertThat(restored.training()).doesNotExist();
        assertThat(entry(fingerprint)).doesNotExist();
        assertThat(warnings).hasSize(1).first().asString().contains("damaged and was deleted", where);
    }

    @Test
    void aModelThatIsPutThereAgainMeanwhileIsNeverDamaged() throws Exception {
        var fingerprint = put(1);
        var files = new TrainedFiles(folder.resolve("trained-1"));
        var puts = CompletableFuture.runAsync(() -> {
            for (var number = 0; number < 100; number++) {
                cache.put(fingerprint, files);
            }
        });
        while (!puts.isDone()) {
            assertThat(cache.restore(fingerprint, restored)).isTrue();
            assertThat(restored.model()).hasSameBinaryContentAs(files.model());
        }
        puts.join();

        assertThat(warnings).isEmpty();
    }

    @Test
    void theLeastRecentlyUsedModelMakesRoom() throws IOException {
        var fingerprints = List.of(put(1), put(2), put(3));
        for (var i = 0; i < MOST; i++) {
            Files.setLastModifiedTime(entry(fingerprints.get(i)), FileTime.fromMillis(1_000L * (i + 1)));
        }
        cache.restore(fingerprints.get(0), restored);

        put(4);

        assertThat(entry(fingerprints.get(0))).exists();
        assertThat(entry(fingerprints.get(1))).doesNotExist();
        assertThat(entry(fingerprints.get(2))).exists();
    }

    @Test
    void whatIsNoModelOfThisProjectIsNeverDeleted() throws IOException {
        var files = Files.createDirectories(entry("bert")).resolve("weights.bin");
        Files.writeString(files, "the user's own");
        Files.createDirectories(entry(".next-release"));
        for (var own : List.of("bert", ".next-release")) {
            Files.setLastModifiedTime(entry(own), FileTime.fromMillis(0));
        }

        for (var seed = 1; seed <= MOST + 1; seed++) {
            put(seed);
        }

        assertThat(files).exists();
        assertThat(entry(".next-release")).exists();
    }

    @Test
    void onlyWhatAProcessLeftUnfinishedADayAgoIsRemoved() throws IOException {
        var fingerprints = List.of(put(1), put(2));
        var atWork = unfinished("123e4567-e89b-12d3-a456-426614174000", Duration.ofHours(23));
        var abandoned = unfinished("123e4567-e89b-12d3-a456-426614174001", Duration.ofHours(25));

        var third = put(3);

        assertThat(atWork).isNotEmptyDirectory();
        assertThat(abandoned).doesNotExist();
        assertThat(fingerprints)
                .as("what is unfinished takes no place of a model")
                .allMatch(this::isThere);
        assertThat(isThere(third)).isTrue();
        assertThat(warnings).isEmpty();
    }

    private Path unfinished(String name, Duration age) throws IOException {
        var unfinished = Files.createDirectory(entry(".ab01.lenet-" + name + ".part"));
        Files.writeString(unfinished.resolve("training.json"), "the history");
        return Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(age)));
    }

    private boolean isThere(String fingerprint) {
        return Files.exists(entry(fingerprint));
    }

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "a file that somebody else deletes is there until he has closed it")
    void buildsThatMakeRoomAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        put(1);
        var files = new TrainedFiles(folder.resolve("trained-1"));
        var single = new ModelCache(new CacheDirectory(folder.resolve("cache"), false), 1, warnings::add);
        var others = IntStream.range(0, 2)
                .mapToObj(build -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 100).forEach(number -> single.put(build + "-" + number, files))))
                .toList();
        others.forEach(CompletableFuture::join);

        assertThat(warnings).isEmpty();
    }

    @Test
    void keepsNothingIfThereIsToBeNothing() throws IOException {
        cache = new ModelCache(new CacheDirectory(folder.resolve("cache"), false), 0, warnings::add);
        var fingerprint = put(1);

        assertThat(folder.resolve("cache")).doesNotExist();
        assertThat(cache.restore(fingerprint, restored)).isFalse();
    }

    @Test
    void aPlaceThatCannotBeWrittenToCostsNoTraining() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");

        put(1);

        assertThat(warnings).hasSize(1).first().asString().startsWith("the model is not kept in the cache: ");
    }
}
