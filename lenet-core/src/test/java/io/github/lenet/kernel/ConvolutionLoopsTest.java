package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same sums, to the last bit, as additions one by one. Runs twice in each build: with the Vector API, and without.
 */
class ConvolutionLoopsTest {

    private static final Convolution SHAPE = new Convolution(new Shape(2, 7, 9), 3, 3, 1, Activation.IDENTITY);
    private static final int LANES = 3;
    private static final int RUN = 7;

    private final Random random = new Random(5);
    private final ConvolutionLoops loops = ConvolutionLoops.fastest(SHAPE, 1000);

    @Test
    void takesVectorsWhereTheJvmHasThem() {
        var vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(loops).isInstanceOf(vectors ? VectorLoops.class : PlainLoops.class);
        assertThat(loops.width() > 1).isEqualTo(vectors);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "1, 2", "3, 2", "2, 3"})
    void convolvesInTheOrderOfTheTaps(int images, int squareSize) {
        var planes = new PaddedPlanes(SHAPE, squareSize, LANES, loops.overrun());
        float[][] input = new float[2][];
        Arrays.setAll(input, channel -> random(7 * 9 * images));
        var parameters = random(4 + SHAPE.parameterCount());
        var squareRows = 7 / squareSize;
        var squareColumns = 9 / squareSize;
        var count = squareSize * squareSize * (squareRows - 1) * squareColumns * images;
        float[][] sums = new float[3][count + loops.overrun()];
        planes.load(input, images);

        loops.convolve(sums, planes, 1, squareRows - 1, parameters, 4, 7);

        for (var filter = 0; filter < 3; filter++) {
            for (var i = 0; i < count; i++) {
                var image = i % images;
                var squareColumn = i / images % squareColumns;
                var squareRow = i / images / squareColumns % (squareRows - 1) + 1;
                var place = i / images / squareColumns / (squareRows - 1);
                var row = squareRow * squareSize + place / squareSize;
                var column = squareColumn * squareSize + place % squareSize;
                assertThat(sums[filter][i]).isEqualTo(output(input, images, image, filter, row, column, parameters));
            }
        }
    }

    private static float output(
            float[][] input, int images, int image, int filter, int row, int column, float[] parameters) {
        var sum = parameters[4 + filter];
        for (var tap = 0; tap < 18; tap++) {
            var y = row + tap / 3 % 3 - 1;
            var x = column + tap % 3 - 1;
            var inside = y >= 0 && y < 7 && x >= 0 && x < 9;
            float value = inside ? input[tap / 9][(y * 9 + x) * images + image] : 0;
            sum += parameters[7 + filter * 18 + tap] * value;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 30", "5, 1", "5, 30", "12, 30"})
    void sumsInTheOrderOfThePatches(int sliceCount, int count) {
        var image = random(500 + loops.overrun());
        int[] slices = slices(sliceCount, loops.width());
        var starts = random.ints(count, 0, 200).toArray();
        var factors = random(count);
        var sum = random(sliceCount * loops.width());
        var expected = sum.clone();
        for (var patch = 0; patch < count; patch++) {
            for (var i = 0; i < sum.length; i++) {
                expected[i] += factors[patch] * image[starts[patch] + slices[i / loops.width()] + i % loops.width()];
            }
        }

        loops.sum(sum, image, starts, factors, count, slices);

        assertThat(sum).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 30", "5, 1", "5, 30", "12, 30"})
    void spreadsInTheOrderOfThePlaces(int sliceCount, int count) {
        var image = random(500 + loops.overrun());
        int[] slices = slices(sliceCount, loops.width());
        var starts = random.ints(count, 0, 200).toArray();
        var factors = random(count);
        var patch = random(sliceCount * loops.width());
        var expected = image.clone();
        for (var place = 0; place < count; place++) {
            for (var i = 0; i < patch.length; i++) {
                expected[starts[place] + slices[i / loops.width()] + i % loops.width()] += factors[place] * patch[i];
            }
        }

        loops.spread(image, starts, factors, count, patch, slices);

        assertThat(image).isEqualTo(expected);
    }

    /** Far enough apart for slices of this width not to overlap. */
    private static int[] slices(int count, int width) {
        int[] slices = new int[count];
        Arrays.setAll(slices, i -> i * Math.max(width, RUN));
        return slices;
    }

    private float[] random(int count) {
        float[] values = new float[count];
        for (var i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }
}
