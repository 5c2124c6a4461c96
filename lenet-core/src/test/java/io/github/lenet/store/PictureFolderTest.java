package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.picture.ImageColour;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFolderTest {

    private static final PictureOptions RESIZED =
            new PictureOptions(ImageColour.GREY, 20, 24, ImagePreparation.RESIZE, 0.25);

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private Path pictures;

    @BeforeEach
    void makeFolder() {
        pictures = folder.resolve("pictures");
    }

    /** A picture of one grey, which tells it from the others. */
    private Path draw(String name, int grey) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 40 * 30).forEach(i -> image.setRGB(i % 40, i / 40, grey * 0x010101));
        var file = pictures.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
                .isTrue();
        return file;
    }

    private void drawClasses(String parent) throws IOException {
        for (var i = 0; i < 8; i++) {
            draw(parent + "left/" + i + ".png", 10 + i);
            draw(parent + "right/" + i + ".png", 110 + i);
        }
    }

    private LocatedDataset obtain(PictureOptions options) throws IOException {
        var request = new DatasetRequest(
                "arrows",
                pictures,
                Set.of(Split.values()),
                options,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of(),
                null,
                true,
                null,
                null,
                Duration.ofMinutes(1));
        return new DatasetStore().obtain(request, messages);
    }

    private static List<Integer> greys(Dataset dataset) {
        return IntStream.range(0, dataset.size())
                .mapToObj(image -> Byte.toUnsignedInt(dataset.pixels()[dataset.pixelOffset(image)]))
                .toList();
    }

    @Test
    void takesTheClassesFromTheNamesOfTheFoldersAndTheSplitsFromThoseAbove() throws IOException {
        drawClasses("train/");
        draw("test/left/a.png", 1);
        draw("test/right/b.jpg", 200);
        draw("test/right/c.bmp", 3);

        var located = obtain(RESIZED);
        var train = located.read(Split.TRAIN);
        var test = located.read(Split.TEST);

        assertThat(located.name()).isEqualTo("arrows");
        assertThat(located.imagePreparation()).isEqualTo("resize");
        assertThat(located.pictureOptions()).isEqualTo(Map.of("imageSize", "20x24"));
        assertThat(located.pictures(Split.TRAIN, 16))
                .hasSize(16)
                .startsWith("train/left/0.png")
                .endsWith("train/right/7.png");
        assertThat(located.pictures(Split.TEST, 3))
                .containsExactly("test/left/a.png", "test/right/b.jpg", "test/right/c.bmp");
        assertThat(located.picturesBeside(Split.TEST)).isEqualTo(located.pictures(Split.TRAIN, 16));
        assertThat(located.picturesBeside(Split.TRAIN)).isEqualTo(located.pictures(Split.TEST, 3));
        assertThat(located.classNames()).containsExactly("left", "right");
        assertThat(train.height()).isEqualTo(20);
        assertThat(train.width()).isEqualTo(24);
        assertThat(greys(train))
                .containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 110, 111, 112, 113, 114, 115, 116, 117);
        assertThat(train.classCounts()).containsExactly(8, 8);
        assertThat(greys(test)).containsExactly(1, 200, 3);
        assertThat(test.classCounts()).containsExactly(1, 2);
    }

    @Test
    void namesNoImagesThatHaveTakenThePlaceOfOthers() throws IOException {
        drawClasses("train/");
        draw("test/left/a.png", 1);
        draw("test/right/b.jpg", 200);
        var located = obtain(RESIZED);

        assertThatThrownBy(() -> located.pictures(Split.TEST, 3))
                .isInstanceOf(IOException.class)
                .hasMessage(located.directory().resolve("lenet-picture-names.json")
                        + " names 2 pictures of the split test, which has 3 images; delete it, and the images are known by their"
                        + " numbers");
    }

    @Test
    void choosesATestSetWhereThereIsNone() throws IOException {
        drawClasses("");

        var located = obtain(RESIZED);
        var train = located.read(Split.TRAIN);
        var test = located.read(Split.TEST);

        assertThat(train.size() + test.size()).isEqualTo(16);
        assertThat(test.classCounts()).doesNotContain(0);
        assertThat(located.pictureOptions()).isEqualTo(Map.of("imageSize", "20x24", "testFraction", "0.25"));
        for (var split : List.of(Split.TRAIN, Split.TEST)) {
            var names = greys(located.read(split)).stream()
                    .map(grey -> (grey < 100 ? "left/" : "right/") + grey % 100 % 10 + ".png");
            assertThat(located.pictures(split, located.read(split).size())).containsExactlyElementsOf(names.toList());
        }
        assertThat(greys(train)).doesNotContainAnyElementsOf(greys(test));
    }

    @Test
    void keepsTheColoursOfThePictures() throws IOException {
        drawClasses("");
        drawGrey("left/grey.png", 77);
        var red = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 40 * 30).forEach(i -> red.setRGB(i % 40, i / 40, 0xFA3201));
        ImageIO.write(red, "png", pictures.resolve("right/red.png").toFile());
        var colour = new PictureOptions(ImageColour.RGB, 20, 24, ImagePreparation.RESIZE, 0.25);

        var located = obtain(colour);
        var grey = obtain(RESIZED);

        assertThat(located.directory()).isNotEqualTo(grey.directory());
        assertThat(located.pictureOptions()).containsEntry("imageColour", "rgb");
        assertThat(grey.pictureOptions()).doesNotContainKey("imageColour");
        var colours = new TreeSet<String>();
        for (var split : List.of(Split.TRAIN, Split.TEST)) {
            var images = located.read(split);
            assertThat(images.channels()).isEqualTo(3);
            for (var image = 0; image < images.size(); image++) {
                var first = images.pixelOffset(image);
                colours.add(IntStream.range(0, 3)
                        .mapToObj(channel -> images.pixels()[first + channel * 20 * 24] & 0xFF)
                        .toList()
                        .toString());
            }
        }
        assertThat(colours).contains("[250, 50, 1]", "[77, 77, 77]", "[10, 10, 10]");
        assertThat(grey.read(Split.TEST).channels()).isEqualTo(1);
    }

    @Test
    void noPictureThatComesOrGoesMovesAnother() throws IOException {
        drawClasses("");
        var before = obtain(RESIZED);
        var trained = greys(before.read(Split.TRAIN));
        var tested = greys(before.read(Split.TEST));

        draw("left/00.png", 50);
        draw("right/zz.png", 150);
        draw("middle/0.png", 200);
        Files.delete(pictures.resolve("left/3.png"));
        Files.move(pictures.resolve("right/0.png"), pictures.resolve("right/renamed.png"));
        var after = obtain(new PictureOptions(ImageColour.GREY, 28, 28, ImagePreparation.RESIZE, 0.25));

        assertThat(greys(after.read(Split.TEST))).doesNotContainAnyElementsOf(trained);
        assertThat(greys(after.read(Split.TRAIN))).doesNotContainAnyElementsOf(tested);
    }

    @Test
    void copiesOfAPictureLieOnOneSide() throws IOException {
        drawClasses("");
        for (var i = 0; i < 8; i++) {
            draw("left/copy" + i + ".bmp", 10 + i);
            drawGrey("right/copy" + i + ".png", 10 + i);
        }

        var located = obtain(RESIZED);

        assertThat(greys(located.read(Split.TEST))).isNotEmpty();
        assertThat(greys(located.read(Split.TRAIN))).doesNotContainAnyElementsOf(greys(located.read(Split.TEST)));
    }

    /** The same as {@link #draw} for a viewer, but in the file a single channel. */
    private void drawGrey(String name, int grey) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        IntStream.range(0, 40 * 30).forEach(i -> image.getRaster().setSample(i % 40, i / 40, 0, grey));
        ImageIO.write(image, "png", pictures.resolve(name).toFile());
    }

    @Test
    void aClassOfOnePictureIsLearntAndNamed() throws IOException {
        drawClasses("");
        for (var i = 0; i < 20; i++) {
            draw("only" + i + "/0.png", 20 + i);
        }

        var located = obtain(RESIZED);

        assertThat(located.read(Split.TRAIN).classCounts()).doesNotContain(0);
        assertThat(messages.lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("no test image shows 20 classes (only0, only1, ")
                        .endsWith("), so nothing is measured of them. Add pictures, or raise <testFraction>"));
    }

    /** And a network with batch normalisation is trained on what the test leaves of them, with a hold-out. */
    @Test
    void threeClassesOfFivePicturesWillDo() throws IOException {
        for (var i = 0; i < 15; i++) {
            draw("class" + i % 3 + "/" + i + ".png", 10 + 15 * i);
        }

        var located = obtain(RESIZED);

        var images = located.read(Split.TRAIN);
        assertThat(images.classCounts()).hasSize(3).doesNotContain(0);
        assertThat(images.size() + located.read(Split.TEST).size()).isEqualTo(15);
        var recipe = SeedRecipe.of("resnet8")
                .with("validationFraction", 0.2)
                .with("epochs", 2)
                .build();
        assertThat(new Trainer(1).train(Training.of(recipe, images)).epochs())
                .hasSize(2)
                .allSatisfy(epoch -> assertThat(epoch.validationLoss()).isFinite());
    }

    @Test
    void aClassThatTheUsersOwnTestSetLacksIsNamed() throws IOException {
        drawClasses("train/");
        draw("test/left/a.png", 1);

        obtain(RESIZED);

        assertThat(messages.lines)
                .endsWith("no test image shows class right, so nothing is measured of it. Put pictures into "
                        + pictures.resolve("test"));
    }

    @Test
    void convertsOnceAndAgainWhenSomethingChanges() throws IOException {
        drawClasses("");
        var first = obtain(RESIZED);

        assertThat(obtain(RESIZED)).isEqualTo(first);
        assertThat(messages.lines)
                .containsExactly(
                        "Reading 16 pictures in 2 classes from " + pictures + " as images of 20 x 24 pixels (resize)");

        draw("left/0.png", 99);
        assertThat(obtain(RESIZED).sha256()).isNotEqualTo(first.sha256());
        assertThat(obtain(new PictureOptions(ImageColour.GREY, 20, 24, ImagePreparation.RESIZE, 0.5))
                        .sha256())
                .isNotEqualTo(first.sha256());
        draw("left/0.png", 10);
        assertThat(obtain(RESIZED)).isEqualTo(first);
        assertThat(messages.lines).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t10k-labels-idx1-ubyte", "classes.txt"})
    void aDamagedConversionIsMadeAgain(String name) throws IOException {
        drawClasses("");
        var located = obtain(RESIZED);
        Files.write(located.directory().resolve(name), new byte[12]);

        assertThat(obtain(RESIZED)).isEqualTo(located);
        assertThat(messages.lines).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"train,test", "Train,Test", "TRAIN,TEST", "training,testing", "Training,test"})
    void theFoldersOfTheSplitsHaveTheUsualNames(String train, String test) throws IOException {
        drawClasses(train + "/");
        draw(test + "/left/a.png", 1);
        draw(test + "/right/b.png", 200);

        var located = obtain(RESIZED);

        assertThat(located.classNames()).containsExactly("left", "right");
        assertThat(located.read(Split.TRAIN).size()).isEqualTo(16);
        assertThat(greys(located.read(Split.TEST))).containsExactly(1, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"val", "Validation", "valid"})
    void aFolderForTheValidationIsLeftOutAloud(String name) throws IOException {
        drawClasses("train/");
        drawClasses("test/");
        drawClasses(name + "/");

        var located = obtain(RESIZED);

        assertThat(located.read(Split.TRAIN).size() + located.read(Split.TEST).size())
                .isEqualTo(32);
        assertThat(messages.lines)
                .endsWith("Left out: " + pictures.resolve(name) + "; <validationFraction> holds a part of "
                        + pictures.resolve("train") + " out instead");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train            | no folder for the test: there is train",
                "train,val        | no folder for the test: there are train, val",
                "Test             | no folder to learn from: there is Test",
                "val              | no folder to learn from: there is val",
                "test,train,training | more than one folder to learn from: there are test, train, training",
                "TEST,test,train  | more than one folder for the test: there are TEST, test, train"
            })
    void aDivisionThatIsNotClearIsAnError(String folders, String problem) throws IOException {
        for (var name : folders.split(",", -1)) {
            drawClasses(name + "/");
        }

        assertThatThrownBy(() -> obtain(RESIZED))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(pictures + " has " + problem + ". Pictures lie in a folder for each class.")
                .hasMessageEndingWith("or in two folders there, train (or training) and test (or testing)");
    }

    @Test
    void foldersOfAnotherDivisionAreNoClasses() throws IOException {
        drawClasses("learn/");
        drawClasses("measure/");

        assertThatThrownBy(() -> obtain(RESIZED))
                .hasMessageStartingWith(
                        "%s is taken for the folder of a class, but holds folders, such as %s. Pictures lie in a folder for each class.",
                        pictures.resolve("learn"), pictures.resolve("learn/left"));
    }

    /** As where the training pictures were copied from a Mac, and those for the test were not. */
    @Test
    void aClassIsTheSameHoweverItsNameIsComposed() throws IOException {
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode("u\u0308"));
        draw("train/gru\u0308n/0.png", 1);
        draw("train/rot/0.png", 100);
        draw("test/gr\u00fcn/0.png", 2);

        var located = obtain(RESIZED);

        assertThat(located.classNames()).containsExactly("gr\u00fcn", "rot");
        assertThat(located.read(Split.TEST).classCounts()).containsExactly(1, 0);
    }

    @Test
    void aClassMayBeCalledTrain() throws IOException {
        for (var i = 0; i < 8; i++) {
            draw("bus/" + i + ".png", i);
            draw("train/" + i + ".png", 100 + i);
            draw("test/" + i + ".png", 200 + i);
        }

        assertThat(obtain(RESIZED).classNames()).containsExactly("bus", "test", "train");
    }

    @Test
    void whatSystemsLeaveCountsForNothing() throws IOException {
        drawClasses("");
        draw("__MACOSX/left/a.png", 1);
        Files.writeString(pictures.resolve("left/Thumbs.db"), "x");
        Files.writeString(pictures.resolve("right/Desktop.ini"), "x");
        Files.createDirectories(pictures.resolve("right/@eaDir/0.png"));
        Files.writeString(pictures.resolve("left/.DS_Store"), "x");
        Files.createDirectories(pictures.resolve(".git/objects"));
        Files.writeString(pictures.resolve("README.md"), "beside the classes, not in them");

        assertThat(obtain(RESIZED).classNames()).containsExactly("left", "right");
    }

    @Test
    void listsEveryFileThatCannotBeUsed() throws IOException {
        drawClasses("");
        var text = Files.writeString(pictures.resolve("left/notes.txt"), "x");
        var cut = draw("right/cut.png", 1);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 30));

        assertThatThrownBy(() -> obtain(RESIZED))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith("2 files in " + pictures + " cannot be used; mend or remove them:\n  - " + text)
                .hasMessageContaining("it is no PNG, JPEG, GIF or BMP\n  - " + cut);
        assertThat(folder.resolve("cache/datasets/pictures")).isDirectoryNotContaining(kept -> Files.isDirectory(kept));
    }

    @Test
    void listsNoMoreThanAnyoneReads() throws IOException {
        drawClasses("");
        for (var i = 0; i < 25; i++) {
            Files.writeString(pictures.resolve("left/bad" + i + ".png"), "x");
        }

        assertThatThrownBy(() -> obtain(RESIZED))
                .hasMessageStartingWith("25 files in ")
                .hasMessageEndingWith("\n  and 5 more");
    }

    @Test
    void aTestClassThatNobodyLearnsIsAnError() throws IOException {
        drawClasses("train/");
        draw("test/up/0.png", 1);

        assertThatThrownBy(() -> obtain(RESIZED))
                .hasMessage(
                        "%s has the classes [up], which %s has not",
                        pictures.resolve("test"), pictures.resolve("train"));
    }

    @Test
    void oneClassIsNoDataSet() throws IOException {
        draw("left/0.png", 1);

        assertThatThrownBy(() -> obtain(RESIZED))
                .hasMessage(pictures
                        + " has 1 sub-folder with pictures; there must be one for each class, 2 to 256 of them");
    }

    @Test
    void anEmptyClassIsAnError() throws IOException {
        drawClasses("");
        var empty = Files.createDirectories(pictures.resolve("up"));

        assertThatThrownBy(() -> obtain(RESIZED)).hasMessageStartingWith(empty + " holds no pictures");
    }

    @Test
    void onePictureOfEachClassLeavesNoneForTheTest() throws IOException {
        draw("left/0.png", 1);
        draw("right/0.png", 2);

        assertThatThrownBy(() -> obtain(RESIZED))
                .hasMessage(
                        "none of the 2 pictures in %s is for the test, which takes each with a probability of 0.25 by what it shows: "
                                + "add pictures, raise <testFraction>, or divide them yourself into folders train and test",
                        pictures);
    }

    @Test
    void aFolderWithoutAnythingSaysWhatItCouldHold() throws IOException {
        Files.createDirectories(pictures);

        assertThatThrownBy(() -> obtain(RESIZED))
                .hasMessageContaining("holds no train-images-idx3-ubyte")
                .hasMessageEndingWith("pictures lie in a sub-folder for each class");
    }
}
