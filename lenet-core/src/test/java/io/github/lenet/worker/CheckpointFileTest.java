package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.io.FileTree;
import io.github.lenet.io.Sha256;
import io.github.lenet.json.DamagedJson;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.training.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class CheckpointFileTest {

    private static final Checkpoint CHECKPOINT = checkpoint(List.of(0.1f, -2f, 1e-38f), 2, true);

    private static Path folder;
    private static byte[] written;

    @BeforeContainer
    static void makeAFolder() throws IOException {
        folder = Files.createTempDirectory("checkpoints");
        file("training").write(CHECKPOINT);
        written = Files.readAllBytes(file("training").file());
    }

    @AfterContainer
    static void deleteTheFolder() throws IOException {
        FileTree.delete(folder);
    }

    @Property(tries = 100)
    void isReadAsItWasWritten(
            @ForAll @Size(max = 20) List<Float> parameters,
            @ForAll @IntRange(max = 5) int statistics,
            @ForAll boolean best)
            throws IOException {
        var checkpoint = checkpoint(parameters, statistics, best);
        file("training").write(checkpoint);

        var read = file("training").read();
        assertThat(read.written()).isEqualTo(checkpoint.written());
        assertThat(read.epochs()).isEqualTo(checkpoint.epochs());
        assertThat(read.running()).isEqualTo(checkpoint.running());
        assertThat(read.seconds()).isEqualTo(checkpoint.seconds());
        assertThat(read.current()).isEqualTo(checkpoint.current());
        assertThat(read.best()).isEqualTo(checkpoint.best());
    }

    /** So that a training of before can go on. */
    @Property(tries = 1)
    void aNetworkWithoutStatisticsHasTheHeaderThatItHad() throws IOException {
        file("training").write(checkpoint(List.of(0.1f), 0, false));

        var text = Files.readString(file("training").file(), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("\"seconds\":12.5,\"parameters\":1,\"best\":false}");
    }

    @Property(tries = 1000)
    void everyFlippedBitIsNoticed(@ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(max = 7) int bit)
            throws IOException {
        var bytes = bytes();
        bytes[place % bytes.length] ^= (byte) (1 << bit);

        assertUnusable(bytes);
    }

    @Property(tries = 1000)
    void everyMissingEndIsNoticed(@ForAll @IntRange(max = 1_000_000) int place) throws IOException {
        var bytes = bytes();

        assertUnusable(Arrays.copyOf(bytes, place % bytes.length));
    }

    @Property(tries = 100)
    void whateverFollowsIsNoticed(@ForAll @Size(min = 1, max = 100) byte[] more) throws IOException {
        var bytes = bytes();
        var longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, bytes.length, more.length);

        assertUnusable(longer);
    }

    @Property(tries = 1000)
    void anyBytesAreRefused(@ForAll byte[] bytes) throws IOException {
        assertUnusable(bytes);
    }

    /**
     * Damage that comes with a digest of its own is malice or a mistake of this class: no crash, and no large array.
     */
    @Property(tries = 1000)
    void aWrongHeaderUnderARightDigestIsNoCrash(@ForAll @IntRange(min = 8, max = 300) int place, @ForAll byte value)
            throws IOException {
        var bytes = bytes();
        bytes[place] = value;
        try {
            read(sealed(bytes));
        } catch (CheckpointFormatException e) {
            assertThat(e).hasMessageContaining("at byte ");
        }
    }

    @Property(tries = 1)
    void everyDamagedHeaderUnderARightDigestIsNoCrash() throws Exception {
        var noticed = 0;
        var headers = DamagedJson.of(header());
        for (var header : headers) {
            try {
                read(withHeader(header));
            } catch (CheckpointFormatException e) {
                assertThat(e).hasMessageContaining("at byte ").message().doesNotContain("\n");
                noticed++;
            }
        }
        assertThat(noticed).as("of %d", headers.size()).isGreaterThan(headers.size() / 2);
        assertProblem(
                withHeader(header().replaceFirst("\"epochs\":\\[.*?]", "\"epochs\":[null]")), "\"epochs[0]\" is null");
        assertProblem(withHeader(header().replace("\"epoch\":1", "\"epoch\":2")), "epoch 2 stands in place 1");
    }

    private static String header() {
        return new String(written, 16, ByteBuffer.wrap(written).getInt(12), StandardCharsets.UTF_8);
    }

    private static byte[] withHeader(String header) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        var numbers = 16 + ByteBuffer.wrap(written).getInt(12);
        var bytes = ByteBuffer.allocate(16 + text.length + written.length - numbers);
        bytes.put(written, 0, 12).putInt(text.length).put(text).put(written, numbers, written.length - numbers);
        return sealed(bytes.array());
    }

    @Property(tries = 1)
    void namesTheFileThePlaceAndTheProblem() throws IOException {
        var bytes = bytes();
        assertProblem(new byte[0], "at byte 0, it does not begin with LENETCKP");
        assertProblem(Arrays.copyOf(bytes, 20), "at byte 20, the file ends too early");
        assertProblem(
                Arrays.copyOf(bytes, bytes.length - 5),
                "at byte %d, the digest is not that of the bytes before it".formatted(bytes.length - 5 - 32));
        assertProblem(
                ByteBuffer.wrap(bytes()).putInt(8, 2).array(), "at byte 8, its version is 2, and this one reads 1");
        assertProblem(
                sealed(ByteBuffer.wrap(bytes()).putInt(12, bytes.length).array()),
                "at byte 12, the header has %d bytes".formatted(bytes.length));
        assertProblem(
                replaced("\"parameters\":3", "\"parameters\":4"),
                "the numbers of 4 parameters and 2 statistics make a file of ");
        assertProblem(
                withHeader(header().replace("\"statistics\":2", "\"statistics\":-1")),
                "the numbers of 3 parameters and -1 statistics make a file of ");
        assertProblem(
                replaced("\"seconds\":12.5", "\"seconds\":null"), "at byte 16, the header is not the expected JSON");
        assertProblem(replaced("2026-11-24T21:14:03Z", "2026-11-24T21-14:03Z"), "at byte 16, written is no time: 2026");
    }

    @Property(tries = 1)
    void belongsToOneTraining() throws IOException {
        file("one").write(CHECKPOINT);

        assertThatExceptionOfType(CheckpointFormatException.class)
                .isThrownBy(() -> file("another").read())
                .withMessageContaining("it belongs to another training, one");
    }

    @Property(tries = 1)
    void aMissingFileIsMissing() {
        assertThatIOException()
                .isThrownBy(() -> new CheckpointFile(folder.resolve("none"), "training").read())
                .isInstanceOf(NoSuchFileException.class);
    }

    private static void assertUnusable(byte[] bytes) {
        assertProblem(bytes, "is no usable checkpoint: at byte ");
    }

    private static void assertProblem(byte[] bytes, String problem) {
        assertThatExceptionOfType(CheckpointFormatException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageStartingWith(file("training").file().toString())
                .withMessageContaining(problem);
    }

    /** A copy of what was written. */
    private static byte[] bytes() {
        return written.clone();
    }

    private static byte[] replaced(String text, String replacement) throws IOException {
        var all = new String(bytes(), StandardCharsets.ISO_8859_1);
        assertThat(all).contains(text);
        return sealed(all.replace(text, replacement).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The bytes with the digest that belongs to them. */
    private static byte[] sealed(byte[] bytes) {
        var digest = Sha256.begin();
        digest.update(bytes, 0, bytes.length - 32);
        return ByteBuffer.wrap(bytes).put(bytes.length - 32, digest.digest()).array();
    }

    private static Checkpoint read(byte[] bytes) throws IOException {
        Files.write(file("training").file(), bytes);
        return file("training").read();
    }

    private static CheckpointFile file(String fingerprint) {
        return new CheckpointFile(folder.resolve("checkpoint"), fingerprint);
    }

    private static Checkpoint checkpoint(List<Float> parameters, int statistics, boolean best) {
        var epochs = List.of(
                new EpochResult(1, 0.001, 0.3, 0.9, null, null, 60.5, 991.7),
                new EpochResult(2, 1.0 / 3, 1e-17, 0.97, Double.NaN, 0.98, 60.5, Double.POSITIVE_INFINITY));
        return new Checkpoint(
                Instant.parse("2026-11-24T21:14:03Z"),
                epochs,
                new Checkpoint.RunningEpoch(3, 96, 71.12345678901235, 90, 0.25),
                12.5,
                state(parameters, statistics, 1),
                best ? state(parameters, statistics, 0.5f) : null);
    }

    private static NetworkState state(List<Float> parameters, int statistics, float factor) {
        var values = new float[parameters.size()];
        var moments = new float[2 * parameters.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = parameters.get(i) * factor;
            moments[i] = i - factor;
            moments[values.length + i] = i + factor;
        }
        var measured = new float[statistics];
        Arrays.fill(measured, factor);
        return new NetworkState(values, measured, moments);
    }
}
