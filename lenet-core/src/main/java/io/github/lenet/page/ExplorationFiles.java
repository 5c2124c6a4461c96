package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.report.ExplorationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files that show what is in a data set.
 *
 * @param directory the folder that they lie in
 */
public record ExplorationFiles(Path directory) {

    /** Bytes of the pictures of single images that a page carries at most, before they are compressed. */
    private static final long MAXIMUM_PICTURES = 1_500_000;

    private static final int MOST_IMAGES = 10;
    private static final int MOST_LINES = 10;

    /** Samples, typical and odd ones. */
    private static final int KINDS = 3;

    /**
     * The numbers for programs.
     *
     * @return {@code exploration.json}
     */
    public Path numbersFile() {
        return directory.resolve("exploration.json");
    }

    /**
     * The page for people.
     *
     * @return {@code index.html}
     */
    public Path pageFile() {
        return directory.resolve("index.html");
    }

    /**
     * How many images of each kind a page can show of a class and stay light enough for a mail.
     *
     * @param dataset the images
     * @return 1 to 10
     */
    public static int imagesPerClass(Dataset dataset) {
        var imageSize = (long) dataset.imageSize();
        var most = MAXIMUM_PICTURES / (imageSize * KINDS * dataset.classNames().size());
        return (int) Math.max(1, Math.min(MOST_IMAGES, most));
    }

    /**
     * Writes both files.
     *
     * @param training the images that the exploration picked from
     * @param test the images of the test
     * @param exploration the numbers
     * @throws IOException if a file cannot be written
     */
    public void write(NamedImages training, NamedImages test, Exploration exploration) throws IOException {
        ExplorationReport.of(training, test, exploration).write(numbersFile());
        AtomicFile.writeText(pageFile(), HtmlReport.page(training, test, exploration));
    }

    /**
     * The first images that stand in several places, for a log.
     *
     * @param training the training images
     * @param test the images of the test
     * @param exploration the numbers
     * @return a line for each, the leaks first, and one for those that have none
     */
    public static List<String> repeated(NamedImages training, NamedImages test, Exploration exploration) {
        var lines = exploration.repeated().stream()
                .limit(MOST_LINES)
                .map(image -> RepeatedRow.line(image, training, test))
                .collect(Collectors.toCollection(ArrayList::new));
        var hidden = exploration.repeated().size() - MOST_LINES;
        if (hidden > 0) {
            lines.add(
                    format("and %d more %s in several places", hidden, hidden == 1 ? "image stands" : "images stand"));
        }
        return lines;
    }

    /**
     * The main numbers for a log.
     *
     * @param training the images that the exploration picked from
     * @param exploration the numbers
     * @return a few lines
     */
    public static List<String> summary(Dataset training, Exploration exploration) {
        return ExplorationSummary.facts(training, exploration).stream()
                .map(fact -> fact.title() + ": " + fact.value())
                .toList();
    }
}
