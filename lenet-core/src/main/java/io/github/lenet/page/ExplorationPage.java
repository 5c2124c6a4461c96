package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.exploration.ClassStatistics;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.ImageDistance;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.exploration.PixelStatistics;
import io.github.lenet.report.Fact;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the template {@code exploration.html} fills in: a data set, ready to be looked at.
 *
 * @param name name of the data set
 * @param facts the main numbers
 * @param counts how many images each class has
 * @param bars how often pixels of the training images have which brightness
 * @param repeated the first images that stand in several places, the leaks first
 * @param repeatedImages how many there are
 * @param classes the pictures of each class
 */
record ExplorationPage(
        String name,
        List<Fact> facts,
        List<CountRow> counts,
        List<Bar> bars,
        List<RepeatedRow> repeated,
        String repeatedImages,
        List<ClassPictures> classes) {

    private static final int VALUES_PER_BAR = 8;
    private static final float WHITE = 255;

    /** Bytes of the pictures of repeated images that a page carries at most, before they are compressed. */
    private static final int MOST_REPEATED_BYTES = 200_000;

    private static final int MOST_REPEATED = 50;

    /** The variance of pixels of which half are black and half white. */
    private static final float LARGEST_VARIANCE = 0.25f;

    /**
     * The images of a class in numbers.
     *
     * @param trainingShare its training images as a part of those of the largest class, 0 to 1
     * @param testShare its test images, in the same way
     */
    record CountRow(String label, String training, String trainingShare, String test, String testShare) {}

    /**
     * How many pixels have one of some neighbouring values.
     *
     * @param height 0 to 1, logarithmic from the power of ten below the lowest bar, because most pixels of most
     *     pictures are background
     * @param title the bar in words
     */
    record Bar(String height, String title) {}

    /** A picture with its text for who cannot see it. */
    record Picture(String image, String description) {}

    /** The pictures of a class. */
    record ClassPictures(
            String label,
            String images,
            Picture mean,
            Picture variance,
            List<Picture> samples,
            List<Picture> typical,
            List<Picture> atypical) {}

    static ExplorationPage of(NamedImages training, NamedImages test, Exploration exploration) {
        var pictures = new Pictures(training, training.images());
        var images = training.images();
        var shown = Math.max(1, Math.min(MOST_REPEATED, MOST_REPEATED_BYTES / images.imageSize()));
        return new ExplorationPage(
                images.name(),
                ExplorationSummary.facts(images, exploration),
                counts(images.classNames(), exploration),
                bars(exploration.training().pixels()),
                exploration.repeated().stream()
                        .limit(shown)
                        .map(image -> RepeatedRow.of(image, training, test))
                        .toList(),
                count(exploration.repeated().size()),
                exploration.classes().stream()
                        .filter(one -> one.images() > 0)
                        .map(pictures::of)
                        .toList());
    }

    boolean repeats() {
        return !repeated.isEmpty();
    }

    int repeatedShown() {
        return repeated.size();
    }

    /** A character for the title of the window, beside the name. */
    String mark() {
        return "▦";
    }

    /** The page has no scripts. */
    String scriptPolicy() {
        return "'none'";
    }

    private static List<CountRow> counts(List<String> names, Exploration exploration) {
        var training = exploration.training().classCounts();
        var test = exploration.test().classCounts();
        return IntStream.range(0, names.size())
                .mapToObj(label -> new CountRow(
                        names.get(label),
                        count(training.get(label)),
                        share(training.get(label), Collections.max(training)),
                        count(test.get(label)),
                        share(test.get(label), Collections.max(test))))
                .toList();
    }

    private static String count(int number) {
        return String.valueOf(number);
    }

    private static List<Bar> bars(PixelStatistics pixels) {
        var counts = IntStream.range(0, pixels.histogram().size() / VALUES_PER_BAR)
                .mapToObj(bar -> pixels.histogram().subList(bar * VALUES_PER_BAR, (bar + 1) * VALUES_PER_BAR))
                .map(values -> values.stream().mapToLong(Long::longValue).sum())
                .toList();
        var all = counts.stream().mapToLong(Long::longValue).sum();
        var most = Math.log10(Collections.max(counts));
        // The power of ten below the lowest bar.
        var least = Math.ceil(counts.stream()
                        .filter(count -> count > 0)
                        .mapToDouble(Math::log10)
                        .min()
                        .orElse(0))
                - 1;
        return IntStream.range(0, counts.size())
                .mapToObj(bar -> new Bar(
                        share(counts.get(bar) == 0 ? 0 : Math.log10(counts.get(bar)) - least, most - least),
                        format(
                                "%d to %d: %d pixels, %.4f of all",
                                bar * VALUES_PER_BAR,
                                (bar + 1) * VALUES_PER_BAR - 1,
                                counts.get(bar),
                                (double) counts.get(bar) / all)))
                .toList();
    }

    private static String share(double part, double whole) {
        return format("%.4f", whole == 0 ? 0 : part / whole);
    }

    /** Draws the images of a data set. */
    private record Pictures(NamedImages named, Dataset dataset) {

        ClassPictures of(ClassStatistics one) {
            var label = dataset.classNames().get(one.label());
            return new ClassPictures(
                    label,
                    count(one.images()),
                    new Picture(picture(one.mean(), 1), "Mean of the images of class " + label),
                    new Picture(picture(one.variance(), LARGEST_VARIANCE), "Variance of the images of class " + label),
                    one.samples().stream()
                            .map(image -> of(image, title(image, label)))
                            .toList(),
                    measured(one.typical(), label),
                    measured(one.atypical(), label));
        }

        private List<Picture> measured(List<ImageDistance> images, String label) {
            return images.stream()
                    .map(image -> of(
                            image.image(),
                            format("%s, %.2f from the mean", title(image.image(), label), image.distance())))
                    .toList();
        }

        private String title(int image, String label) {
            var title = "Image " + image + " of class " + label;
            return named.file(image) == null ? title : title + ", " + named.file(image);
        }

        private Picture of(int image, String description) {
            return new Picture(Png.dataUri(dataset, image), description);
        }

        private String picture(float[] values, float white) {
            var pixels = new byte[values.length];
            for (var i = 0; i < values.length; i++) {
                pixels[i] = (byte) Math.round(values[i] / white * WHITE);
            }
            return Png.dataUri(Png.shape(dataset), pixels, 0);
        }
    }
}
