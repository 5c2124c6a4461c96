package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.exploration.Exploration;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplorationFilesTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private NamedImages named;
    private NamedImages namedTest;
    private Exploration exploration;

    private String page(Dataset training, Dataset test) throws IOException {
        var files = new ExplorationFiles(folder);
        files.write(
                new NamedImages(training, List.of()),
                new NamedImages(test, List.of()),
                Exploration.of(training, test, ExplorationFiles.imagesPerClass(training)));
        return Files.readString(files.pageFile());
    }

    /** Images that show nothing but noise, so that nothing can be compressed away. */
    private static Dataset noise(String split, int classes, int size) {
        var pixels = new byte[classes * 20 * size * size];
        new Random(7).nextBytes(pixels);
        var labels = new byte[classes * 20];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % classes);
        }
        var names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new Dataset("noise", split, size, size, pixels, labels, names);
    }

    @Test
    void thePageShowsEveryClassWithItsPictures() throws IOException {
        var page = page(SyntheticDigits.train(200, 7), SyntheticDigits.test(50, 7));

        assertThat(page)
                .contains(
                        "<dt>Images</dt><dd>28 x 28 pixels in 10 classes</dd>",
                        "<tr><th scope=\"row\">3</th><td>20</td>")
                .contains("Mean of the images of class 7", "Variance of the images of class 7");
        // Mean, variance, and ten samples, typical and odd ones of each class.
        assertThat(page.split("<img ")).hasSize(1 + 10 * (2 + 3 * 10));
        assertThat(page.split(" alt=\"[^\"]")).hasSize(1 + 10 * (2 + 3 * 10));
    }

    @Test
    void thePageNeedsNothingBesideIt() throws IOException {
        assertThat(page(SyntheticDigits.train(60, 7), SyntheticDigits.test(20, 7)))
                .contains("script-src &#39;none&#39;")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void namesAreText() throws IOException {
        var names = List.of("<script>alert(1)</script>", "a & \"b\"");
        var images = new Dataset("<b>mine", "train", 1, 1, new byte[] {0, 9}, new byte[] {0, 1}, names);

        assertThat(page(images, images))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a &amp; &quot;b&quot;", "&lt;b&gt;mine")
                .doesNotContain("<script>alert", "<b>mine");
    }

    @Test
    void manyAndLargeClassesKeepThePageLight() throws IOException {
        for (var training : List.of(noise("train", 10, 28), noise("train", 62, 32), noise("train", 256, 28))) {
            assertThat(page(training, training).length())
                    .as(training.classNames().size() + " classes")
                    .isLessThan(3 * MEBIBYTE);
        }
    }

    @Test
    void aClassWithoutImagesIsCountedButNotShown() throws IOException {
        var images = new Dataset("dots", "train", 1, 1, new byte[1], new byte[1], List.of("some", "none"));

        assertThat(page(images, images))
                .contains("<th scope=\"row\">none</th><td>0</td><td class=\"bar\" style=\"--share:0.0000\">")
                .doesNotContain("class none");
    }

    @Test
    void theNumbersAreThoseOfTheExploration() throws IOException {
        var training = SyntheticDigits.train(60, 7);
        page(training, training);

        Map<?, ?> numbers = Json.read(folder.resolve("exploration.json"), Map.class);

        assertThat(numbers.keySet().stream().map(String::valueOf))
                .containsExactly("schemaVersion", "dataset", "splits", "classes", "leaked", "repeated");
        assertThat((List<?>) numbers.get("leaked"))
                .as("every test image is a training image")
                .hasSize(60);
        assertThat((List<?>) numbers.get("classes")).hasSize(10);
    }

    /** Two classes of dots: a leak under another label, a duplicate within the test, and one of its own. */
    private void writeRepeated(List<String> trainingFiles, List<String> testFiles) throws IOException {
        var names = List.of("light", "dark");
        var training = new Dataset("dots", "train", 1, 1, new byte[] {1, 2, 3}, new byte[] {0, 0, 1}, names);
        var test = new Dataset("dots", "test", 1, 1, new byte[] {7, 3, 7}, new byte[] {0, 0, 0}, names);
        named = new NamedImages(training, trainingFiles);
        namedTest = new NamedImages(test, testFiles);
        exploration = Exploration.of(training, test, 1);
        new ExplorationFiles(folder).write(named, namedTest, exploration);
    }

    @Test
    void leaksAndDuplicatesAreShownWithFilesAndPictures() throws IOException {
        writeRepeated(
                List.of("train/light/1.png", "train/light/2.png", "train/dark/3.png"),
                List.of("a.png", "b.png", "c.png"));

        assertThat(folder.resolve("index.html"))
                .content()
                .contains("2 of 2 are shown")
                .contains("alt=\"The image of train/dark/3.png\"")
                .contains("<td>Leak, under 2 labels</td><td>train/dark/3.png (dark)<br></td><td>b.png (light)<br></td>")
                .contains("<td>Duplicate</td><td></td><td>a.png (light)<br>c.png (light)<br></td>")
                .contains("title=\"Image 0 of class light, train/light/1.png");
        assertThat(Json.read(folder.resolve("exploration.json"), Map.class).get("repeated"))
                .isEqualTo(List.of(
                        Map.of(
                                "leak", true,
                                "training", List.of(Map.of("image", 2, "label", "dark", "file", "train/dark/3.png")),
                                "test", List.of(Map.of("image", 1, "label", "light", "file", "b.png"))),
                        Map.of(
                                "leak", false,
                                "training", List.of(),
                                "test",
                                        List.of(
                                                Map.of("image", 0, "label", "light", "file", "a.png"),
                                                Map.of("image", 2, "label", "light", "file", "c.png")))));
        assertThat(ExplorationFiles.repeated(named, namedTest, exploration))
                .containsExactly(
                        "Leak, under 2 labels: train/dark/3.png (dark) = b.png (light)",
                        "Duplicate: a.png (light) = c.png (light)");
    }

    @Test
    void withoutFilesTheyHaveNumbers() throws IOException {
        writeRepeated(List.of(), List.of());

        assertThat(folder.resolve("index.html"))
                .content()
                .contains("<td>train image 2 (dark)<br></td><td>test image 1 (light)<br></td>");
        assertThat(folder.resolve("exploration.json")).content().doesNotContain("\"file\"");
    }

    @Test
    void ofAnImageInVeryManyPlacesTheFirstAreListed() throws IOException {
        var blank = new Dataset("dots", "train", 1, 1, new byte[5_000], new byte[5_000], List.of("a", "b"));
        named = new NamedImages(blank, List.of());

        var lines = ExplorationFiles.repeated(named, named, Exploration.of(blank, blank, 1));

        assertThat(lines).singleElement().asString().contains("train image 9 (a) = and 4990 more = train image 0 (a)");
    }

    @Test
    void theSummarySaysWhatIsTwice() {
        var images = new Dataset("dots", "train", 1, 1, new byte[] {5, 5, 5}, new byte[] {0, 0, 1}, List.of("a", "b"));

        assertThat(ExplorationFiles.summary(images, Exploration.of(images, images, 1)))
                .contains(
                        "Duplicates: 2 training images and 2 test images repeat an earlier one; 2 images occur under more than one"
                                + " label",
                        "Leaks: 3 of the test images also stand in the training images, byte for byte");
    }

    @Test
    void theSummaryCountsOneInTheSingular() {
        var training =
                new Dataset("dots", "train", 1, 1, new byte[] {5, 5, 6}, new byte[] {0, 0, 1}, List.of("a", "b"));
        var test = new Dataset("dots", "test", 1, 1, new byte[] {5, 7, 7}, new byte[] {0, 0, 1}, List.of("a", "b"));

        assertThat(ExplorationFiles.summary(training, Exploration.of(training, test, 1)))
                .contains(
                        "Duplicates: 1 training image and 1 test image repeat an earlier one; 1 image occurs under more than one label",
                        "Leaks: 1 of the test images also stands in the training images, byte for byte");
    }
}
