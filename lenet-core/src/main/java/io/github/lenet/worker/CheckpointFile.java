package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import io.github.lenet.json.OmitEmpty;
import io.github.lenet.network.NetworkState;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.training.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in a file that notices every damage. Numbers are big-endian:
 *
 * <ol>
 *   <li>8 characters {@code LENETCKP}, and the version of this layout in 32 bits
 *   <li>the length of the header in 32 bits, and the header, JSON in UTF-8
 *   <li>32-bit floats: the parameters, the statistics, twice as many moments of Adam as parameters, and the same of the
 *       best epoch if there is one
 *   <li>SHA-256 of all bytes before it
 * </ol>
 *
 * @param file where it is
 * @param fingerprint the training that it belongs to; no other can read it
 */
public record CheckpointFile(Path file, String fingerprint) {

    private static final byte[] MAGIC = "LENETCKP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int VERSION_OFFSET = MAGIC.length;
    private static final int HEADER_LENGTH_OFFSET = VERSION_OFFSET + Integer.BYTES;
    private static final int HEADER_OFFSET = HEADER_LENGTH_OFFSET + Integer.BYTES;
    private static final int DIGEST_LENGTH = 32;

    /** Far more than any network of this project needs, and little enough for the memory of a worker. */
    private static final int MAXIMUM_LENGTH = 1 << 28;

    /** What is not an array; statistics is null if there are none, as in every file before there were any. */
    private record Header(
            String fingerprint,
            String written,
            List<EpochResult> epochs,
            Checkpoint.RunningEpoch running,
            double seconds,
            int parameters,
            @OmitEmpty @Nullable Integer statistics,
            boolean best) {

        /** How many numbers a state has. */
        Counts counts() {
            return new Counts(parameters, statistics == null ? 0 : statistics);
        }
    }

    /** How many numbers of each kind a state has. */
    private record Counts(int parameters, int statistics) {

        static Counts of(NetworkState state) {
            return new Counts(state.parameters().length, state.statistics().length);
        }

        boolean areNegative() {
            return parameters < 0 || statistics < 0;
        }

        long floats() {
            return 3L * parameters + statistics;
        }
    }

    /**
     * Writes the file, whole or not at all, and waits until it is on the disk.
     *
     * @param checkpoint what to write
     * @throws IOException if the file cannot be written; an old one then stays as it was
     */
    public void write(Checkpoint checkpoint) throws IOException {
        var current = checkpoint.current();
        var best = checkpoint.best();
        var counts = Counts.of(current);
        var header = Json.line(new Header(
                        fingerprint,
                        checkpoint.written().toString(),
                        checkpoint.epochs(),
                        checkpoint.running(),
                        checkpoint.seconds(),
                        counts.parameters(),
                        counts.statistics() == 0 ? null : counts.statistics(),
                        best != null))
                .getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate((int) length(header.length, counts, best != null));
        bytes.put(MAGIC).putInt(VERSION).putInt(header.length).put(header);
        put(bytes, current);
        if (best != null) {
            put(bytes, best);
        }
        bytes.put(digest(bytes.array()));
        AtomicFile.write(file, out -> out.write(bytes.array()));
    }

    /**
     * Reads the file and checks all of it.
     *
     * @return the checkpoint
     * @throws CheckpointFormatException if the file is damaged, of another version or of another training
     * @throws IOException if it is missing or cannot be read
     */
    public Checkpoint read() throws IOException {
        var bytes = ByteBuffer.wrap(checkedBytes());
        var headerLength = bytes.getInt(HEADER_LENGTH_OFFSET);
        var digestOffset = bytes.limit() - DIGEST_LENGTH;
        if (headerLength < 0 || headerLength > digestOffset - HEADER_OFFSET) {
            throw damaged(HEADER_LENGTH_OFFSET, format("the header has %d bytes, more than the file", headerLength));
        }
        var header = header(new String(bytes.array(), HEADER_OFFSET, headerLength, StandardCharsets.UTF_8));
        var counts = header.counts();
        var length = length(headerLength, counts, header.best());
        if (counts.areNegative() || length != bytes.limit()) {
            throw damaged(
                    HEADER_OFFSET + headerLength,
                    format(
                            "the numbers of %d parameters and %d statistics make a file of %d bytes, not %d",
                            counts.parameters(), counts.statistics(), length, bytes.limit()));
        }
        bytes.position(HEADER_OFFSET + headerLength);
        try {
            var current = state(bytes, counts);
            var best = header.best() ? state(bytes, counts) : null;
            return new Checkpoint(written(header), header.epochs(), header.running(), header.seconds(), current, best);
        } catch (IllegalArgumentException e) {
            throw damaged(HEADER_OFFSET, "it contradicts itself: " + e.getMessage());
        }
    }

