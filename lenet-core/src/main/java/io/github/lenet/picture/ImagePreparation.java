package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Heap;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/** What is done to a picture of any size and colour so that a network can take it. */
public enum ImagePreparation {

    /**
     * What MNIST makes of a digit (LeCun and others 1998, section III.A): grey, light ink on a black background, the
     * digit scaled into a box of 20 x 20 and placed in 28 x 28 by its centre of mass; images of another size have a box
     * in proportion. A picture of exactly the wanted size counts as prepared: it is made grey, and inverted if its
     * background is light.
     */
    CENTRE {
        @Override
        byte[] prepare(DecodedPicture picture, int height, int width) throws IOException {
            if (picture.planes().size() > 1) {
                throw new IllegalArgumentException(this + " makes grey images; take " + RESIZE + " for colour");
            }
            var ink = picture.planes().get(0).ink();
            if (ink.width() == width && ink.height() == height) {
                return ink.scaledTo(width, height).bytes();
            }
            return ink.stretched()
                    .cropped()
                    .fittedIntoBox(width, height)
                    .centredByMass(width, height)
                    .bytes();
        }
    },

    /**
     * The whole picture stays, grey or in colour, 0 for dark to 255 for light in each channel, and each axis is scaled
     * by itself.
     */
    RESIZE {
        @Override
        byte[] prepare(DecodedPicture picture, int height, int width) {
            var planes = picture.planes();
            var image = new byte[planes.size() * height * width];
            for (var channel = 0; channel < planes.size(); channel++) {
                var plane = planes.get(channel).scaledTo(width, height).bytes();
                System.arraycopy(plane, 0, image, channel * plane.length, plane.length);
            }
            return image;
        }
    };

    /** Most bytes that a stream may have; its content is kept in memory, unlike that of a file. */
    private static final int MAXIMUM_STREAM_BYTES = 64 << 20;

    /**
     * The preparation for images of a colour, where nothing else is said.
     *
     * @param colour what of the colours of a picture is kept
     * @return {@link #CENTRE} for grey images, as MNIST has them; {@link #RESIZE} for colour, the only one that keeps
     *     it
     */
    public static ImagePreparation usual(ImageColour colour) {
        return colour == ImageColour.GREY ? CENTRE : RESIZE;
    }

    /**
     * The preparation of the pictures that a model was trained on, which is right for those that it classifies.
     *
     * @param name what the model records; null for a model of IDX files, which takes pictures in the {@linkplain #usual
     *     usual} way
     * @param colour that of the model's images
     * @return the preparation, or nothing if this version does not know it
     */
    public static Optional<ImagePreparation> recorded(@Nullable String name, ImageColour colour) {
        return name == null
                ? Optional.of(usual(colour))
                : Stream.of(values())
                        .filter(known -> known.toString().equals(name))
                        .findFirst();
    }

    /**
     * Reads and prepares a picture. It is turned upright if its Exif data say that the camera was held otherwise.
     * Several threads may read at once; they wait for each other rather than exhaust the heap.
     *
     * @param file a PNG, JPEG, GIF or BMP file; of a GIF with several images, the first one
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return height x width unsigned bytes, row after row
     * @throws IOException if the file is missing, is no such picture, is damaged, is too large for the limits or the
     *     heap, or shows nothing; the message names the file
     */
    public byte[] read(Path file, int height, int width) throws IOException {
        return read(file, ImageColour.GREY, height, width);
    }

    /**
     * Reads and prepares a picture, as {@link #read(Path, int, int)}, in grey or in colour. There is one rule for all
     * pictures: a grey one in colour has three equal channels; transparent parts lie over white paper; palettes and
     * samples of more than 8 bits become 8 bits a channel; the inks of a JPEG for print become red, green and blue
     * without a colour profile.
     *
     * @param file a PNG, JPEG, GIF or BMP file; of a GIF with several images, the first one
     * @param colour what of its colours is wanted; {@link #RESIZE} alone gives colour
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return channels x height x width unsigned bytes, channel after channel, row after row
     * @throws IOException as {@link #read(Path, int, int)}
     */
    public byte[] read(Path file, ImageColour colour, int height, int width) throws IOException {
        return readWithDigest(file, colour, height, width).image();
    }

