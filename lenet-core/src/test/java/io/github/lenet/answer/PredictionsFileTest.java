package io.github.lenet.answer;

import static io.github.lenet.text.Formatting.format;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.lenet.archive.StockNetworks;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.model.Classifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionsFileTest {

    private static final Dataset DIGITS = SyntheticDigits.test(50, 7);

    @TempDir
    private Path folder;

    private WrittenPredictions files;

    @BeforeEach
    void write() {
        files = new WrittenPredictions(folder);
    }

    @Test
    void readsClasses() throws IOException {
        var file = files.write("new.csv", "label,predicted\ncat,cat\ndog,cat\ncat,owl\n");

        var answers = files.read(file).answers();

        assertThat(answers.classNames()).containsExactly("cat", "dog", "owl");
        assertThat(IntStream.range(0, 3).map(answers::label)).containsExactly(0, 1, 0);
        assertThat(IntStream.range(0, 3).map(answers::answer)).containsExactly(0, 0, 2);
        assertThat(answers.hasProbabilities()).isFalse();
        assertThat(answers.dataset()).isEqualTo(new DatasetSummary("new.csv", null, 3));
        assertThat(answers.model()).isEqualTo(ModelSummary.ofPredictions("new.csv", Sha256.hex(file)));
    }

    @Test
    void readsProbabilitiesOfTheClassesInTheOrderOfTheirColumns() throws IOException {
        var answers = files.read("new.csv", "p_owl,label,p_cat\n.25,cat,7.5e-1\n1.,owl,0\n")
                .answers();

        assertThat(answers.classNames()).containsExactly("owl", "cat");
        assertThat(answers.probability(0, 0)).isEqualTo(0.25f);
        assertThat(answers.probability(0, 1)).isEqualTo(0.75f);
        assertThat(answers.answer(1)).isZero();
    }

    static Stream<Arguments> filesOfOtherPrograms() {
        return Stream.of(
                arguments("label,predicted\r\ncat,dog\r\n", ','),
                arguments("\uFEFFlabel,predicted\ncat,dog", ','),
                arguments("label;predicted\ncat;dog\n", ';'),
                arguments("label\tpredicted\ncat\tdog\n", '\t'),
                arguments("\"label\",\"predicted\"\n\"cat\",\"dog\"\n", ','),
                arguments("when,label,weight,predicted\n2026,cat,NaN,dog\n", ','),
                arguments("label,predicted\n\ncat,dog\n\n", ','));
    }

    @ParameterizedTest
    @MethodSource("filesOfOtherPrograms")
    void takesWhatOtherProgramsWrite(String content, char separator) throws IOException {
        var answers = PredictionsFile.read(files.write("new.csv", content), "new.csv", separator)
                .answers();

        assertThat(answers.classNames()).containsExactly("cat", "dog");
        assertThat(answers.images()).isEqualTo(1);
        assertThat(answers.answer(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'10,9,-1', '-1,9,10'", "'b,10,a', '10,a,b'"})
    void sortsNumbersByTheirValue(String labels, String sorted) throws IOException {
        var rows = Stream.of(labels.split(",")).map(label -> label + "," + label);

        var answers = files.read("new.csv", rows.collect(Collectors.joining("\n", "label,predicted\n", "\n")))
                .answers();

        assertThat(answers.classNames()).containsExactly(sorted.split(","));
    }

    @Test
    void takesLettersThatLookTheSameForTheSame() throws IOException {
        var answers = files.read("new.csv", "label,p_gru\u0308n,p_rot\ngr\u00fcn,1,0\n")
                .answers();

        assertThat(answers.classNames()).containsExactly("gr\u00fcn", "rot");
        assertThat(answers.isCorrect(0)).isTrue();
    }

    @Test
    void countsTiesWhoseFirstClassIsTheAnswer() throws IOException {
        var file = files.read("new.csv", "label,p_a,p_b,p_c\nb,0.4,0.4,0.2\nc,0.3,0.3,0.4\nc,0,0.5,0.5\n");

        assertThat(file.answers().answer(0)).isZero();
        assertThat(file.answers().answer(2)).isEqualTo(1);
        assertThat(file.warnings())
                .containsExactly(
                        "in 2 rows of new.csv, several classes have the highest probability; the first of them counts as the"
                                + " answer");
        assertThat(files.read("old.csv", "label,p_a,p_b\nb,1,0\n").warnings()).isEmpty();
    }

    static Stream<Arguments> badFiles() {
        var quotes =
                "a value in quotation marks that begins here does not end as it must, with a quotation mark before a"
                        + " separator or the end of the line; the file may have been cut short";
        return Stream.of(
                arguments("", " is empty"),
                arguments(
                        "label,predicted\n",
                        " has no rows below its first line: nothing was predicted, or the file was cut short"),
                arguments("version https://git-lfs.github.com/spec/v1\n", " is a Git LFS pointer: run git lfs pull"),
                arguments(
                        "predicted,id\na,1\n",
                        ", line 1: there is no column label; the first line names 'predicted', 'id'"),
                arguments(
                        "label;predicted\na;b\n",
                        ", line 1: there is no column label; the first line names 'label;predicted'. Name the separator with"
                                + " <predictionsSeparator> if it is not ','"),
                arguments(
                        "label, predicted\na,b\n",
                        ", line 1: there is neither a column predicted nor a column p_<class> for each class; the first line"
                                + " names 'label', ' predicted'"),
                arguments(
                        "label,predicted,p_a,p_b\na,a,1,0\n",
                        ", line 1: there are a column predicted and columns p_<class>, which may contradict each other; leave"
                                + " one or the others out"),
                arguments(
                        "label,p_1\n1,0.9\n",
                        ", line 1: there is one column p_<class>; write one for each class, also where there are but two"),
                arguments("label,p_,p_a\na,0,1\n", ", line 1: the column p_ names no class"),
                arguments("label,predicted,label\na,a,a\n", ", line 1: the column label is there twice"),
                arguments("label,p_a,p_b,p_a\na,1,0,1\n", ", line 1: the column p_a is there twice"),
                arguments(
                        "label,predicted\na,a\nb",
                        ", line 3: it has 1 value, but the first line names 2; the file may have been cut short"),
                arguments("label,predicted\na,a,a\n", ", line 2: it has 3 values, but the first line names 2"),
                arguments(
                        "label,predicted\r\n\r\na,a\r\nb",
                        ", line 4: it has 1 value, but the first line names 2; the file may have been cut short"),
                arguments("label,predicted,note\na,a,\"x\ny\"\na,,z", ", line 4: the value of predicted is missing"),
                arguments("label,predicted\na,a\na,", ", line 3: the value of predicted is missing"),
                arguments("label,predicted\n ,a\n", ", line 2: the value of label is missing"),
                arguments("id,label,predicted\n,a,a\n", ", line 2: the value of id is missing"),
                arguments(
                        "id,label,predicted\n7,a,a\n8,a,a\n7,a,b\n",
                        ", line 4: the id '7' is that of line 2, too; each row must have one of its own"),
                arguments(
                        "label,p_a,p_b\na,1,0\nc,1,0\n",
                        ", line 3: label is 'c', which is no class of new.csv; known are a, b"),
                arguments(
                        "label,p_a,p_b\na,1,0\na,NaN,1\n",
                        ", line 3: p_a is 'NaN', but must be a number from 0 to 1, with a point before its decimals"),
                arguments(
                        "label,p_a,p_b\na,1,\n",
                        ", line 2: p_b is '', but must be a number from 0 to 1, with a point before its decimals"),
                arguments(
                        "label,p_a,p_b\na,1.5,-0.5\n",
                        ", line 2: p_a is '1.5', but must be a number from 0 to 1, with a point before its decimals"),
                arguments(
                        "label,p_a,p_b\na,0x1p-1,0.5\n",
                        ", line 2: p_a is '0x1p-1', but must be a number from 0 to 1, with a point before its decimals"),
                arguments(
                        "label,p_a,p_b\na,0.5f,0.5\n",
                        ", line 2: p_a is '0.5f', but must be a number from 0 to 1, with a point before its decimals"),
                arguments(
                        "label,p_a,p_b\na,0.5,0.501\na,0.5,0.5011\n",
                        ", line 3: the probabilities sum to 1.001100, but must sum to 1 within 0.001"),
                arguments("label,predicted\na,a\n\"a,b\n", ", line 3: " + quotes),
                arguments("label,predicted\na,a\na,\"b\"c\n", ", line 3: " + quotes));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void saysWhatIsWrongAndInWhichLine(String content, String sentence) throws IOException {
        var file = files.write("new.csv", content);

        assertThatThrownBy(() -> files.read(file).answers())
                .isInstanceOf(EvaluationException.class)
                .hasMessage(file + sentence);
    }

    @Test
    void refusesWhatIsNoTextOrNoFile() throws IOException {
        var latin = Files.write(
                folder.resolve("latin.csv"), "label,predicted\ngrün,rot\n".getBytes(StandardCharsets.ISO_8859_1));
        var unicode =
                Files.write(folder.resolve("unicode.csv"), "label,predicted\na,b\n".getBytes(StandardCharsets.UTF_16));

        for (var file : List.of(latin, unicode)) {
            assertThatThrownBy(() -> files.read(file))
                    .isInstanceOf(EvaluationException.class)
                    .hasMessageStartingWith(file + " is not in UTF-8; ");
        }
        assertThatThrownBy(() -> files.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(folder + " is no file");
        assertThatThrownBy(() -> files.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takesNoNumbersForClasses() throws IOException {
        var rows = IntStream.range(0, 6_000).mapToObj(row -> format("%s.5,%s.25", row, row));
        var file = files.write("new.csv", rows.collect(Collectors.joining("\n", "label,predicted\n", "\n")));

        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        file + ", line 5002: label and predicted have more than 10,000 different values up to here, but"
                                + " must be names of classes");
    }

    @Test
    void givesTheNumbersOfAModelWhoseAnswersItHolds() throws Exception {
        StockNetworks.archive("lenet5").write(folder.resolve("model.zip"));
        var own = ClassifierAnswers.of(Classifier.load(folder.resolve("model.zip")), DIGITS);
        var classes = own.classNames();
        var header = classes.stream().map("p_"::concat).collect(Collectors.joining(",", "label,", "\n"));
        var rows = IntStream.range(0, own.images())
                .mapToObj(image -> IntStream.range(0, classes.size())
                        .mapToObj(label -> String.valueOf(own.probability(image, label)))
                        .collect(Collectors.joining(",", classes.get(own.label(image)) + ",", "\n")))
                .collect(Collectors.joining());

        var file = files.read("new.csv", header + rows);

        for (var answers : List.of(file.answersTo(DIGITS), file.answers())) {
            var evaluation = Evaluation.of(answers);
            var expected = Evaluation.of(own);
            assertThat(evaluation.probabilityMetrics()).isEqualTo(expected.probabilityMetrics());
            assertThat(evaluation.confusionMatrix().counts())
                    .isEqualTo(expected.confusionMatrix().counts());
            assertThat(evaluation.confusionMatrix().classes())
                    .isEqualTo(expected.confusionMatrix().classes());
        }
        assertThat(file.answersTo(DIGITS).isAboutSameImages(own)).isTrue();
    }

    @Test
    void takesTheColumnsInAnyOrder() throws IOException {
        var two = DIGITS.subset(new int[] {0, 1}, "test");
        var names = IntStream.rangeClosed(0, 9).mapToObj(label -> 9 - label).toList();
        var header = names.stream().map(label -> "p_" + label).collect(Collectors.joining(",", "label,", "\n"));
        var row = names.stream().map(label -> label == 4 ? "1" : "0").collect(Collectors.joining(",", ",", "\n"));

        var answers = files.read("new.csv", header + two.label(0) + row + two.label(1) + row)
                .answersTo(two);

        assertThat(answers.answer(0)).isEqualTo(4);
        assertThat(answers.probability(1, 4)).isEqualTo(1);
    }

    static Stream<Arguments> filesWithOtherClasses() {
        return Stream.of(
                arguments(
                        "label,predicted\n3,0\n5,ten\n",
                        ", line 3: predicted is 'ten', which is no class of synthetic-digits test; known are 0, 1, 2, 3, 4,"
                                + " 5, 6, 7, 8, 9"),
                arguments(
                        "label,p_3,p_5\n3,0,1\n5,0,1\n",
                        " has no column p_0, but that is a class of synthetic-digits test"),
                arguments(
                        "label,p_0,p_1,p_2,p_3,p_4,p_5,p_6,p_7,p_8,p_9,p_A\n3,0,0,0,0,0,0,0,0,0,0,1\n5,0,0,0,0,0,0,0,0,0,0,1\n",
                        " has a column p_A, which is no class of synthetic-digits test"));
    }

    @ParameterizedTest
    @MethodSource("filesWithOtherClasses")
    void refusesClassesThatAreNotThoseOfTheImages(String content, String sentence) throws IOException {
        var two = new Dataset("synthetic-digits", "test", 1, 1, new byte[2], new byte[] {3, 5}, DIGITS.classNames());
        var file = files.write("new.csv", content);

        assertThatThrownBy(() -> files.read(file).answersTo(two))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(file + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label,predicted/b,b/d,d     | label,predicted/b,c/d,d              | b, c, d
            label,predicted/2,10/10,10  | label,predicted/2,9/10,10            | 2, 9, 10
            label,predicted/b,b/d,d     | label,p_d,p_c,p_b/b,0,1,0/d,1,0,0    | b, c, d
            label,p_d,p_b/b,0,1/d,1,0   | label,predicted/b,d/d,d              | d, b
            """)
    void takesTheClassesOfBothForAComparison(String candidate, String baseline, String classes) throws IOException {
        var now = files.read("new.csv", candidate.replace('/', '\n'));
        var before = files.read("old.csv", baseline.replace('/', '\n'));

        var comparison = Comparison.of("old.csv", now.answersBeside(before), before.answersLike(now));

        assertThat(comparison.candidate().confusionMatrix().classNames()).containsExactly(classes.split(", "));
        assertThat(comparison.candidate().accuracy())
                .isEqualTo(Evaluation.of(now.answers()).accuracy());
        assertThat(comparison.baseline().accuracy().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label,p_a,p_b/a,1,0 | label,predicted/a,c | old.csv, line 2: predicted is 'c', which is no class of new.csv; known are a, b
            label,predicted/a,c | label,p_a,p_b/a,1,0 | old.csv has no column p_c, but that is a class of new.csv
            """)
    void refusesAClassThatAFileWithProbabilitiesDoesNotHave(String candidate, String baseline, String sentence)
            throws IOException {
        files.assertRefused(candidate, baseline, sentence);
    }
}