    /** All bytes, which are what was written once. */
    private byte[] checkedBytes() throws IOException {
        var length = Files.size(file);
        if (length > MAXIMUM_LENGTH) {
            throw damaged(MAXIMUM_LENGTH, format("the file goes on, to byte %d", length));
        }
        var bytes = Files.readAllBytes(file);
        if (!Arrays.equals(bytes, 0, Math.min(bytes.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
            throw damaged(0, "it does not begin with LENETCKP");
        }
        if (bytes.length < HEADER_OFFSET + DIGEST_LENGTH) {
            throw damaged(bytes.length, "the file ends too early");
        }
        var version = ByteBuffer.wrap(bytes).getInt(VERSION_OFFSET);
        if (version != VERSION) {
            throw damaged(VERSION_OFFSET, format("its version is %d, and this one reads %d", version, VERSION));
        }
        var end = bytes.length - DIGEST_LENGTH;
        if (!Arrays.equals(digest(bytes), 0, DIGEST_LENGTH, bytes, end, bytes.length)) {
            throw damaged(end, "the digest is not that of the bytes before it, of which some were lost or changed");
        }
        return bytes;
    }

    private Header header(String text) throws IOException {
        Header header;
        try {
            header = Json.parse(text, Header.class, "the header");
        } catch (IOException e) {
            throw damaged(HEADER_OFFSET, e.getMessage());
        }
        if (!fingerprint.equals(header.fingerprint())) {
            throw damaged(HEADER_OFFSET, format("it belongs to another training, %s", header.fingerprint()));
        }
        return header;
    }

    private Instant written(Header header) throws IOException {
        try {
            return Instant.parse(header.written());
        } catch (DateTimeParseException e) {
            throw damaged(HEADER_OFFSET, format("written is no time: %s", header.written()));
        }
    }

    private CheckpointFormatException damaged(long offset, @Nullable String problem) {
        return new CheckpointFormatException(file, offset, problem);
    }

    private static long length(int headerLength, Counts counts, boolean best) {
        var floats = (best ? 2 : 1) * counts.floats();
        return HEADER_OFFSET + headerLength + floats * Float.BYTES + DIGEST_LENGTH;
    }

    private static byte[] digest(byte[] file) {
        var digest = Sha256.begin();
        digest.update(file, 0, file.length - DIGEST_LENGTH);
        return digest.digest();
    }

    private static void put(ByteBuffer bytes, NetworkState state) {
        for (var numbers :
                List.of(state.parameters(), state.statistics(), Objects.requireNonNull(state.updaterState()))) {
            bytes.asFloatBuffer().put(numbers);
            bytes.position(bytes.position() + numbers.length * Float.BYTES);
        }
    }

    private static NetworkState state(ByteBuffer bytes, Counts counts) {
        return new NetworkState(
                floats(bytes, counts.parameters()),
                floats(bytes, counts.statistics()),
                floats(bytes, 2 * counts.parameters()));
    }

    private static float[] floats(ByteBuffer bytes, int count) {
        var floats = new float[count];
        bytes.asFloatBuffer().get(floats);
        bytes.position(bytes.position() + count * Float.BYTES);
        return floats;
    }
}
