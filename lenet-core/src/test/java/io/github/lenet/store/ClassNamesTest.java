package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.dataset.IdxArray;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        return LocatedDataset.open("mine", folder).classNames();
    }

    private void drawData() throws IOException {
        SyntheticDigits.write(folder, 20, 10, 1);
    }

    private void writeLabels(Split split, int... labels) throws IOException {
        var bytes = new byte[labels.length];
        IntStream.range(0, labels.length).forEach(i -> bytes[i] = (byte) labels[i]);
        var array = new IdxArray(IdxType.UNSIGNED_BYTE, List.of(labels.length), bytes);
        IdxWriter.write(folder.resolve(split.labelsFile()), array);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 4", "2, 3, 4", "255, 0, 256"})
    void areTheNumbersUpToTheHighestLabelOfEitherSplit(int highestInTraining, int highestInTest, int classes)
            throws IOException {
        drawData();
        writeLabels(Split.TRAIN, 0, highestInTraining);
        writeLabels(Split.TEST, highestInTest, 0);

        assertThat(names()).hasSize(classes).startsWith("0", "1").endsWith(String.valueOf(classes - 1));
    }

    @Test
    void standInAFileOneInEachLine() throws IOException {
        drawData();
        Files.writeString(folder.resolve("classes.txt"), "zéro\r\n one \ntwo\n\n", StandardCharsets.UTF_8);

        assertThat(names()).containsExactly("zéro", "one", "two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b,a | , line 3: 'a' stands there twice",
                "a,,b | , line 2: is empty",
                "a | has 1 lines",
                "'' | has 0 lines"
            })
    void ofNoUseAreRefusedWithTheFile(String lines, String problem) throws IOException {
        drawData();
        Files.writeString(folder.resolve("classes.txt"), lines.replace(',', '\n'));

        assertThatThrownBy(this::names)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(folder.resolve("classes.txt").toString())
                .hasMessageContaining(problem);
    }

    @Test
    void moreThanALabelCanNumberAreRefused() throws IOException {
        drawData();
        var names = IntStream.rangeClosed(0, 256).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("classes.txt"), names);

        assertThatThrownBy(this::names).hasMessageContaining("has 257 lines").hasMessageEndingWith("2 to 256 of them");
    }

    @Test
    void inAFileThatIsTooLongForThemAreNotRead() throws IOException {
        drawData();
        var file = folder.resolve("classes.txt");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // Most file systems keep no zeros.
            channel.write(ByteBuffer.allocate(1), 3L << 30);
        }

        assertThatThrownBy(this::names)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(
                        file
                                + " has more than 65,536 bytes, but must have the name of a class in each line: 2 to 256 of them");
    }

    @Test
    void thatGitHasLeftElsewhereAreNamedAsSuch() throws IOException {
        drawData();
        var file = Files.writeString(
                folder.resolve("classes.txt"),
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 47040016\n");

        assertThatThrownBy(this::names)
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(file + " is a Git LFS pointer: run git lfs pull");
    }

    @Test
    void inAnotherEncodingAreRefused() throws IOException {
        drawData();
        Files.write(folder.resolve("classes.txt"), "zéro\none".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::names).hasMessageEndingWith("is no text in UTF-8; save it again in that encoding");
    }

    @Test
    void areTheSameHoweverTheirLettersAreComposed() throws IOException {
        drawData();
        Files.writeString(folder.resolve("classes.txt"), "gru\u0308n\nrot\n");
        assertThat(names()).containsExactly("gr\u00fcn", "rot");

        Files.writeString(folder.resolve("classes.txt"), "gru\u0308n\ngr\u00fcn\n");
        assertThatThrownBy(this::names).hasMessageContaining(", line 2: 'gr\u00fcn' stands there twice");
    }
}
