package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG (ITU-T T.81, annex B): how the picture is turned, and how often the decoder would go over it.
 * A picture can come in several scans, each of which has something to say about all of its pixels, and takes as long as
 * a picture; ten is usual.
 */
final class JpegFile {

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);

    private static final int TEMPORARY = 0x01;
    private static final int SEQUENTIAL_FRAME = 0xC0;
    private static final int EXTENDED_FRAME = 0xC1;
    private static final int PROGRESSIVE_FRAME = 0xC2;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APPLICATION_1 = 0xE1;
    private static final int APPLICATION_14 = 0xEE;

    /** Where a frame says how many colours it has; precision, height and width come first. */
    private static final int COLOURS_OF_FRAME = 5;

    /** Where Adobe's segment says what became of the colours; its name, version and flags come first. */
    private static final int TRANSFORM_OF_ADOBE = 11;

    private static final int YCCK = 2;

    /** Many times those of a camera. */
    private static final int MAXIMUM_SEGMENTS = 1000;

    private static final int MAXIMUM_SCANS = 100;

    private @Nullable Orientation orientation;
    private int colours;
    private boolean isProgressive;
    private boolean isOfAdobe;
    private int transform;
    private int scans;

    private JpegFile() {}

    static PictureContent open(PictureStream file) throws IOException {
        file.seek(2);
        var jpeg = new JpegFile();
        jpeg.read(file);
        return new PictureContent(
                file,
                jpeg.orientation == null ? Orientation.UPRIGHT : jpeg.orientation,
                false,
                jpeg.colours == Inks.BANDS ? new Inks(jpeg.isOfAdobe, jpeg.transform == YCCK) : null);
    }

    private void read(PictureStream file) throws IOException {
        for (var segment = 0; segment < MAXIMUM_SEGMENTS; segment++) {
            var marker = marker(file);
            if (marker == END) {
                return;
            }
            var content = file.bytes(Math.max(0, file.readUnsignedShort() - Short.BYTES));
            switch (marker) {
                case APPLICATION_1 -> readExif(content);
                case APPLICATION_14 -> readAdobe(content);
                case SEQUENTIAL_FRAME, EXTENDED_FRAME, PROGRESSIVE_FRAME -> {
                    isProgressive = marker == PROGRESSIVE_FRAME;
                    colours = at(content, COLOURS_OF_FRAME);
                }
                case SCAN -> {
                    if (!isProgressive && at(content, 0) == colours) {
                        // It is the only one that the decoder reads.
                        return;
                    }
                    requireFewScans();
                }
                default -> {
                    // Tables, comments and the like.
                }
            }
        }
        // What follows might be more scans.
        throw new IOException(format("it has more than %d segments; save it again as a JPEG or PNG", MAXIMUM_SEGMENTS));
    }

    private void readExif(byte[] content) {
        if (begins(content, EXIF) && orientation == null) {
            orientation = Exif.orientation(Arrays.copyOfRange(content, EXIF.length, content.length));
        }
    }

    private void readAdobe(byte[] content) {
        if (begins(content, ADOBE)) {
            isOfAdobe = true;
            transform = at(content, TRANSFORM_OF_ADOBE);
        }
    }

    private static boolean begins(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private void requireFewScans() throws IOException {
        scans++;
        if (scans > MAXIMUM_SCANS) {
            throw new IOException(format("it has more than %d scans; save it again as a JPEG or PNG", MAXIMUM_SCANS));
        }
    }

    private static int at(byte[] content, int index) {
        return index < content.length ? Byte.toUnsignedInt(content[index]) : 0;
    }

    /**
     * The next marker that has a length, or the end; a marker may be preceded by any number of FF, and pixels lie
     * between.
     */
    private static int marker(PictureStream file) throws IOException {
        var marker = 0;
        while (isAlone(marker)) {
            while (marker != 0xFF) {
                marker = file.readUnsignedByte();
            }
            while (marker == 0xFF) {
                marker = file.readUnsignedByte();
            }
        }
        return marker;
    }

    /** Restarts and the like, and an FF among the pixels, which a zero follows. */
    private static boolean isAlone(int marker) {
        return marker == 0 || marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= LAST_RESTART);
    }
}
