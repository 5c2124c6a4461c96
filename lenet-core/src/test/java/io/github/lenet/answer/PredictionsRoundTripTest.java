package io.github.lenet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.text.Composed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

/** What any program writes by RFC 4180 is read back as it was. */
class PredictionsRoundTripTest {

    private static final int CLASSES = 3;

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("ab1,;|\"'\n\r\t _-\u00e4\u0308\u6570\uFEFF")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(text -> !text.isBlank());
    }

    @Property(tries = 300)
    void classes(
            @ForAll @Size(min = 1, max = 20) List<@From("names") String> labels,
            @ForAll @Size(20) List<@From("names") String> predicted)
            throws IOException {
        var rows = IntStream.range(0, labels.size())
                .mapToObj(row -> List.of(labels.get(row), predicted.get(row)))
                .toList();

        var answers = read(List.of("label", "predicted"), rows).answers();

        assertThat(answers.images()).isEqualTo(rows.size());
        for (var row = 0; row < rows.size(); row++) {
            assertThat(List.of(
                            answers.classNames().get(answers.label(row)),
                            answers.classNames().get(answers.answer(row))))
                    .isEqualTo(Composed.of(rows.get(row)));
        }
    }

    @Property(tries = 300)
    void probabilities(
            @ForAll @Size(CLASSES) @UniqueElements(by = Composition.class) List<@From("names") String> names,
            @ForAll @Size(min = 1, max = 20)
                    List<@Size(CLASSES) List<@IntRange(min = 1, max = 1_000_000_000) Integer>> weights)
            throws IOException {
        var probabilities = weights.stream()
                .map(row -> {
                    var sum = row.stream().mapToDouble(Integer::doubleValue).sum();
                    return row.stream().map(weight -> (float) (weight / sum)).toList();
                })
                .toList();
        var header = Stream.concat(Stream.of("label"), names.stream().map("p_"::concat))
                .toList();

        var answers = read(
                        header,
                        probabilities.stream()
                                .map(row -> Stream.concat(
                                                names.stream().limit(1),
                                                row.stream().map(String::valueOf))
                                        .toList())
                                .toList())
                .answers();

        assertThat(answers.classNames()).isEqualTo(Composed.of(names));
        for (var row = 0; row < probabilities.size(); row++) {
            assertThat(answers.label(row)).isZero();
            for (var label = 0; label < CLASSES; label++) {
                assertThat(answers.probability(row, label))
                        .isEqualTo(probabilities.get(row).get(label));
            }
        }
    }

    /** What makes two names one. */
    static final class Composition implements Function<Object, Object> {

        @Override
        public Object apply(Object name) {
            return Composed.of(String.valueOf(name));
        }
    }

    /** As in RFC 4180. */
    private static String line(List<String> values) {
        return values.stream()
                .map(value -> value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static PredictionsFile read(List<String> header, List<List<String>> rows) throws IOException {
        var file = Files.createTempFile("predictions", ".csv");
        try {
            Files.writeString(
                    file,
                    Stream.concat(Stream.of(header), rows.stream())
                            .map(PredictionsRoundTripTest::line)
                            .collect(Collectors.joining()));
            return PredictionsFile.read(file, "predictions.csv", ',');
        } finally {
            Files.delete(file);
        }
    }
}
