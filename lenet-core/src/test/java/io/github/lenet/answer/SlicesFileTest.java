package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lenet.answer.SlicesFile.Property;
import io.github.lenet.io.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesFileTest {

    private static final ImageNames INDICES = new ImageNames(new DatasetSummary("mnist", "test", 3), List.of());
    private static final ImageNames IDS =
            new ImageNames(new DatasetSummary("new.csv", null, 3), List.of("x", "y", "z"));
    private static final ImageNames FILES = new ImageNames(
            new DatasetSummary("scans", "test", 3),
            List.of(),
            List.of("1/a.png", "1/gr\u00fcn.png", "7/a.png"),
            List.of("1/learnt.png"));

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(INDICES, "index,writer\n2,anna\n0,ben\n1,anna\n"),
                arguments(INDICES, "\uFEFFindex,writer\r\n0,ben\r\n\r\n01,anna\r\n2,\"anna\"\r\n"),
                arguments(IDS, "id,writer\nz,anna\ny,anna\nx,ben"),
                arguments(IDS, "index,writer\n0,ben\n1,anna\n2,anna\n"),
                arguments(FILES, "file,writer\n1/learnt.png,carl\n7/a.png,anna\n1/gru\u0308n.png,anna\n1/a.png,ben\n"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsTheImageOfEachRow(ImageNames images, String content) throws IOException {
        var file = file(content);

        var slices = read(file, images);

        assertThat(slices.name()).isEqualTo("slices.csv");
        assertThat(slices.sha256()).isEqualTo(Sha256.hex(file));
        assertThat(slices.withoutRow()).isZero();
        assertThat(slices.properties()).singleElement().satisfies(writer -> {
            assertThat(writer.name()).isEqualTo("writer");
            assertThat(valuesOf(writer)).containsExactly("ben", "anna", "anna");
        });
    }

    @Test
    void everyFurtherColumnIsAProperty() throws IOException {
        var slices = read(file("index,writer,camera no. 1\n1,anna,\"a, b\"\n0,ben,x=y\n"), INDICES);

        assertThat(slices.properties()).extracting(Property::name).containsExactly("writer", "camera no. 1");
        assertThat(valuesOf(slices.properties().get(1))).containsExactly("x=y", "a, b", null);
        assertThat(slices.withoutRow()).isEqualTo(1);
    }

    @Test
    void takesLettersThatLookTheSameForTheSame() throws IOException {
        var slices = read(file("index,writer\n0,gru\u0308n\n1,gr\u00fcn\n"), INDICES);

        assertThat(slices.properties().get(0).values()).containsExactly("gr\u00fcn");
    }

    static Stream<Arguments> badFiles() {
        var first = ", line 1: the first column is '%s', but must say which image a row is about, and be called index,"
                + " id or file; the first line names %s";
        return Stream.of(
                arguments(INDICES, "", " is empty"),
                arguments(INDICES, "index,writer\n", " has no row about an image of mnist test"),
                arguments(FILES, "file,writer\n1/learnt.png,carl\n", " has no row about an image of scans test"),
                arguments(
                        INDICES,
                        "<!DOCTYPE html>\n",
                        " is a web page that was saved instead of the data: fetch it again"),
                arguments(INDICES, "image,writer\n0,a\n", format(first, "image", "'image', 'writer'")),
                arguments(
                        INDICES,
                        "index;writer\n0;a\n",
                        format(first, "index;writer", "'index;writer'. Separate the values by commas")),
                arguments(
                        INDICES,
                        "index\n0\n",
                        ", line 1: there is no column beside the first one, which would be a property of the images; the"
                                + " first line names 'index'. Separate the values by commas"),
                arguments(
                        INDICES,
                        "id,writer\nx,a\n",
                        ", line 1: the first column is id, but the images of mnist test have none: that takes a"
                                + " <predictionsFile> with a column id and no <dataset>; name them by their index, from 0"),
                arguments(
                        INDICES,
                        "file,writer\nx,a\n",
                        ", line 1: the first column is file, but the images of mnist test were not made from pictures; name"
                                + " them by their index, from 0"),
                arguments(INDICES, "index,\n0,a\n", ", line 1: column 2 has no name"),
                arguments(INDICES, "index,a,b,a\n0,1,2,3\n", ", line 1: the column 'a' is there twice"),
                arguments(
                        INDICES,
                        "index,a=b\n0,1\n",
                        ", line 1: the column 'a=b' has an '=' in its name, which separates a property from its value"),
                arguments(
                        INDICES,
                        "index,writer\n0,a\n3,b\n",
                        ", line 3: the index is '3', but the images of mnist test have the indices 0 to 2"),
                arguments(
                        INDICES,
                        "index,writer\n-1,b\n",
                        ", line 2: the index is '-1', but the images of mnist test have the indices 0 to 2"),
                arguments(
                        INDICES,
                        "index,writer\n0.5,b\n",
                        ", line 2: the index is '0.5', but the images of mnist test have the indices 0 to 2"),
                arguments(
                        INDICES,
                        "index,writer\n99999999999999999999,b\n",
                        ", line 2: the index is '99999999999999999999', but the images of mnist test have the indices 0 to 2"),
                arguments(
                        INDICES,
                        "index,writer\n1,a\n0,a\n01,b\n",
                        ", line 4: the index '01' is that of line 2, too; each image can have one row"),
                arguments(IDS, "id,writer\nx,a\nw,b\n", ", line 3: the id 'w' is that of no image of new.csv"),
                arguments(
                        FILES,
                        "file,writer\na.png,a\n",
                        ", line 2: the file 'a.png' is that of no image of scans test"),
                arguments(
                        FILES,
                        "file,writer\n1/a.png,a\n1/a.png,a\n",
                        ", line 3: the file '1/a.png' is that of line 2, too; each image can have one row"),
                arguments(INDICES, "index,writer\n0,a\n1,\n", ", line 3: the value of writer is missing"),
                arguments(INDICES, "index,writer,camera\n0, ,x\n", ", line 2: the value of writer is missing"),
                arguments(INDICES, "index,writer\n,a\n", ", line 2: the value of index is missing"),
                arguments(
                        INDICES,
                        "index,writer,camera\n0,a,x\n1,b",
                        ", line 3: it has 2 values, but the first line names 3; the file may have been cut short"),
                arguments(INDICES, "index,writer\n0,a,x\n", ", line 2: it has 3 values, but the first line names 2"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhatIsWrongAndInWhichLine(ImageNames images, String content, String sentence) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> read(file, images))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("<slices> " + file + sentence);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001})
    void takesNothingForAPropertyThatEveryImageHasForItself(int images) throws IOException {
        var rows = IntStream.range(0, images).mapToObj(image -> image + ",taken at " + image);
        var file = file(rows.collect(Collectors.joining("\n", "index,time\n", "\n")));
        var names = new ImageNames(new DatasetSummary("mnist", "test", images), List.of());

        if (images == 1_000) {
            assertThat(read(file, names).properties().get(0).values()).hasSize(1_000);
        } else {
            assertThatThrownBy(() -> read(file, names))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("<slices> " + file
                            + ", line 1002: there are more than 1,000 slices up to here, of which 'time'"
                            + " has 1,001; a property must have few values that many images share");
        }
    }

    @Test
    void refusesMoreColumnsThanThereCanBeSlices() throws IOException {
        var file = file("index" + ",a".repeat(1_000) + "\n");

        assertThatThrownBy(() -> read(file, INDICES))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("<slices> " + file
                        + ", line 1: the first line names 1,001 columns, but each is a property of the images");
    }

    @Test
    void refusesWhatIsNoListOfImages() throws IOException {
        var large = folder.resolve("large.csv");
        try (var content = new RandomAccessFile(large.toFile(), "rw")) {
            content.setLength((64 << 20) + 1);
        }
        var latin = Files.write(
                folder.resolve("latin.csv"), "index,writer\n0,grün\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> read(large, INDICES))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("<slices> " + large
                        + " has 67,108,865 bytes, but may have 67,108,864 at most: a short line for each image");
        assertThatThrownBy(() -> read(latin, INDICES))
                .hasMessageStartingWith("<slices> " + latin + " is not in UTF-8; ");
        assertThatThrownBy(() -> read(folder, INDICES)).hasMessage("<slices> " + folder + " is no file");
        assertThatThrownBy(() -> read(folder.resolve("none.csv"), INDICES))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("<slices> " + folder.resolve("none.csv")
                        + " does not exist; write it first, or correct -Dlenet.slices");
    }

    private static List<String> valuesOf(Property property) {
        return IntStream.of(property.valueOf())
                .mapToObj(value -> value < 0 ? null : property.values().get(value))
                .collect(Collectors.toList());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("slices.csv"), content);
    }

    private static SlicesFile read(Path file, ImageNames images) throws IOException {
        return SlicesFile.read(file, "slices.csv", images);
    }
}
