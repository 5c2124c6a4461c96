package io.github.lenet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.cache.LockFile;
import io.github.lenet.cache.ModelCache;
import io.github.lenet.cache.TrainedFiles;
import io.github.lenet.dataset.Split;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.AtomicFolder;
import io.github.lenet.model.Classifier;
import io.github.lenet.store.DatasetRequest;
import io.github.lenet.store.DatasetStore;
import io.github.lenet.store.DownloadListener;
import io.github.lenet.store.DownloadProgress;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.store.PictureOptions;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A file system like that of Windows, in memory: drives, back slashes, names without regard to case, no owners and
 * modes.
 */
class WindowsFileSystemTest {

    private FileSystem windows;
    private Path folder;

    @BeforeEach
    void open() {
        windows = Jimfs.newFileSystem(Configuration.windows().toBuilder()
                .setAttributeViews("basic", "dos")
                .build());
        folder = windows.getPath("C:\\Users\\Anna B\\digits");
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    @Test
    void holdsDataModelsAndTheirCache() throws IOException {
        SyntheticDigits.write(folder.resolve("data"), 40, 10, 1);
        var data = LocatedDataset.open("my-digits", windows.getPath("c:\\users\\anna b\\DIGITS\\data"));
        var recipe = SeedRecipe.of("lenet5").with("epochs", 1).build();
        var inputs = InputsOfTests.of(recipe);
        var files = new TrainedFiles(folder.resolve("target\\lenet"));
        var trained = new Trainer(1).train(Training.of(recipe, data.read(Split.TRAIN)));
        TrainedArchive.of(trained, inputs).write(files.model());
        AtomicFile.writeText(files.training(), "the history");
        AtomicFile.writeText(files.provenance(), "the run");
        var warnings = new ArrayList<String>();
        var cache = new ModelCache(new CacheDirectory(folder.resolve("cache"), false), 3, warnings::add);
        var restored = new TrainedFiles(folder.resolve("restored"));

        cache.put(inputs.sha256(), files);

        assertThat(cache.restore(inputs.sha256(), restored)).isTrue();
        assertThat(warnings).isEmpty();
        var test = data.read(Split.TEST);
        assertThat(Classifier.load(restored.model()).probabilities(test.pixels(), 0, test.size()))
                .isEqualTo(Classifier.load(files.model()).probabilities(test.pixels(), 0, test.size()));
    }

    @Test
    void holdsPictures() throws IOException {
        for (var name : List.of(
                "train\\Circle\\ONE.PNG", "train\\square\\two.png", "test\\Circle\\Three.Png", "test\\square\\4.png")) {
            var picture = folder.resolve("pictures").resolve(name);
            Files.createDirectories(picture.getParent());
            try (var out = Files.newOutputStream(picture)) {
                var image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
                image.setRGB(16, name.hashCode() & 31, 0xFFFFFF);
                ImageIO.write(image, "png", out);
            }
        }
        var request = new DatasetRequest(
                "shapes",
                folder.resolve("pictures"),
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                DatasetRequest.DEFAULT_SOURCES,
                null,
                false,
                null,
                null,
                Duration.ofMinutes(1));

        var located = new DatasetStore().obtain(request, new Silence());

        assertThat(located.read(Split.TRAIN).classNames()).containsExactly("Circle", "square");
    }

    @Test
    void isLockedAndWrittenWhole() throws IOException {
        var lock = folder.resolve("cache\\.lock");
        Files.createDirectories(lock.getParent());
        try (var held = LockFile.acquire(lock, Duration.ofMinutes(1), owner -> {})) {
            assertThat(held).isNotNull();
            AtomicFolder.write(
                    folder.resolve("cache\\entry"), unfinished -> Files.writeString(unfinished.resolve("a"), "1"));
            AtomicFolder.write(
                    folder.resolve("CACHE\\Entry"), unfinished -> Files.writeString(unfinished.resolve("A"), "2"));
        }

        assertThat(Files.readString(folder.resolve("cache\\entry\\a"))).isEqualTo("2");
        try (var names = Files.list(folder.resolve("cache"))) {
            assertThat(names.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private static final class Silence implements DownloadListener {

        @Override
        public void message(String line) {}

        @Override
        public void progress(DownloadProgress progress) {}
    }
}
