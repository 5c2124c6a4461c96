package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    private final Random random = new Random(5);

    @ParameterizedTest
    @CsvSource({"1, 12", "12, 12", "13, 28", "141, 156", "1024, 1036"})
    void fillsCacheLinesTogetherWithTheHeader(int length, int allocated) {
        float[][] rows = Rows.allocate(3, length);

        assertThat(rows).hasDimensions(3, allocated);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "2, 3", "2, 4", "3, 7", "6, 25"})
    void addsTheProductOfAMatrixRowByRow(int sumCount, int count) {
        var length = 70;
        var stride = count + 2;
        var rows = random(count, length);
        var factors = random(1, 1 + sumCount * stride)[0];
        var sums = random(sumCount, length);
        float[][] expected = copy(sums);
        for (var s = 0; s < sumCount; s++) {
            for (var k = 0; k < count; k++) {
                addNaively(expected[s], rows[k], factors[1 + s * stride + k], length - 1);
            }
        }

        Rows.add(sums, length - 1, rows, count, factors, 1, stride);

        assertThat(sums).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 13})
    void addsSelectedRowsInOrder(int count) {
        var length = 70;
        var rows = random(20, length);
        var factors = random(1, count)[0];
        var selection = random.ints(count, 0, 20).toArray();
        var sum = random(1, length)[0];
        var expected = sum.clone();
        for (var k = 0; k < count; k++) {
            addNaively(expected, rows[selection[k]], factors[k], length - 1);
        }

        Rows.addSelected(sum, length - 1, rows, selection, factors, count);

        assertThat(sum).isEqualTo(expected);
    }

    private float[][] random(int count, int length) {
        float[][] rows = new float[count][length];
        for (float[] row : rows) {
            for (var i = 0; i < length; i++) {
                row[i] = random.nextFloat() - 0.5f;
            }
        }
        return rows;
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }

    private static void addNaively(float[] sum, float[] row, float factor, int length) {
        for (var i = 0; i < length; i++) {
            sum[i] += factor * row[i];
        }
    }
}
