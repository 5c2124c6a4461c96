package io.github.lenet.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a picture's file, or parts of them as if they were all. Unlike the streams of the JDK it is buffered,
 * and takes files that are no {@link java.io.File}: those in a zip, and those with a name that the JVM cannot spell.
 */
final class PictureStream extends ImageInputStreamImpl {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Bytes at any place of a file, as {@link FileChannel#read(ByteBuffer, long)} gives them. */
    @FunctionalInterface
    interface Source {
        int read(ByteBuffer target, long position) throws IOException;
    }

    /**
     * A part of the source.
     *
     * @param start its first byte
     * @param length number of bytes
     */
    record Part(long start, long length) {}

    private final Source source;
    private final List<Part> parts;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    /** Where the bytes in the buffer stand in this stream. */
    private long bufferStart;

    private PictureStream(Source source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    static PictureStream of(FileChannel file) throws IOException {
        return new PictureStream(file::read, List.of(new Part(0, file.size())));
    }

    static PictureStream of(byte[] bytes) {
        return new PictureStream(
                (target, position) -> {
                    var count = Math.min(target.remaining(), bytes.length - (int) position);
                    target.put(bytes, (int) position, count);
                    return count;
                },
                List.of(new Part(0, bytes.length)));
    }

    /** Some parts of this stream, which must be a whole file, one after the other. */
    PictureStream only(List<Part> some) {
        return new PictureStream(source, some);
    }

    @Override
    public long length() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        return Byte.toUnsignedInt(buffer.get((int) (streamPos++ - bufferStart)));
    }

    /** Gives all that is asked for if the file has it: the decoder of BMP relies on that. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        bitOffset = 0;
        var done = 0;
        while (done < length && fill()) {
            var start = (int) (streamPos - bufferStart);
            var count = Math.min(length - done, buffer.limit() - start);
            buffer.get(start, bytes, offset + done, count);
            streamPos += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    /** Reads as many bytes; a file that has not so many was cut short. */
    byte[] bytes(int count) throws IOException {
        var bytes = new byte[count];
        readFully(bytes);
        return bytes;
    }

    /** Goes on behind some bytes, which must be there. */
    void skip(long count) throws IOException {
        if (count > length() - streamPos) {
            throw new EOFException();
        }
        seek(streamPos + count);
    }

    /** Gets the byte at the position into the buffer; false at the end. */
    private boolean fill() throws IOException {
        if (streamPos >= bufferStart && streamPos < bufferStart + buffer.limit()) {
            return true;
        }
        var within = streamPos;
        for (var part : parts) {
            if (within < part.length()) {
                buffer.clear().limit((int) Math.min(BUFFER_BYTES, part.length() - within));
                var count = source.read(buffer, part.start() + within);
                bufferStart = streamPos;
                buffer.position(0).limit(Math.max(count, 0));
                return count > 0;
            }
            within -= part.length();
        }
        return false;
    }
}
