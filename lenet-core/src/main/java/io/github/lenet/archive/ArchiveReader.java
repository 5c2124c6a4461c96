package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.FileProblem;
import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.Network;
import io.github.lenet.network.NetworkState;
import io.github.lenet.network.TrainedState;
import io.github.lenet.recipe.Hyperparameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;

/**
 * Reads model archives as what they may be: files from somewhere else. Every entry is known by name, bounded in size
 * before it is unpacked, and checked; ND4J's arrays are decoded by {@link NdArrayFormat}.
 *
 * <p>Deeplearning4j's own reader is never used: M2.1 deserialises any object that it finds in an entry
 * {@code preprocessor.bin} (deeplearning4j issue 10428).
 */
final class ArchiveReader {

    /** All entries, with three times the parameters of the largest images in the most classes. */
    private static final int MAXIMUM_FILE_SIZE = 96 << 20;

    /** The entries and the most bytes of each; those of the description hold {@link Hyperparameters#MAXIMUM_EPOCHS}. */
    private static final SortedMap<String, Integer> MAXIMUM_SIZES = new TreeMap<>(Map.of(
            ArchiveWriter.CONFIGURATION, 1 << 20,
            ArchiveWriter.COEFFICIENTS, 32 << 20,
            ArchiveWriter.UPDATER_STATE, 64 << 20,
            ArchiveWriter.DESCRIPTION, 4 << 20));

    /** Without the state of the updater, which a copy for an application leaves out. */
    private static final Set<String> NEEDED_ENTRIES =
            new TreeSet<>(Set.of(ArchiveWriter.CONFIGURATION, ArchiveWriter.COEFFICIENTS, ArchiveWriter.DESCRIPTION));

    private static final Set<String> NEEDED_INITIAL_ENTRIES =
            new TreeSet<>(Set.of(ArchiveWriter.CONFIGURATION, ArchiveWriter.COEFFICIENTS));

    /** The record at the end of a zip file without a comment, and what it begins with. */
    private static final int END_RECORD_SIZE = 22;

    private static final int END_RECORD_SIGNATURE = 0x06054b50;

    private static final String TRAIN_AGAIN = "Train it again: mvn lenet:train";

    static final String OTHER_INITIAL_MODEL =
            "Name an archive of lenet:train or of Deeplearning4j, or a safetensors file, with the network of <architecture> for these"
                    + " images, or leave <initialModel> out";

    private final String file;
    private final SortedMap<String, byte[]> entries;

    private ArchiveReader(String file, SortedMap<String, byte[]> entries) {
        this.file = file;
        this.entries = entries;
    }

