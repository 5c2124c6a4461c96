package io.github.lenet.picture;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The formats that are read, each known by its first bytes. Nothing else reaches a decoder: the JDK has more of them,
 * and whatever lies on the class path of an application can add others.
 */
enum PictureFormat {
    PNG("89504e470d0a1a0a") {
        @Override
        PictureContent open(PictureStream file) throws IOException {
            return PngFile.open(file);
        }
    },
    JPEG("ffd8ff") {
        @Override
        PictureContent open(PictureStream file) throws IOException {
            return JpegFile.open(file);
        }
    },
    GIF("474946383761", "474946383961") {
        @Override
        PictureContent open(PictureStream file) {
            return new PictureContent(file, Orientation.UPRIGHT, true);
        }
    },
    BMP("424d") {
        @Override
        PictureContent open(PictureStream file) throws IOException {
            return BmpFile.open(file);
        }
    };

    private static final int LONGEST_BEGINNING = 8;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into the arrays.
    private final List<byte[]> beginnings;

    PictureFormat(String... beginnings) {
        this.beginnings =
                Arrays.stream(beginnings).map(HexFormat.of()::parseHex).toList();
    }

    /**
     * Looks at the first bytes.
     *
     * @param file a file at its beginning
     * @return its format
     * @throws IOException if it is empty, or of no known format
     */
    static PictureFormat of(PictureStream file) throws IOException {
        if (file.length() == 0) {
            throw new IOException("it is empty");
        }
        var bytes = file.bytes((int) Math.min(LONGEST_BEGINNING, file.length()));
        for (var format : values()) {
            for (var beginning : format.beginnings) {
                if (bytes.length >= beginning.length
                        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length)) {
                    return format;
                }
            }
        }
        throw new IOException("it is no PNG, JPEG, GIF or BMP");
    }

    /** Looks at all of the file but its pixels. */
    abstract PictureContent open(PictureStream file) throws IOException;

    /** The decoder of the JDK. */
    ImageReader newReader() throws IOException {
        var readers = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, this::isReadBy, false);
        return readers.next().createReaderInstance();
    }

    private boolean isReadBy(Object provider) {
        return provider instanceof ImageReaderSpi reader
                && reader.getClass().getModule() == ImageIO.class.getModule()
                && List.of(reader.getFormatNames()).contains(name());
    }
}
