package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.RepeatedImage;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.text.Printable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the template {@code exploration.html} fills in of an image that stands in several places.
 *
 * @param image the pixels, as a data URI
 * @param description the picture in words
 * @param kind what is wrong with it
 * @param training its places among the training images
 * @param test its places among the test images
 */
record RepeatedRow(String image, String description, String kind, List<String> training, List<String> test) {

    /** A blank image may stand in thousands of places. */
    private static final int MOST_PLACES = 10;

    static RepeatedRow of(RepeatedImage repeated, NamedImages training, NamedImages test) {
        var known = repeated.training().isEmpty() ? test : training;
        int first = repeated.training().isEmpty()
                ? repeated.test().get(0)
                : repeated.training().get(0);
        var images = known.images();
        return new RepeatedRow(
                Png.dataUri(images, first),
                "The image of " + known.name(first),
                kind(repeated, training, test),
                places(repeated.training(), training),
                places(repeated.test(), test));
    }

    /** A line for a log. */
    static String line(RepeatedImage repeated, NamedImages training, NamedImages test) {
        var places =
                Stream.concat(places(repeated.training(), training).stream(), places(repeated.test(), test).stream());
        return Printable.of(kind(repeated, training, test) + ": " + String.join(" = ", places.toList()));
    }

    private static String kind(RepeatedImage repeated, NamedImages training, NamedImages test) {
        var labels = Stream.concat(
                        repeated.training().stream().map(training::label),
                        repeated.test().stream().map(test::label))
                .distinct()
                .count();
        return (repeated.isLeak() ? "Leak" : "Duplicate") + (labels > 1 ? format(", under %d labels", labels) : "");
    }

    private static List<String> places(List<Integer> indices, NamedImages images) {
        var shown = IntStream.range(0, Math.min(MOST_PLACES, indices.size()))
                .map(indices::get)
                .mapToObj(image -> images.name(image) + " (" + images.label(image) + ")");
        var hidden = indices.size() - MOST_PLACES;
        return Stream.concat(shown, hidden > 0 ? Stream.of(format("and %d more", hidden)) : Stream.empty())
                .toList();
    }
}