    /**
     * Reads and prepares a picture that has to be known again.
     *
     * @param file as for {@link #read(Path, int, int)}
     * @param colour what of its colours is wanted
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return the image, and a digest of the picture
     * @throws IOException as {@link #read(Path, int, int)}
     */
    public PreparedPicture readWithDigest(Path file, ImageColour colour, int height, int width) throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw new IOException(file + " is no file that can be read");
        }
        return read(file.toString(), () -> ContentProblem.of(file), () -> {
            try (var channel = FileChannel.open(file);
                    var stream = PictureStream.of(channel)) {
                return new PictureDecoder()
                        .decode(
                                stream,
                                colour,
                                picture -> new PreparedPicture(prepare(picture, height, width), picture.digest()));
            }
        });
    }

    /**
     * Reads and prepares a picture, such as one that was sent to a server.
     *
     * @param in a PNG, JPEG, GIF or BMP of at most 64 MiB, read to its end; the caller closes it
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return height x width unsigned bytes, row after row
     * @throws IOException as {@link #read(Path, int, int)}, without the name of a file
     */
    public byte[] read(InputStream in, int height, int width) throws IOException {
        return read(in, ImageColour.GREY, height, width);
    }

    /**
     * Reads and prepares a picture, such as one that was sent to a server, in grey or in colour.
     *
     * @param in a PNG, JPEG, GIF or BMP of at most 64 MiB, read to its end; the caller closes it
     * @param colour what of its colours is wanted; {@link #RESIZE} alone gives colour
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return channels x height x width unsigned bytes, channel after channel, row after row
     * @throws IOException as {@link #read(Path, int, int)}, without the name of a file
     */
    public byte[] read(InputStream in, ImageColour colour, int height, int width) throws IOException {
        var bytes = in.readNBytes(MAXIMUM_STREAM_BYTES + 1);
        return read("the stream", () -> ContentProblem.ofText(beginning(bytes)), () -> {
            if (bytes.length > MAXIMUM_STREAM_BYTES) {
                throw new IOException(format("it has more than %d bytes; read it from a file", MAXIMUM_STREAM_BYTES));
            }
            try (var stream = PictureStream.of(bytes)) {
                return new PictureDecoder().decode(stream, colour, picture -> prepare(picture, height, width));
            }
        });
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, ContentProblem.NEEDED_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static <T> T read(String name, Supplier<Optional<String>> content, DecodingMemory.Work<T> work)
            throws IOException {
        try {
            return work.run();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // The decoders of the JDK throw runtime exceptions as well when a file is damaged, and wrap errors.
            throw new IOException(name + " cannot be used as a picture: " + reason(e, content), e);
        }
    }

    private static String reason(Throwable thrown, Supplier<Optional<String>> content) {
        var causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
        if (causes.stream().anyMatch(OutOfMemoryError.class::isInstance)) {
            // Other objects have taken what was counted on; this thread has let go of the picture.
            return "there is too little memory left; " + Heap.advice(2 * Heap.limit());
        }
        var somethingElse = content.get();
        if (somethingElse.isPresent()) {
            return "it " + somethingElse.get();
        }
        if (causes.stream().anyMatch(EOFException.class::isInstance)) {
            return "it ends too early, so it is damaged or was cut short";
        }
        if (thrown instanceof IOException ours && !(thrown instanceof IIOException)) {
            return FileProblem.describe(ours);
        }
        // A decoder that runs over its end has no message, once the JVM has compiled it.
        var message = causes.get(causes.size() - 1).getMessage();
        return "it is damaged or was cut short" + (message == null ? "" : " (" + message + ")");
    }

    /**
     * Prepares a picture.
     *
     * @param image any size and colour; transparent parts count as white paper
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return height x width unsigned bytes, row after row
     * @throws IOException if the picture cannot be prepared in this way, such as a digit that is nothing but background
     */
    public byte[] prepare(BufferedImage image, int height, int width) throws IOException {
        return prepare(image, ImageColour.GREY, height, width);
    }

    /**
     * Prepares a picture in grey or in colour.
     *
     * @param image any size and colour; transparent parts count as white paper
     * @param colour what of its colours is wanted; {@link #RESIZE} alone gives colour
     * @param height rows of the wanted image, at least 1
     * @param width columns of the wanted image, at least 1
     * @return channels x height x width unsigned bytes, channel after channel, row after row
     * @throws IOException if the picture cannot be prepared in this way
     */
    public byte[] prepare(BufferedImage image, ImageColour colour, int height, int width) throws IOException {
        return prepare(DecodedPicture.of(image, colour), height, width);
    }

    abstract byte[] prepare(DecodedPicture picture, int height, int width) throws IOException;

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
