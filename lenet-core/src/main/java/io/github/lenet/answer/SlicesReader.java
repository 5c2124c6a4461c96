package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.SlicesFile.Property;
import io.github.lenet.text.Composed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of slices, row by row. Every error names the file, and the line if it has one. */
final class SlicesReader {

    private static final String INDEX = "index";
    private static final String ID = "id";
    private static final String FILE = "file";

    /**
     * In the place of the index of an image: it is in another part of the data set, whose pictures may stand here too.
     */
    private static final int OTHER = -1;

    /** A short line for each of some million images. */
    private static final long MOST_BYTES = 64L << 20;

    /** Where there are more, somebody has taken what every image has for itself for a property. */
    private static final int MOST_SLICES = 1_000;

    private final CsvRows file;
    private final ImageNames images;

    /** Name of the first column: what says which image a row is about. */
    private final String key;

    /**
     * Index of each image by its name, and {@value #OTHER} of each picture elsewhere; empty if rows are about indices.
     */
    private final Map<String, Integer> indexOf;

    private final List<Column> columns = new ArrayList<>();

    /** The line about each image; 0 if there is none. */
    private final long[] lineOf;

    private int rows;
    private int slices;

    /** A column of a property, as far as it has been read. */
    private record Column(String name, Map<String, Integer> indexOfValue, int[] valueOf) {

        private Property property() {
            return new Property(name, List.copyOf(indexOfValue.keySet()), valueOf);
        }
    }

    private SlicesReader(CsvRows file, ImageNames images) throws EvaluationException {
        this.file = file;
        this.images = images;
        key = key();
        indexOf = indices();
        lineOf = new long[images.images().images()];
    }

    static SlicesFile read(Path path, String name, ImageNames images) throws IOException {
        var title = "<slices> " + path;
        if (Files.notExists(path)) {
            throw new EvaluationException(title + " does not exist; write it first, or correct -Dlenet.slices");
        }
        var bytes = Files.size(path);
        if (bytes > MOST_BYTES) {
            throw new EvaluationException(format(
                    "%s has %,d bytes, but may have %,d at most: a short line for each image",
                    title, bytes, MOST_BYTES));
        }
        try (var rows = new CsvRows(path, title, ',')) {
            return new SlicesReader(rows, images).read(title, name);
        }
    }

    private SlicesFile read(String title, String name) throws IOException {
        readColumns();
        for (var values = file.next(); values != null; values = file.next()) {
            var image = image(file.required(values, 0, key));
            if (image == OTHER) {
                continue;
            }
            for (var place = 1; place < values.size(); place++) {
                var column = columns.get(place - 1);
                column.valueOf()[image] = value(column, Composed.of(file.required(values, place, column.name())));
            }
            rows++;
        }
        if (rows == 0) {
            throw new EvaluationException(format(
                    "%s has no row about an image of %s", title, images.images().title()));
        }
        return new SlicesFile(
                name,
                file.sha256(),
                lineOf.length - rows,
                columns.stream().map(Column::property).toList());
    }

    /** What the first column says of an image, if the images have such a name. */
    private String key() throws EvaluationException {
        var name = file.header().get(0);
        if (!List.of(INDEX, ID, FILE).contains(name)) {
            throw file.wrongColumns(
                    format(
                            "the first column is '%s', but must say which image a row is about, and be called index, id or file",
                            name),
                    "Separate the values by commas");
        }
        if (name.equals(ID) && images.ids().isEmpty()) {
            throw file.problem(format(
                    "the first column is id, but the images of %s have none: that takes a <predictionsFile> with a column"
                            + " id and no <dataset>; name them by their index, from 0",
                    images.images().title()));
        }
        if (name.equals(FILE) && images.files().isEmpty()) {
            throw file.problem(format(
                    "the first column is file, but the images of %s were not made from pictures; name them by their index,"
                            + " from 0",
                    images.images().title()));
        }
        return name;
    }

    private Map<String, Integer> indices() {
        var names = key.equals(ID) ? images.ids() : key.equals(FILE) ? images.files() : List.<String>of();
        var indices = new HashMap<String, Integer>();
        if (key.equals(FILE)) {
            images.otherFiles().forEach(name -> indices.put(Composed.of(name), OTHER));
        }
        for (var image = 0; image < names.size(); image++) {
            indices.put(Composed.of(names.get(image)), image);
        }
        return indices;
    }

    private void readColumns() throws EvaluationException {
        var header = file.header();
        if (header.size() < 2) {
            throw file.wrongColumns(
                    "there is no column beside the first one, which would be a property of the images",
                    "Separate the values by commas");
        }
        if (header.size() > MOST_SLICES) {
            throw file.problem(
                    format("the first line names %,d columns, but each is a property of the images", header.size()));
        }
        var names = new HashSet<String>();
        for (var place = 1; place < header.size(); place++) {
            var name = Composed.of(header.get(place));
            if (name.isBlank()) {
                throw file.problem(format("column %s has no name", place + 1));
            }
            // A slice is called property=value.
            if (name.contains("=")) {
                throw file.problem(format(
                        "the column '%s' has an '=' in its name, which separates a property from its value", name));
            }
            if (!names.add(name)) {
                throw file.problem(format("the column '%s' is there twice", name));
            }
            var valueOf = new int[lineOf.length];
            Arrays.fill(valueOf, -1);
            columns.add(new Column(name, new LinkedHashMap<>(), valueOf));
        }
    }

    /** The image that a row is about, or {@value #OTHER}. */
    private int image(String name) throws EvaluationException {
        var image = index(name);
        if (image == OTHER) {
            return image;
        }
        if (lineOf[image] > 0) {
            throw file.problem(format(
                    "the %s '%s' is that of line %s, too; each image can have one row", key, name, lineOf[image]));
        }
        lineOf[image] = file.line();
        return image;
    }

    private int index(String name) throws EvaluationException {
        if (key.equals(INDEX)) {
            return images.images().index(key, name, file::problem);
        }
        var index = indexOf.get(Composed.of(name));
        if (index == null) {
            throw file.problem(format(
                    "the %s '%s' is that of no image of %s",
                    key, name, images.images().title()));
        }
        return index;
    }

    private int value(Column column, String text) throws EvaluationException {
        var known = column.indexOfValue().get(text);
        if (known != null) {
            return known;
        }
        slices++;
        if (slices > MOST_SLICES) {
            throw file.problem(format(
                    "there are more than %,d slices up to here, of which '%s' has %,d; a property must have few values that"
                            + " many images share",
                    MOST_SLICES, column.name(), column.indexOfValue().size() + 1));
        }
        column.indexOfValue().put(text, column.indexOfValue().size());
        return column.indexOfValue().size() - 1;
    }
}
