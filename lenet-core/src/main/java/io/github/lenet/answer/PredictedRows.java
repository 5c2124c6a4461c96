package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.text.English;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a file of predictions, and which of them belongs to an image of a data set, or to a row of another file.
 *
 * @param file where they stand, for the messages of errors
 * @param list the rows in the order of the file, at least one
 */
record PredictedRows(Path file, List<Row> list) {

    /**
     * What one row says.
     *
     * @param line where it stands, counted from 1
     * @param id what it is called; empty if the file has no such column
     * @param label name of the true class
     * @param predicted name of the class that was answered; empty if there are probabilities
     * @param probabilities probability of each class, in the order of the columns; empty if there is only an answer
     */
    record Row(long line, String id, String label, String predicted, float[] probabilities) {

        /** Whether several classes have the highest probability. */
        boolean isTie() {
            var highest = 0f;
            var classes = 0;
            for (var probability : probabilities) {
                classes = probability > highest ? 1 : probability == highest ? classes + 1 : classes;
                highest = Math.max(highest, probability);
            }
            return classes > 1;
        }
    }

    /** The row of each image: in their order, or with the index of its image, from 0, as its id. */
    List<Row> ofImages(Dataset images) throws EvaluationException {
        var summary = new DatasetSummary(images.name(), images.split(), images.size());
        var ordered = hasIds() ? byIndex(summary) : inOrder(summary.images(), summary.describe());
        for (var image = 0; image < images.size(); image++) {
            var row = ordered.get(image);
            var truth = images.classNames().get(images.label(image));
            if (!row.label().equals(truth)) {
                var advice = "; the rows must be in the order of the images, or have a column id with the index of each"
                        + " image, from 0";
                throw problem(
                        row,
                        format(
                                "the label is '%s', but image %s of %s is of class '%s'%s",
                                row.label(), image, summary.title(), truth, hasIds() ? "" : advice));
            }
        }
        return ordered;
    }

    /** The row of each row of another file: that of the same id, or in the same place if neither file has ids. */
    List<Row> ofRows(PredictedRows other) throws EvaluationException {
        if (hasIds() != other.hasIds()) {
            throw new EvaluationException(format(
                    "%s has a column id, but %s has none; rows are matched by their ids, or by their order if neither file"
                            + " has ids",
                    hasIds() ? file : other.file, hasIds() ? other.file : file));
        }
        var others = format("the %s of %s", English.count(other.list.size(), "row"), other.file);
        var ordered = hasIds() ? byIdsOf(other) : inOrder(other.list.size(), others);
        for (var place = 0; place < ordered.size(); place++) {
            var row = ordered.get(place);
            var counterpart = other.list.get(place);
            if (!row.label().equals(counterpart.label())) {
                throw problem(
                        row,
                        format(
                                "the label is '%s', but that of the same row in %s, line %s, is '%s'",
                                row.label(), other.file, counterpart.line(), counterpart.label()));
            }
        }
        return ordered;
    }

    boolean hasIds() {
        return !list.get(0).id().isEmpty();
    }

    private List<Row> inOrder(int count, String others) throws EvaluationException {
        if (list.size() != count) {
            throw new EvaluationException(format(
                    "%s has %s, but must have one for each of %s%s",
                    file,
                    English.count(list.size(), "row"),
                    others,
                    list.size() < count ? "; it may have been cut short" : ""));
        }
        return list;
    }

    private List<Row> byIndex(DatasetSummary images) throws EvaluationException {
        var placeOf = new int[images.images()];
        Arrays.fill(placeOf, -1);
        for (var place = 0; place < list.size(); place++) {
            var row = list.get(place);
            var index = images.index("id", row.id(), problem -> problem(row, problem));
            if (placeOf[index] >= 0) {
                var earlier = list.get(placeOf[index]);
                throw problem(row, format("the id is that of image %s, as in line %s", index, earlier.line()));
            }
            placeOf[index] = place;
        }
        for (var image = 0; image < placeOf.length; image++) {
            if (placeOf[image] < 0) {
                throw new EvaluationException(format(
                        "%s has %s, but must have one for each of %s: none has the id %s; it may have been cut short",
                        file, English.count(list.size(), "row"), images.describe(), image));
            }
        }
        return IntStream.of(placeOf).mapToObj(list::get).toList();
    }

    private List<Row> byIdsOf(PredictedRows other) throws EvaluationException {
        var byId = new LinkedHashMap<String, Row>();
        list.forEach(row -> byId.put(row.id(), row));
        var ordered = new ArrayList<Row>();
        for (var counterpart : other.list) {
            var row = byId.remove(counterpart.id());
            if (row == null) {
                throw other.problem(counterpart, format("%s has no row with the id '%s'", file, counterpart.id()));
            }
            ordered.add(row);
        }
        var left = byId.values().stream().findFirst();
        if (left.isPresent()) {
            throw problem(
                    left.get(),
                    format(
                            "%s has no row with the id '%s'; it may have been cut short",
                            other.file, left.get().id()));
        }
        return ordered;
    }

    /** An error in a row. */
    EvaluationException problem(Row row, String problem) {
        return new EvaluationException(format("%s, line %s: %s", file, row.line(), problem));
    }
}
