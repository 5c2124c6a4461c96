package io.github.lenet.model;

import io.github.lenet.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads model archives as what they may be: files from somewhere else. Every entry is known by name, bounded in size
 * before it is unpacked, and checked; ND4J's arrays are decoded by {@link NdArrayFormat}.
 *
 * <p>Deeplearning4j's own reader is never used: M2.1 deserialises any object that it finds in an entry
 * {@code preprocessor.bin} (deeplearning4j issue 10428).
 */
final class ArchiveReader {

  private static final int MAXIMUM_CONFIGURATION_SIZE = 1 << 20;

  /** Enough for the history of {@link Hyperparameters#MAXIMUM_EPOCHS}. */
  private static final int MAXIMUM_DESCRIPTION_SIZE = 4 << 20;

  /** Both of the above, and three times the parameters of the largest images in the most classes. */
  private static final int MAXIMUM_FILE_SIZE = 96 << 20;

  /** What other tools may write; the zip library knows more methods, and needs libraries for them that are not here. */
  private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

  private static final List<String> ENTRIES =
      List.of(
          ArchiveWriter.CONFIGURATION,
          ArchiveWriter.COEFFICIENTS,
          ArchiveWriter.UPDATER_STATE,
          ArchiveWriter.DESCRIPTION);

  private static final List<String> NEEDED_ENTRIES = List.of(ArchiveWriter.CONFIGURATION, ArchiveWriter.COEFFICIENTS);

  private static final String TRAIN_AGAIN = "Train it again: mvn lenet:train";

  private static final String OTHER_INITIAL_MODEL =
      "Name an archive of lenet:train or of Deeplearning4j with the network of <architecture> for these images, or leave"
          + " <initialModel> out";

  private final String file;
  private final ZipFile zip;

  private ArchiveReader(String file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
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
      throw new IOException(file + " is a folder, and no model; name the file in it, such as " + file.resolve("model.zip"));
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
      throw new ModelFormatException(name, "it is larger than any model, which has at most 96 MiB", TRAIN_AGAIN, null);
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
   * Decodes what a training can go on from: an archive, or one that Deeplearning4j wrote, which does not describe itself.
   *
   * @param bytes the bytes of the file
   * @param name what the file is, for the message of an error
   * @param architecture the network that it must hold
   * @return the network, and Adam if the archive holds its state
   * @throws ModelFormatException if it is not such an archive
   */
  static InitialModel readInitial(byte[] bytes, String name, Architecture architecture) throws ModelFormatException {
    return decode(bytes, name, OTHER_INITIAL_MODEL, reader -> reader.readInitial(architecture));
  }

  private static <T> T decode(byte[] bytes, String name, String advice, Decoder<T> decoder)
      throws ModelFormatException {
    try (var zip = open(bytes)) {
      return decoder.decode(new ArchiveReader(name, zip));
    } catch (ModelFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Runtime exceptions are those of our own checks, and what a hostile file may provoke in the zip library.
      throw new ModelFormatException(name, Objects.requireNonNullElse(e.getMessage(), e.toString()), advice, e);
    }
  }

  @FunctionalInterface
  private interface Decoder<T> {

    T decode(ArchiveReader reader) throws IOException;
  }

  private static ZipFile open(byte[] bytes) throws IOException {
    try {
      return ZipFile.builder().setByteArray(bytes).get();
    } catch (IOException e) {
      throw new IOException("it is no zip file, or a part of it is missing", e);
    }
  }

  private ModelArchive read() throws IOException {
    requireEntries();
    var description = description();
    var parameters = description.parameters();
    return new ModelArchive(
        description,
        text(ArchiveWriter.CONFIGURATION, MAXIMUM_CONFIGURATION_SIZE),
        vector(ArchiveWriter.COEFFICIENTS, parameters),
        vector(ArchiveWriter.UPDATER_STATE, 2 * parameters));
  }

  private InitialModel readInitial(Architecture architecture) throws IOException {
    var names = names();
    if (!names.containsAll(NEEDED_ENTRIES) || !ENTRIES.containsAll(names) || Set.copyOf(names).size() < names.size()) {
      throw new IOException("it holds " + names + ", but needs " + NEEDED_ENTRIES + ", and may hold " + ENTRIES);
    }
    var configuration = text(ArchiveWriter.CONFIGURATION, MAXIMUM_CONFIGURATION_SIZE);
    Configuration.canonical(configuration, architecture);
    var progress = Configuration.progress(configuration);
    var parameters = architecture.parameterCount();
    var withAdam = progress.isAdam() && names.contains(ArchiveWriter.UPDATER_STATE);
    return new InitialModel(
        vector(ArchiveWriter.COEFFICIENTS, parameters),
        withAdam ? vector(ArchiveWriter.UPDATER_STATE, 2 * parameters) : new float[2 * parameters],
        withAdam ? progress.steps() : 0,
        progress.epochs());
  }

  private List<String> names() {
    return Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).sorted().toList();
  }

  private void requireEntries() throws IOException {
    var names = names();
    if (!names.equals(ENTRIES.stream().sorted().toList())) {
      throw new IOException("it holds " + names + ", but a model archive holds exactly " + ENTRIES);
    }
  }

  private ModelDescription description() throws IOException {
    var text = text(ArchiveWriter.DESCRIPTION, MAXIMUM_DESCRIPTION_SIZE);
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

  private String text(String name, int maximumSize) throws IOException {
    return new String(content(name, maximumSize), StandardCharsets.UTF_8);
  }

  private float[] vector(String name, int length) throws IOException {
    var content = content(name, NdArrayFormat.size(length));
    return NdArrayFormat.decode(content, length)
        .orElseThrow(() -> new IOException(name + " is not an ND4J vector of " + length + " floats"));
  }

  private byte[] content(String name, int maximumSize) throws IOException {
    var entry = zip.getEntry(name);
    if (!METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
      throw new IOException(name + " is encrypted or compressed by an unknown method");
    }
    byte[] content;
    try (var in = zip.getInputStream(entry)) {
      content = in.readNBytes(maximumSize + 1);
    }
    if (content.length > maximumSize) {
      throw new IOException(name + " is larger than " + maximumSize + " bytes");
    }
    var checksum = new CRC32();
    checksum.update(content);
    if (checksum.getValue() != entry.getCrc()) {
      throw new IOException(name + " is damaged: its checksum does not fit its bytes");
    }
    return content;
  }
}
