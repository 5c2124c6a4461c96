package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.picture.PictureStream.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;

/** The chunks of a PNG (ISO/IEC 15948): which of them decide the pixels, and what they say about the orientation. */
final class PngFile {

    private static final int SIGNATURE_BYTES = 8;

    /** Length, name and checksum. */
    private static final int FRAME_BYTES = 12;

    /**
     * What the decoder sees. Texts and profiles can unpack to gigabytes or be damaged, and change no pixel that it
     * gives.
     */
    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private static final int MAXIMUM_EXIF_BYTES = 1 << 16;

    /** Many times those of a picture of the most pixels; a file of chunks without content would take minutes. */
    private static final int MAXIMUM_CHUNKS = 100_000;

    private PngFile() {}

    static PictureContent open(PictureStream file) throws IOException {
        var parts = new ArrayList<Part>();
        parts.add(new Part(0, SIGNATURE_BYTES));
        var orientation = Orientation.UPRIGHT;
        file.seek(SIGNATURE_BYTES);
        for (var chunk = 0; chunk < MAXIMUM_CHUNKS; chunk++) {
            var start = file.getStreamPosition();
            var length = file.readUnsignedInt();
            var name = new String(file.bytes(4), StandardCharsets.ISO_8859_1);
            if (name.equals("eXIf")) {
                orientation = Exif.orientation(file.bytes((int) Math.min(length, MAXIMUM_EXIF_BYTES)));
            }
            file.seek(start);
            file.skip(length + FRAME_BYTES);
            if (PIXELS.contains(name)) {
                parts.add(new Part(start, length + FRAME_BYTES));
            }
            if (name.equals("IEND")) {
                return new PictureContent(file.only(parts), orientation, false);
            }
        }
        throw new IOException(format("it has more than %,d chunks", MAXIMUM_CHUNKS));
    }
}
