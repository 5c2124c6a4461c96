package io.github.lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.archive.ModelFormatException;
import io.github.lenet.archive.StockNetworks;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class ClassifierTest {

    private static final int IMAGES = 200;
    private static final int PIXELS = 28 * 28;

    private final byte[] pixels = SyntheticDigits.test(IMAGES, 7).pixels();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeAModel() throws Exception {
        file = folder.resolve("model.zip");
        StockNetworks.archive("lenet5").write(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void agreesWithDeeplearning4j(String architecture) throws Exception {
        var archive = StockNetworks.archive(architecture);
        // Larger than any initialisation, so that the answers differ and every activation is used.
        for (var i = 0; i < archive.state().parameters().length; i++) {
            archive.state().parameters()[i] *= 2;
        }
        archive.write(file);
        var classifier = Classifier.load(file);
        var input = Nd4j.create(DataType.FLOAT, IMAGES, 1, 28, 28);
        for (var i = 0; i < pixels.length; i++) {
            input.putScalar(i, Byte.toUnsignedInt(pixels[i]) / 255f);
        }

        var expected = StockNetworks.network(archive).output(input);

        var answers = Arrays.stream(expected.argMax(1).toLongVector()).distinct();
        assertThat(answers).as("different answers").hasSizeGreaterThan(1);
        for (var image = 0; image < IMAGES; image++) {
            assertThat(classifier.probabilities(pixels, image * PIXELS))
                    .containsExactly(expected.getRow(image).toFloatVector(), within(1e-5f));
        }
    }

    @Test
    void classifiesManyImagesWithTheSameBits() throws Exception {
        var classifier = Classifier.load(file);

        var together = classifier.probabilities(pixels, PIXELS, IMAGES - 1);

        for (var image = 1; image < IMAGES; image++) {
            assertThat(Arrays.copyOfRange(together, (image - 1) * 10, image * 10))
                    .isEqualTo(classifier.probabilities(pixels, image * PIXELS));
        }
    }

    @Test
    void namesTheMostProbableClass() throws Exception {
        var classifier = Classifier.load(file);
        var image = Arrays.copyOf(pixels, PIXELS);

        var classification = classifier.classify(image);

        var probabilities = classifier.probabilities(pixels, 0);
        assertThat(classification.candidates()).hasSize(10);
        for (var candidate : classification.candidates()) {
            assertThat(candidate.probability()).isEqualTo(probabilities[candidate.label()]);
            assertThat(candidate.className()).isEqualTo(Integer.toString(candidate.label()));
        }
        assertThat(classification.probability())
                .isEqualTo(Nd4j.createFromArray(probabilities).maxNumber().floatValue());
    }

    @Test
    void givesEveryThreadTheSameAnswers() throws Exception {
        var classifier = Classifier.load(file);
        var expected = classifier.probabilities(pixels, 0, IMAGES);
        var threads = 8;
        var start = new CyclicBarrier(threads);
        var tasks = new ArrayList<Callable<float[]>>();
        for (var thread = 0; thread < threads; thread++) {
            var first = thread * 25;
            tasks.add(() -> {
                start.await();
                var answers = new float[IMAGES * 10];
                for (var i = 0; i < IMAGES; i++) {
                    var image = (first + i) % IMAGES;
                    System.arraycopy(classifier.probabilities(pixels, image * PIXELS), 0, answers, image * 10, 10);
                }
                return answers;
            });
        }

        var executor = Executors.newFixedThreadPool(threads);
        try {
            for (var answers : executor.invokeAll(tasks)) {
                assertThat(answers.get()).isEqualTo(expected);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void knowsWhatItIs() throws Exception {
        var classifier = Classifier.load(file);

        assertThat(classifier.description()).isEqualTo(StockNetworks.description("lenet5"));
        assertThat(classifier.sha256()).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
        try (var zip = new ZipFile(file.toFile())) {
            var coefficients =
                    zip.getInputStream(zip.getEntry("coefficients.bin")).readAllBytes();
            assertThat(classifier.coefficientsSha256()).isEqualTo(Sha256.hex(coefficients));
        }
    }

    @Test
    void isLoadedFromTheClassPath() throws Exception {
        try (var loader = new FolderLoader(folder)) {
            var owner = loader.loadClass(Owner.class.getName());
            assertThat(owner.getClassLoader()).isSameAs(loader);

            assertThat(Classifier.fromResource(owner, "/model.zip").sha256())
                    .isEqualTo(Classifier.load(file).sha256());
            assertThatThrownBy(() -> Classifier.fromResource(owner, "/digits/model.zip"))
                    .isInstanceOf(FileNotFoundException.class)
                    .hasMessageContaining("/digits/model.zip")
                    .hasMessageContaining("<resourcePath>");
            Files.writeString(folder.resolve("text.zip"), "text");
            assertThatThrownBy(() -> Classifier.fromResource(owner, "/text.zip"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith("/text.zip is no usable model: ");
        }
    }

    @Test
    void saysHowToGetAMissingModel() {
        var missing = folder.resolve("missing.zip");

        assertThatThrownBy(() -> Classifier.load(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageStartingWith(missing.toString())
                .hasMessageContaining("mvn lenet:train");
    }

    @Test
    void refusesImagesOfAnotherSize() throws Exception {
        var classifier = Classifier.load(file);

        assertThatThrownBy(() -> classifier.classify(new byte[783]))
                .hasMessage("an image for this model has 28 x 28 pixels, one byte each, but 783 bytes were given");
        assertThatThrownBy(() -> classifier.classify(new byte[32 * 32])).hasMessageContaining("1024 bytes");
        assertOutOfBounds(() -> classifier.probabilities(new byte[784], 1));
        assertOutOfBounds(() -> classifier.probabilities(new byte[784], -1));
        assertOutOfBounds(() -> classifier.probabilities(new byte[784], 0, 2));
        assertOutOfBounds(() -> classifier.probabilities(new byte[784], 0, Integer.MAX_VALUE));
        assertOutOfBounds(() -> classifier.probabilities(new byte[784], 0, -1));
    }

    private static void assertOutOfBounds(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** A class of an application. */
    static final class Owner {}

    /** Finds resources in a folder, and defines {@link Owner} itself, as if an application's jar held both. */
    private static final class FolderLoader extends URLClassLoader {

        FolderLoader(Path folder) throws Exception {
            super(new URL[] {folder.toUri().toURL()}, ClassifierTest.class.getClassLoader());
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (!name.equals(Owner.class.getName())) {
                return super.loadClass(name);
            }
            try (var in = Owner.class.getResourceAsStream("ClassifierTest$Owner.class")) {
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
