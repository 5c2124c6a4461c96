package io.github.lenet.dataset;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.BlockStream;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The plain content of a file that may be compressed with gzip; damage is reported with the file and the byte. */
@SuppressWarnings("exports") // What it extends is of no use outside.
public final class ContentStream extends BlockStream {

    private static final int BUFFER_BYTES = 1 << 16;

    /** The values of an IDX file that can be read, which become one array of Java, and room for its header. */
    private static final long MOST_BYTES = (1L << 31) + 2048;

    private final Path file;
    private final LongConsumer progress;
    private long position;

    private ContentStream(Path file, InputStream content, LongConsumer progress) {
        super(content);
        this.file = file;
        this.progress = progress;
    }

    /** Opens a file; the caller closes the stream. */
    static ContentStream open(Path file) throws IOException {
        return open(file, bytes -> {});
    }

    /** Opens a file, and tells of each piece how many bytes it has; the caller closes the stream. */
    static ContentStream open(Path file, LongConsumer progress) throws IOException {
        var in = Files.newInputStream(file);
        try {
            return new ContentStream(file, decompressed(in), progress);
        } catch (EOFException | ZipException e) {
            in.close();
            throw damaged(file, 0, e);
        }
    }

    /**
     * The decompressed content of a stream; the first two bytes decide whether it is compressed, since names may lie.
     *
     * @param in a stream at its beginning, which the caller closes
     * @return its content
     * @throws IOException if it cannot be read, or its gzip header is damaged
     */
    public static InputStream decompressed(InputStream in) throws IOException {
        var buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(2);
        var compressed = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return compressed ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }

    /**
     * The SHA-256 digest of a file's content, decompressed if it is compressed with gzip.
     *
     * @param file the file
     * @return 64 lower-case hexadecimal digits
     * @throws IdxFormatException if it cannot be decompressed, or holds more than any data set can have: a small file
     *     that goes on and on would hold a build for as long
     * @throws IOException if it is missing or cannot be read
     */
    public static String sha256(Path file) throws IOException {
        return sha256(file, bytes -> {});
    }

    /**
     * The same, for who waits.
     *
     * @param file the file
     * @param progress hears now and then how many more bytes have been read
     * @return 64 lower-case hexadecimal digits
     * @throws IdxFormatException if it cannot be decompressed
     * @throws IOException if it is missing or cannot be read
     */
    public static String sha256(Path file, LongConsumer progress) throws IOException {
        return sha256(file, MOST_BYTES, progress);
    }

    static String sha256(Path file, long most, LongConsumer progress) throws IOException {
        var digest = Sha256.begin();
        try (var in = open(file, progress)) {
            var buffer = new byte[BUFFER_BYTES];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                if (in.position > most) {
                    throw new IdxFormatException(
                            file, in.position, "goes on, but no file of a data set has so many bytes");
                }
            }
        }
        return Sha256.hex(digest);
    }

    /**
     * How many bytes follow. The system knows that of a plain file; a compressed one is read to its end, or to where
     * there are too many.
     *
     * @param most the number from which on more make no difference
     * @return the number of bytes, or any that is greater than {@code most}
     */
    long remaining(long most) throws IOException {
        if (!(in instanceof GZIPInputStream)) {
            return Files.size(file) - position;
        }
        var buffer = new byte[BUFFER_BYTES];
        var found = 0L;
        for (var count = read(buffer); count >= 0 && found <= most; count = read(buffer)) {
            found += count;
        }
        return found;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            // Not more at a time: the JDK takes a buffer outside of its heap as large as what is asked for.
            var count = super.read(bytes, offset, Math.min(length, BUFFER_BYTES));
            position += Math.max(count, 0);
            progress.accept(Math.max(count, 0));
            return count;
        } catch (EOFException | ZipException e) {
            throw damaged(file, position, e);
        }
    }

    private static IdxFormatException damaged(Path file, long position, IOException cause) {
        var damaged = new IdxFormatException(
                file,
                position,
                format("cannot be decompressed (%s); fetch the file again", FileProblem.describe(cause)));
        damaged.initCause(cause);
        return damaged;
    }
}
