package io.github.lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of test images in docs/gates.md, against what the gate computes. */
class SampleSizesTest {

    private static final Path PAGE = Path.of("..", "docs", "gates.md");
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.CEILING);

    static List<Arguments> minimums() throws IOException {
        return cells("| minimum |");
    }

    @ParameterizedTest(name = "{0} %, {1} points above: {2} images")
    @MethodSource("minimums")
    void areEnoughToShowAMinimum(BigDecimal minimum, BigDecimal points, int images) {
        var share = minimum.movePointLeft(2).doubleValue();

        // No image can be half right, so the accuracy is that of the next whole number of them.
        assertThat(lowerBound(minimum.add(points), images, RoundingMode.CEILING))
                .isGreaterThanOrEqualTo(share);
        assertThat(lowerBound(minimum.add(points), images * 9 / 10, RoundingMode.FLOOR))
                .isLessThan(share);
    }

    static List<Arguments> falls() throws IOException {
        return cells("| models differ on |");
    }

    @ParameterizedTest(name = "differing on {0} %, a fall by {1} points: {2} images")
    @MethodSource("falls")
    void areEnoughToNoticeAFall(BigDecimal discordance, BigDecimal points, int images) {
        var fall = points.movePointLeft(2).doubleValue();

        var needed = Comparison.imagesToDetect(
                fall, Math.max(fall, discordance.movePointLeft(2).doubleValue()), 0.05, 0.8);

        assertThat(BigDecimal.valueOf(needed).round(THREE_DIGITS)).isEqualByComparingTo(BigDecimal.valueOf(images));
    }

    private static double lowerBound(BigDecimal accuracy, int images, RoundingMode rounding) {
        var correct =
                accuracy.movePointLeft(2).multiply(BigDecimal.valueOf(images)).setScale(0, rounding);
        return Confidence.DEFAULT.lowerBound(new Proportion(correct.intValueExact(), images));
    }

    /** The cells of the table that begins with a heading: number of the row, number of the column, images. */
    private static List<Arguments> cells(String heading) throws IOException {
        var lines = Files.readAllLines(PAGE);
        var first = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(heading))
                .findFirst()
                .orElseThrow();
        var columns = numbers(lines.get(first));
        return lines.subList(first + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(SampleSizesTest::numbers)
                .flatMap(row -> row.keySet().stream()
                        .filter(column -> column > 0)
                        .map(column -> Arguments.of(
                                row.get(0), columns.get(column), row.get(column).intValueExact())))
                .toList();
    }

    private static Map<Integer, BigDecimal> numbers(String row) {
        var cells = Arrays.stream(row.split("\\|"))
                .skip(1)
                .map(cell -> cell.replaceAll("[^0-9.]", ""))
                .toList();
        var numbers = new TreeMap<Integer, BigDecimal>();
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                numbers.put(i, new BigDecimal(cells.get(i)));
            }
        }
        return numbers;
    }
}
