package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.DatasetReader;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.ContentProblem;
import io.github.lenet.io.FileProblem;
import io.github.lenet.text.Composed;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The names of the classes of a user's own data: a file beside the IDX files, or else the numbers of the labels. */
final class ClassNames {

    /** One name in each line, that of label 0 first. */
    static final String FILE = "classes.txt";

    /** 256 names of 256 bytes. */
    static final int MOST_BYTES = 1 << 16;

    /** A label is a byte. */
    private static final int MOST_CLASSES = 256;

    private ClassNames() {}

    /**
     * Finds the names.
     *
     * @param folder the folder of the data set
     * @return those in {@value #FILE}, or 0 to the highest label of both splits
     * @throws DatasetUnavailableException if a file is missing, or {@value #FILE} holds no usable names
     * @throws IOException if a file cannot be read
     */
    static List<String> of(DatasetFolder folder) throws IOException {
        var file = folder.directory().resolve(FILE);
        if (Files.exists(file)) {
            return read(file);
        }
        var highest = Math.max(highestLabel(folder, Split.TRAIN), highestLabel(folder, Split.TEST));
        return IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList();
    }

    private static int highestLabel(DatasetFolder folder, Split split) throws IOException {
        var labels = DatasetReader.readLabels(folder.require(split.labelsFile()));
        return IntStream.range(0, labels.length)
                .map(i -> Byte.toUnsignedInt(labels[i]))
                .max()
                .orElse(0);
    }

    private static List<String> read(Path file) throws IOException {
        var names = lines(file);
        if (names.size() < 2 || names.size() > MOST_CLASSES) {
            throw new DatasetUnavailableException(format(
                    "%s has %d lines, but must have the name of a class in each: 2 to %d of them",
                    file, names.size(), MOST_CLASSES));
        }
        var seen = new HashSet<String>();
        for (var label = 0; label < names.size(); label++) {
            var name = names.get(label);
            if (name.isEmpty() || !seen.add(name)) {
                throw new DatasetUnavailableException(format(
                        "%s, line %d: %s; each class needs a name of its own",
                        file, label + 1, name.isEmpty() ? "is empty" : "'" + name + "' stands there twice"));
            }
        }
        return names;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DatasetUnavailableException(format(
                        "%s has more than %,d bytes, but must have the name of a class in each line: 2 to %d of them",
                        file, MOST_BYTES, MOST_CLASSES));
            }
            var text = Files.readString(file);
            var other = ContentProblem.ofText(text);
            if (other.isPresent()) {
                throw new DatasetUnavailableException(file + " " + other.get());
            }
            // Spaces at an end are seen by nobody, and a line break of Windows would be one.
            return text.stripTrailing()
                    .lines()
                    .map(String::strip)
                    .map(Composed::of)
                    .toList();
        } catch (CharacterCodingException e) {
            throw new DatasetUnavailableException(file + " is no text in UTF-8; save it again in that encoding", e);
        } catch (DatasetUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + FileProblem.describe(e), e);
        }
    }
}
