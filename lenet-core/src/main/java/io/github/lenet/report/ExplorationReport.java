package io.github.lenet.report;

import io.github.lenet.dataset.RepeatedImage;
import io.github.lenet.exploration.ClassStatistics;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.ImageDistance;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.exploration.SplitStatistics;
import io.github.lenet.json.Json;
import io.github.lenet.json.OmitEmpty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code exploration.json}: the numbers of a data set.
 *
 * @param schemaVersion version of this format, {@value #SCHEMA_VERSION}
 * @param dataset which data set
 * @param splits its parts, the training images first
 * @param classes the classes of the training images, in the order of their labels
 * @param leaked indices of test images that also stand in the training images, byte for byte
 * @param repeated the images that stand more than once in both parts together, the leaks first
 */
public record ExplorationReport(
        int schemaVersion,
        Shape dataset,
        List<SplitStatistics> splits,
        List<ClassImages> classes,
        List<Integer> leaked,
        List<Repeated> repeated) {

    /** Version of the format that this class writes; a change of meaning or the loss of a key raises it. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * A data set without its images.
     *
     * @param name name of the data set
     * @param channels 1 for grey images, 3 for red, green and blue
     * @param height rows of pixels of an image
     * @param width columns of pixels of an image
     * @param classNames names of its classes, in the order of their labels
     */
    public record Shape(String name, int channels, int height, int width, List<String> classNames) {}

    /**
     * The images that were picked for a class, by their indices.
     *
     * @param label name of the class
     * @param images how many it has
     * @param samples some, evenly spread
     * @param typical the nearest to the mean of the class
     * @param atypical the farthest from it
     */
    public record ClassImages(
            String label,
            int images,
            List<Integer> samples,
            List<ImageDistance> typical,
            List<ImageDistance> atypical) {

        private static ClassImages of(String label, ClassStatistics statistics) {
            return new ClassImages(
                    label, statistics.images(), statistics.samples(), statistics.typical(), statistics.atypical());
        }
    }

    /**
     * An image that stands in several places.
     *
     * @param leak whether it stands in both parts
     * @param training where in the training part
     * @param test where in the test part
     */
    public record Repeated(boolean leak, List<Place> training, List<Place> test) {

        private static Repeated of(RepeatedImage image, NamedImages training, NamedImages test) {
            return new Repeated(image.isLeak(), places(image.training(), training), places(image.test(), test));
        }

        private static List<Place> places(List<Integer> indices, NamedImages images) {
            return indices.stream()
                    .map(image -> new Place(image, images.label(image), images.file(image)))
                    .toList();
        }
    }

    /**
     * One of these places.
     *
     * @param image index of the image in its part
     * @param label name of its class there
     * @param file path of its picture in the user's folder, or null if it was made from none
     */
    public record Place(
            int image, String label, @OmitEmpty @Nullable String file) {}

    /**
     * Puts an exploration into this form.
     *
     * @param training the images that the exploration picked from
     * @param test the images of the test
     * @param exploration the numbers
     * @return the content of the file
     */
    public static ExplorationReport of(NamedImages training, NamedImages test, Exploration exploration) {
        var images = training.images();
        var names = images.classNames();
        return new ExplorationReport(
                SCHEMA_VERSION,
                new Shape(images.name(), images.channels(), images.height(), images.width(), names),
                List.of(exploration.training(), exploration.test()),
                IntStream.range(0, names.size())
                        .mapToObj(label -> ClassImages.of(
                                names.get(label), exploration.classes().get(label)))
                        .toList(),
                exploration.leaked(),
                exploration.repeated().stream()
                        .map(image -> Repeated.of(image, training, test))
                        .toList());
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }
}
