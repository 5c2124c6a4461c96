package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.Heap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads IDX files, the format of MNIST (LeCun, Cortes and Burges, "The MNIST database of handwritten digits"), plain or
 * compressed with gzip; the first two bytes decide, not the name.
 */
public final class IdxReader {

    private static final String FETCH_AGAIN = "; the file is damaged or was cut short: fetch it again";

    private IdxReader() {}

    /**
     * Reads a whole file. Its length is measured against the announced dimensions before memory for the elements is
     * taken, so a damaged or hostile header costs nothing; a compressed file is decompressed twice for that.
     *
     * @param file the file to read
     * @return its content
     * @throws IdxFormatException if it is not an IDX file, ends early, goes on after its last element, or is more than
     *     the heap can hold; the message names the file and the byte
     * @throws IOException if it is missing or cannot be read
     */
    public static IdxArray read(Path file) throws IOException {
        return read(file, bytes -> {});
    }

    /** The same, and tells now and then how many more bytes have been read. */
    static IdxArray read(Path file, LongConsumer progress) throws IOException {
        try (var in = ContentStream.open(file, progress)) {
            checkLength(file, readHeader(file, in), in);
        }
        try (var in = ContentStream.open(file, progress)) {
            var header = readHeader(file, in);
            var bytes = memory(file, header);
            var count = in.readNBytes(bytes, 0, bytes.length);
            if (count < bytes.length) {
                throw new IdxFormatException(
                        file, header.headerBytes() + (long) count, "the file changed while it was read");
            }
            return new IdxArray(header.type(), header.dimensions(), bytes);
        }
    }

    /**
     * Tells an IDX file from a picture, by its content.
     *
     * @param file the file to look into
     * @return true if its first two bytes, decompressed, are those of an IDX file
     * @throws IOException if it is missing, cannot be read, or is damaged
     */
    public static boolean isIdx(Path file) throws IOException {
        try (var in = ContentStream.open(file)) {
            return Arrays.equals(in.readNBytes(2), new byte[2]);
        }
    }

    /** Reads the header of a stream at its beginning. */
    static IdxHeader readHeader(Path file, InputStream in) throws IOException {
        var magic = readHeaderBytes(file, in, 4, 0);
        var type = IdxType.of(magic[2]);
        var rank = Byte.toUnsignedInt(magic[3]);
        if (magic[0] != 0 || magic[1] != 0 || type.isEmpty() || rank == 0) {
            throw new IdxFormatException(
                    file,
                    0,
                    "an IDX file begins with 00 00, a type of 08 to 0E and the number of dimensions, but this one begins with "
                            + HexFormat.ofDelimiter(" ").formatHex(magic)
                            + recognised(file, ""));
        }
        var sizes = ByteBuffer.wrap(readHeaderBytes(file, in, 4 * rank, 4));
        var dimensions = new ArrayList<Integer>();
        while (sizes.hasRemaining()) {
            var offset = 4 + sizes.position();
            var size = sizes.getInt();
            if (size < 0) {
                throw new IdxFormatException(
                        file,
                        offset,
                        "a dimension of " + Integer.toUnsignedString(size) + " is too large" + FETCH_AGAIN);
            }
            dimensions.add(size);
        }
        return new IdxHeader(type.get(), dimensions);
    }

    private static byte[] readHeaderBytes(Path file, InputStream in, int count, int offset) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IdxFormatException(
                    file,
                    offset + (long) bytes.length,
                    bytes.length + offset == 0
                            ? "the file is empty: fetch it again"
                            : "ends within the header" + FETCH_AGAIN);
        }
        return bytes;
    }

    private static void checkLength(Path file, IdxHeader header, ContentStream in) throws IOException {
        var expected = header.dataBytes();
        var found = in.remaining(expected);
        if (found < expected) {
            throw new IdxFormatException(
                    file,
                    header.headerBytes() + found,
                    "ends here, but its header announces " + header.describe() + FETCH_AGAIN);
        }
        if (found > expected) {
            throw new IdxFormatException(
                    file,
                    header.headerBytes() + expected,
                    "goes on after the " + header.describe() + " that its header announces"
                            + recognised(file, "; the file is not what it claims"));
        }
        if (expected > Integer.MAX_VALUE - 8) {
            throw new IdxFormatException(
                    file, 4, header.describe() + " are more than the 2 GiB that can be read; divide the file");
        }
    }

    /** Takes memory for the elements: a compressed file may be a thousandth of them. */
    private static byte[] memory(Path file, IdxHeader header) throws IdxFormatException {
        if (header.dataBytes() > Heap.limit()) {
            throw tooLarge(file, header, null);
        }
        try {
            return new byte[(int) header.dataBytes()];
        } catch (OutOfMemoryError e) {
            // One array that does not fit harms nobody: the JVM has looked for room and found none.
            throw tooLarge(file, header, e);
        }
    }

    private static IdxFormatException tooLarge(Path file, IdxHeader header, @Nullable OutOfMemoryError cause) {
        var tooLarge = new IdxFormatException(
                file,
                4,
                format(
                        "%s take %,d MiB of memory; %s",
                        header.describe(),
                        header.dataBytes() / Heap.MEBIBYTE + 1,
                        Heap.advice(2 * header.dataBytes())));
        tooLarge.initCause(cause);
        return tooLarge;
    }

    private static String recognised(Path file, String otherwise) {
        return ContentProblem.of(file).map(clause -> "; this " + clause).orElse(otherwise);
    }
}
