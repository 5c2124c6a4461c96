package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Heap;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Decodes pictures with the JDK's decoders, and trusts neither the files nor the decoders: memory is counted before it
 * is taken, and what the decoders only warn of, such as a file that ends early, is an error.
 *
 * <p>A large picture is decoded some rows at a time, and only the values of its channels are kept. How many rows
 * depends on the heap; the values do not.
 */
final class PictureDecoder {

    /** The most that decoded rows take before they become grey; more would save little time. */
    private static final long MOST_ROW_BYTES = 64 << 20;

    /** The least: with fewer rows at a time, a picture is decoded too often. */
    private static final long LEAST_ROW_BYTES = 4 << 20;

    /** What decoders take for some rows and tables of their own. */
    private static final long OVERHEAD_BYTES = 4 << 20;

    private final DecodingMemory memory;
    private final long mostRowBytes;

    PictureDecoder() {
        this(DecodingMemory.SHARED, MOST_ROW_BYTES);
    }

    /** For tests: with less memory than there is, or fewer rows at a time. */
    PictureDecoder(DecodingMemory memory, long mostRowBytes) {
        this.memory = memory;
        this.mostRowBytes = mostRowBytes;
    }

    /**
     * Decodes a picture and has it prepared, within the memory that pictures may take.
     *
     * @param file all of the file
     * @param colour what of its colours is wanted
     * @param preparation what becomes of the picture
     * @return that
     * @throws IOException if it is no picture, is damaged or too large, or cannot be prepared; the message does not
     *     name the file
     */
    <T> T decode(PictureStream file, ImageColour colour, Preparation<T> preparation) throws IOException {
        var format = PictureFormat.of(file);
        var content = format.open(file);
        content.stream().seek(0);
        var reader = format.newReader();
        try {
            // Not forward only: the parts of a large picture are read one after the other, each from the beginning.
            reader.setInput(content.stream(), false, true);
            return decode(reader, content, colour, preparation);
        } finally {
            reader.dispose();
        }
    }

    private <T> T decode(ImageReader reader, PictureContent content, ImageColour colour, Preparation<T> preparation)
            throws IOException {
        var warnings = new DecoderWarnings();
        reader.addIIOReadWarningListener(warnings);
        var size = new PictureSize(reader.getWidth(0), reader.getHeight(0));
        size.requireReadable();
        var rowBytes = rowBytes(reader, content, size.width());
        warnings.headerIsRead();
        var valueBytes = colour.channels() * size.pixels();
        var rows = rowsAtATime(size, valueBytes, rowBytes);
        var found = new DecodedRows();
        if (content.mayLackRows()) {
            reader.addIIOReadProgressListener(found);
        }
        return memory.with(valueBytes + rows * rowBytes + OVERHEAD_BYTES, () -> {
            var samples = new PictureSamples(colour, size.width(), size.height(), content.orientation());
            for (var row = 0; row < size.height(); row += rows) {
                var region = new Rectangle(0, row, size.width(), Math.min(rows, size.height() - row));
                samples.put(read(reader, content, region), row);
                warnings.requireNone();
                found.requireAll();
            }
            return preparation.prepare(samples.picture());
        });
    }

    private static BufferedImage read(ImageReader reader, PictureContent content, Rectangle region) throws IOException {
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceRegion(region);
        return content.inks() == null
                ? reader.read(0, parameters)
                : content.inks().rgb(reader.readRaster(0, parameters));
    }

    private static long rowBytes(ImageReader reader, PictureContent content, int width) throws IOException {
        if (content.inks() != null) {
            // As the decoder gives them, and as red, green and blue.
            return (long) width * (Inks.BANDS + Integer.BYTES);
        }
        var types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new IOException("this Java cannot decode its colours; save it in RGB, as a PNG for example");
        }
        var samples = types.next().getSampleModel();
        return (long) width * samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / Byte.SIZE;
    }

    /** As many rows as the memory holds beside the values of all channels. */
    private int rowsAtATime(PictureSize size, long valueBytes, long rowBytes) throws IOException {
        var others = valueBytes + OVERHEAD_BYTES;
        var whole = rowBytes * size.height();
        var least = Math.min(whole, Math.max(rowBytes, LEAST_ROW_BYTES));
        if (others + least > memory.bytes()) {
            throw new IOException(format(
                    "it has %s pixels, which take %d MiB, but pictures may take half of the heap, which is %d MiB; %s",
                    size,
                    (others + least) / Heap.MEBIBYTE + 1,
                    memory.bytes() / Heap.MEBIBYTE,
                    Heap.advice(2 * (others + least))));
        }
        return (int) Math.max(1, Math.min(whole, Math.min(mostRowBytes, memory.bytes() - others)) / rowBytes);
    }

    /** What becomes of a picture. */
    @FunctionalInterface
    interface Preparation<T> {
        T prepare(DecodedPicture picture) throws IOException;
    }
}
