package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** By way of the files that the rows stand in. */
class PredictedRowsTest {

    private static final Dataset DIGITS = SyntheticDigits.test(50, 7);

    private WrittenPredictions files;

    @BeforeEach
    void write(@TempDir Path folder) {
        files = new WrittenPredictions(folder);
    }

    @Test
    void answersTheImagesOfADataSetInTheirOrderOrByTheirIndex() throws IOException {
        var rows = new ArrayList<>(IntStream.range(0, DIGITS.size())
                .mapToObj(image -> format("%s,%s,3", image, DIGITS.label(image)))
                .toList());
        var ordered = files.read("ordered.csv", "number,label,predicted\n" + String.join("\n", rows));
        Collections.shuffle(rows, new Random(1));
        var shuffled = files.read("shuffled.csv", "id,label,predicted\n" + String.join("\n", rows));

        for (var file : List.of(ordered, shuffled)) {
            var answers = file.answersTo(DIGITS);
            assertThat(answers.dataset()).isEqualTo(new DatasetSummary(DIGITS.name(), "test", 50));
            assertThat(answers.classNames()).isEqualTo(DIGITS.classNames());
            assertThat(IntStream.range(0, 50).map(answers::label))
                    .containsExactly(
                            IntStream.range(0, 50).map(DIGITS::label).boxed().toArray(Integer[]::new));
            assertThat(answers.answer(49)).isEqualTo(3);
        }
    }

    static Stream<Arguments> filesThatDoNotFitTheDigits() {
        return Stream.of(
                arguments(
                        "label,predicted\n%1$s,0\n",
                        " has 1 row, but must have one for each of synthetic-digits test (2 images); it may have been cut"
                                + " short"),
                arguments(
                        "label,predicted\n%1$s,0\n%2$s,0\n0,0\n",
                        " has 3 rows, but must have one for each of synthetic-digits test (2 images)"),
                arguments(
                        "label,predicted\n%1$s,0\nnone,0\n",
                        ", line 3: the label is 'none', but image 1 of synthetic-digits test is of class '%2$s'; the rows"
                                + " must be in the order of the images, or have a column id with the index of each image,"
                                + " from 0"),
                arguments(
                        "id,label,predicted\n1,none,0\n0,%1$s,0\n",
                        ", line 2: the label is 'none', but image 1 of synthetic-digits test is of class '%2$s'"),
                arguments(
                        "id,label,predicted\n0,%1$s,0\n2,%2$s,0\n",
                        ", line 3: the id is '2', but the images of synthetic-digits test have the indices 0 to 1"),
                arguments(
                        "id,label,predicted\nfirst,%1$s,0\n",
                        ", line 2: the id is 'first', but the images of synthetic-digits test have the indices 0 to 1"),
                arguments(
                        "id,label,predicted\n0,%1$s,0\n00,%2$s,0\n",
                        ", line 3: the id is that of image 0, as in line 2"),
                arguments(
                        "id,label,predicted\n1,%2$s,0\n",
                        " has 1 row, but must have one for each of synthetic-digits test (2 images): none has the id 0; it"
                                + " may have been cut short"));
    }

    @ParameterizedTest
    @MethodSource("filesThatDoNotFitTheDigits")
    void refusesWhatDoesNotAnswerEachImageOnce(String content, String sentence) throws IOException {
        var two = new Dataset("synthetic-digits", "test", 1, 1, new byte[2], new byte[] {3, 5}, DIGITS.classNames());
        var file = files.write("new.csv", format(content, "3", "5"));

        assertThatThrownBy(() -> files.read(file).answersTo(two))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(file + format(sentence, "3", "5"));
    }

    @Test
    void answersTheRowsOfAnotherFileByTheirIdsOrInTheirOrder() throws IOException {
        var candidate = files.read("new.csv", "id,label,predicted\nx,a,a\ny,b,a\nz,b,b\n");
        var byId = files.read("old.csv", "id,label,predicted\nz,b,a\nx,a,a\ny,b,b\n");
        var ordered = files.read("ordered.csv", "label,predicted\na,a\nb,b\n");

        var answers = byId.answersLike(candidate);
        assertThat(answers.isAboutSameImages(candidate.answers())).isTrue();
        assertThat(IntStream.range(0, 3).map(answers::answer)).containsExactly(0, 1, 0);
        assertThat(answers.model().name()).isEqualTo("old.csv");
        assertThat(ordered.answersLike(files.read("new.csv", "label,p_b,p_a\na,0.5,0.5\nb,1,0\n"))
                        .classNames())
                .containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,label,predicted/x,a,a/y,b,b | id,label,predicted/x,a,a     | old.csv, line 3: new.csv has no row with the id 'y'; it may have been cut short
            id,label,predicted/x,a,a       | id,label,predicted/y,b,b     | new.csv, line 2: old.csv has no row with the id 'y'
            id,label,predicted/x,a,a       | id,label,predicted/x,b,b     | old.csv, line 2: the label is 'a', but that of the same row in new.csv, line 2, is 'b'
            id,label,predicted/x,a,a       | label,predicted/a,a          | old.csv has a column id, but new.csv has none; rows are matched by their ids, or by their order if neither file has ids
            label,predicted/a,a            | id,label,predicted/x,a,a     | new.csv has a column id, but old.csv has none; rows are matched by their ids, or by their order if neither file has ids
            label,predicted/a,a/b,b        | label,predicted/a,a          | old.csv has 2 rows, but must have one for each of the 1 row of new.csv
            label,predicted/a,a            | label,predicted/a,a/b,b      | old.csv has 1 row, but must have one for each of the 2 rows of new.csv; it may have been cut short
            label,predicted/a,a/b,b        | label,predicted/a,a/a,b      | old.csv, line 3: the label is 'b', but that of the same row in new.csv, line 3, is 'a'
            """)
    void refusesAFileThatCannotBeComparedRowByRow(String old, String candidate, String sentence) throws IOException {
        files.assertRefused(candidate, old, sentence);
    }
}
