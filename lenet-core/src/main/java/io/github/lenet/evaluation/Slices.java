package io.github.lenet.evaluation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.answer.SlicesFile.Property;
import io.github.lenet.io.Sha256;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of groups of images that have something in common beside their class.
 *
 * @param file name of the file that says which image belongs to which
 * @param sha256 its digest, 64 hexadecimal digits
 * @param withoutRow images that it says nothing of, which belong to no slice
 * @param list the slices, property by property, each sorted by its values; at least one
 */
public record Slices(String file, String sha256, int withoutRow, List<Slice> list) {

    /**
     * Checks that each slice has a name of its own.
     *
     * @throws IllegalArgumentException if there is no slice, two have the same name, the digest is none, or the number
     *     of images is negative
     */
    public Slices {
        list = List.copyOf(list);
        Sha256.require("sha256", sha256);
        var names = new HashSet<String>();
        if (list.isEmpty() || !list.stream().allMatch(slice -> names.add(slice.name())) || withoutRow < 0) {
            throw new IllegalArgumentException(
                    format("%s slices of %s names, and %s images of none", list.size(), names.size(), withoutRow));
        }
    }

    static Slices of(Answers answers, SlicesFile file) {
        return new Slices(
                file.name(),
                file.sha256(),
                file.withoutRow(),
                file.properties().stream()
                        .flatMap(property -> slices(answers, property))
                        .toList());
    }

    private static Stream<Slice> slices(Answers answers, Property property) {
        var correct = new int[property.values().size()];
        var total = new int[correct.length];
        for (var image = 0; image < answers.images(); image++) {
            var value = property.valueOf()[image];
            if (value >= 0) {
                correct[value] += answers.isCorrect(image) ? 1 : 0;
                total[value]++;
            }
        }
        return IntStream.range(0, correct.length)
                .mapToObj(value -> new Slice(
                        property.name(), property.values().get(value), new Proportion(correct[value], total[value])))
                .sorted(Comparator.comparing(Slice::value));
    }

    /**
     * What the slices of a file are called, before anything is measured.
     *
     * @param file the file
     * @return the name of each slice
     */
    public static List<String> names(SlicesFile file) {
        return file.properties().stream()
                .flatMap(property -> property.values().stream().map(value -> Slice.name(property.name(), value)))
                .toList();
    }

    /**
     * What the slices are called.
     *
     * @return the name of each slice, in their order
     */
    public List<String> names() {
        return list.stream().map(Slice::name).toList();
    }

    /** Whether these can be slices of so many images, of which so many were classified right. */
    boolean agreeWith(Proportion accuracy) {
        return list.stream().map(Slice::property).distinct().allMatch(property -> {
            var ofProperty = list.stream()
                    .filter(slice -> slice.property().equals(property))
                    .map(Slice::accuracy)
                    .toList();
            var correct = ofProperty.stream().mapToLong(Proportion::count).sum();
            var total = ofProperty.stream().mapToLong(Proportion::total).sum();
            // Of the images without a row, any number can be right.
            return total + withoutRow == accuracy.total()
                    && correct <= accuracy.count()
                    && accuracy.count() - correct <= withoutRow;
        });
    }
}