    /**
     * Reads the bytes of a file.
     *
     * @param file the archive
     * @return all of its bytes
     * @throws IOException if the file is missing, cannot be read, or is larger than any model
     */
    static byte[] bytes(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no model. Train one: mvn lenet:train");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(
                    file + " is a folder, and no model; name the file in it, such as " + file.resolve("model.zip"));
        }
        try (var in = Files.newInputStream(file)) {
            return bytes(in, file.toString());
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException e) {
            // The system's own message may lack the file, or be nothing but the file.
            throw new IOException(file + " cannot be read: " + e, e);
        }
    }

    /**
     * Reads the bytes of a stream.
     *
     * @param in the archive
     * @param name what the stream is, for the message of an error
     * @return all of its bytes
     * @throws IOException if the stream cannot be read, or is larger than any model
     */
    static byte[] bytes(InputStream in, String name) throws IOException {
        var bytes = in.readNBytes(MAXIMUM_FILE_SIZE + 1);
        if (bytes.length > MAXIMUM_FILE_SIZE) {
            throw new ModelFormatException(
                    name, "it is larger than any model, which has at most 96 MiB", TRAIN_AGAIN, null);
        }
        return bytes;
    }

    /**
     * Decodes an archive and checks all of it.
     *
     * @param bytes the bytes of the file
     * @param name what the file is, for the message of an error
     * @return its content
     * @throws ModelFormatException if it is not a model that this version can use
     */
    static ModelArchive read(byte[] bytes, String name) throws ModelFormatException {
        return decode(bytes, name, TRAIN_AGAIN, ArchiveReader::read);
    }

    /**
     * Decodes what a training can go on from: an archive, or one that Deeplearning4j wrote, which does not describe
     * itself.
     *
     * @param bytes the bytes of the file
     * @param name what the file is, for the message of an error
     * @param architecture the network that it must hold
     * @return the network, and Adam if the archive holds its state
     * @throws ModelFormatException if it is not such an archive
     */
    static TrainedState readInitial(byte[] bytes, String name, Architecture architecture) throws ModelFormatException {
        return decode(bytes, name, OTHER_INITIAL_MODEL, reader -> reader.readInitial(architecture));
    }

    private static <T> T decode(byte[] bytes, String name, String advice, Decoder<T> decoder)
            throws ModelFormatException {
        try {
            return decoder.decode(new ArchiveReader(name, unpack(bytes)));
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Runtime exceptions are those of our own checks, and what a hostile file may provoke in the zip library.
            var other =
                    ContentProblem.of(Arrays.copyOf(bytes, Math.min(bytes.length, ContentProblem.NEEDED_BYTES)), name);
            if (other.isPresent() && bytes.length > 0) {
                throw ModelFormatException.other(name, other.get(), e);
            }
            throw new ModelFormatException(name, FileProblem.describe(e), advice, e);
        }
    }

    @FunctionalInterface
    private interface Decoder<T> {

        T decode(ArchiveReader reader) throws IOException;
    }

    private static SortedMap<String, byte[]> unpack(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw new IOException("it is empty");
        }
        if (!hasEnd(bytes)) {
            throw new IOException("it is no zip file, or a part of it is missing");
        }
        var entries = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Before it is unpacked: the next entry is reached through the whole content of this one.
                var name = entry.getName();
                var maximum = MAXIMUM_SIZES.get(name);
                if (maximum == null) {
                    throw new IOException(
                            "it holds " + name + ", but a model archive holds only " + MAXIMUM_SIZES.keySet());
                }
                if (entries.put(name, content(zip, name, maximum)) != null) {
                    throw new IOException("it holds " + name + " twice");
                }
            }
        }
        return entries;
    }

    private static boolean hasEnd(byte[] bytes) {
        var end = bytes.length - END_RECORD_SIZE;
        return end >= 0 && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end) == END_RECORD_SIGNATURE;
    }

    /** The content of the current entry, whose checksum the stream compares. */
    private static byte[] content(ZipInputStream zip, String name, int maximum) throws IOException {
        byte[] content;
        try {
            content = zip.readNBytes(maximum + 1);
        } catch (IOException e) {
            throw new IOException(
                    name + " is damaged, encrypted, or compressed by an unknown method: " + FileProblem.describe(e), e);
        }
        if (content.length > maximum) {
            throw new IOException(name + " is larger than " + maximum + " bytes");
        }
        return content;
    }

    private ModelArchive read() throws IOException {
        require(NEEDED_ENTRIES);
        var description = description();
        var withUpdater = entries.containsKey(ArchiveWriter.UPDATER_STATE);
        return new ModelArchive(
                description,
                text(ArchiveWriter.CONFIGURATION),
                state(description.adaptedArchitecture().network(), withUpdater));
    }

    private NetworkState state(Network network, boolean withUpdater) throws IOException {
        var layout = new ArrayLayout(network);
        return layout.state(
                        vector(ArchiveWriter.COEFFICIENTS, layout.coefficientCount()),
                        withUpdater ? vector(ArchiveWriter.UPDATER_STATE, layout.momentCount()) : null)
                .requireFor(network);
    }

    private TrainedState readInitial(Architecture architecture) throws IOException {
        require(NEEDED_INITIAL_ENTRIES);
        if (entries.containsKey(ArchiveWriter.DESCRIPTION)) {
            requireSame(description().adaptedArchitecture(), architecture);
        }
        var configuration = text(ArchiveWriter.CONFIGURATION);
        Configuration.canonical(configuration, architecture);
        var progress = Configuration.progress(configuration);
        var withAdam = progress.isAdam() && entries.containsKey(ArchiveWriter.UPDATER_STATE);
        var state = state(architecture.network(), withAdam && progress.steps() > 0);
        return new TrainedState(state, withAdam ? progress.steps() : 0, progress.epochs());
    }

    private static void requireSame(Architecture actual, Architecture expected) throws IOException {
        if (!actual.toString().equals(expected.toString())) {
            throw new IOException(
                    format("it holds %s, but <architecture> and the images call for %s", actual, expected));
        }
    }

    private void require(Set<String> names) throws IOException {
        if (!entries.keySet().containsAll(names)) {
            throw new IOException("it holds " + entries.keySet() + ", but needs " + names);
        }
    }

    private ModelDescription description() throws IOException {
        var text = text(ArchiveWriter.DESCRIPTION);
        var version = Json.parse(text, Map.class, ArchiveWriter.DESCRIPTION).get("schemaVersion");
        if (version instanceof Integer number && number > ModelDescription.SCHEMA_VERSION) {
            throw new ModelFormatException(
                    file,
                    "it was written by a newer version of lenet (schemaVersion " + number + ")",
                    "Use that version of lenet, or train the model again: mvn lenet:train",
                    null);
        }
        return Json.parse(text, ModelDescription.class, ArchiveWriter.DESCRIPTION);
    }

    /** One of those that were required, or found before. */
    private byte[] entry(String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private String text(String name) {
        return new String(entry(name), StandardCharsets.UTF_8);
    }

    private float[] vector(String name, int length) throws IOException {
        return NdArrayFormat.decode(entry(name), length)
                .orElseThrow(() -> new IOException(name + " is not an ND4J vector of " + length + " floats"));
    }
}
