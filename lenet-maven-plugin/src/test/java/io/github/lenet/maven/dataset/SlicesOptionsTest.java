package io.github.lenet.maven.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.PicturesOfBars;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.maven.TrainedModel;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With pictures, which nobody but the plugin has divided into those of the training and of the test. */
@MojoTest
class SlicesOptionsTest {

    private final RecordingLog log = new RecordingLog();

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    private LocatedDataset dataset;

    @BeforeEach
    void draw() throws Exception {
        PicturesOfBars.write(folder.resolve("bars"));
        dataset = TrainedModel.datasets(system, log.log())
                .obtain(
                        new DatasetOptions(
                                "bars",
                                folder.resolve("bars"),
                                Pictures.options("28", "grey", "resize", 0.25),
                                new CacheDirectory(folder.resolve("cache"), false),
                                List.of()),
                        Split.TEST);
    }

    @Test
    void takesTheRowsOfAllPicturesAndUsesThoseOfTheTest() throws Exception {
        var rows = Stream.of("left", "middle", "right")
                .flatMap(place -> IntStream.range(0, 40)
                        .mapToObj(number -> place + "/" + number + ".png," + (number < 20 ? "old" : "new")));
        var images = dataset.read(Split.TEST);

        var slices = slices(rows.collect(Collectors.joining("\n", "file,camera\n", "\n")));

        assertThat(slices.withoutRow()).isZero();
        var camera = slices.properties().get(0);
        assertThat(IntStream.of(camera.valueOf()).mapToObj(camera.values()::get))
                .hasSize(images.size())
                .containsExactlyElementsOf(dataset.pictures(Split.TEST, images.size()).stream()
                        .map(name -> name.matches("\\w+/1?[0-9]\\.png") ? "old" : "new")
                        .toList());
    }

    @Test
    void namesTheLineOfAPictureThatThereIsNot() {
        assertThatThrownBy(() -> slices("file,camera\nleft/40.png,new\n"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("<slices> " + folder.resolve("cameras.csv")
                        + ", line 2: the file 'left/40.png' is that of no image of bars test");
    }

    private SlicesFile slices(String content) throws IOException {
        var file = Files.writeString(folder.resolve("cameras.csv"), content).toFile();
        return SlicesOptions.of(file, folder).read(dataset, Split.TEST, dataset.read(Split.TEST));
    }
}
