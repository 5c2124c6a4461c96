package io.github.lenet.training;

import io.github.lenet.dataset.SeededRandom;
import java.util.Arrays;

/**
 * A displacement for every pixel that changes little from one to the next: noise, -1 to 1 along each axis, convolved
 * with a Gaussian and multiplied by a factor.
 *
 * <p>The convolution is two products with a matrix, down the rows and along the columns, which HotSpot vectorises.
 */
final class DisplacementField {

    /** Standard deviation of the Gaussian in pixels: Simard's 4. */
    static final double SMOOTHNESS = 4;

    /**
     * What the smoothed noise is multiplied by. It moves a pixel by 0.6 along each axis, as a root mean square;
     * Simard's 34 moves it by 1.4, which is too much on top of an affine map for a network as small as LeNet-5.
     */
    static final double STRENGTH = 15;

    private final int height;
    private final int width;
    private final float[][] overRows;
    private final float[][] overColumns;
    // The displacements down and to the right lie side by side, because long rows are faster.
    private final float[][] noise;
    private final float[][] smoothedOverRows;
    private final float[][] transposed;
    private final float[][] displacements;

    /**
     * Makes room.
     *
     * @param height rows of an image
     * @param width columns of an image
     */
    DisplacementField(int height, int width) {
        this.height = height;
        this.width = width;
        overRows = gaussian(height, STRENGTH);
        overColumns = gaussian(width, 1);
        noise = new float[height][2 * width];
        smoothedOverRows = new float[height][2 * width];
        transposed = new float[width][2 * height];
        displacements = new float[width][2 * height];
    }

    /** Each row has the weights of all places for one place. Beyond the frame, there is no noise. */
    private static float[][] gaussian(int size, double factor) {
        var weights = new double[size];
        for (var distance = 0; distance < size; distance++) {
            weights[distance] = StrictMath.exp(-0.5 * distance * distance / (SMOOTHNESS * SMOOTHNESS));
        }
        // The integral of the curve: what the weights of a place in the middle of a large image add up to.
        var sum = SMOOTHNESS * StrictMath.sqrt(2 * StrictMath.PI);
        var matrix = new float[size][size];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                matrix[i][j] = (float) (factor * weights[Math.abs(i - j)] / sum);
            }
        }
        return matrix;
    }

    /**
     * Draws a field.
     *
     * @param random the numbers of an image
     */
    void draw(SeededRandom random) {
        for (var row : noise) {
            for (var column = 0; column < width; column++) {
                // Both values from one number: that is a fifth of the time of this method.
                var bits = random.nextLong();
                row[column] = uniform(bits >>> 40);
                row[width + column] = uniform(bits >>> 16 & 0xFFFFFF);
            }
        }
        multiply(overRows, noise, smoothedOverRows);
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                transposed[column][row] = smoothedOverRows[row][column];
                transposed[column][height + row] = smoothedOverRows[row][width + column];
            }
        }
        multiply(overColumns, transposed, displacements);
    }

    /** From -1 to below 1, for 24 bits. */
    private static float uniform(long bits) {
        return bits * 0x1p-23f - 1;
    }

    /**
     * Displaces every point.
     *
     * @param grid the points of an image of this size
     */
    void addTo(SamplingGrid grid) {
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                grid.rows()[row * width + column] += displacements[column][row];
                grid.columns()[row * width + column] += displacements[column][height + row];
            }
        }
    }

    private static void multiply(float[][] factors, float[][] rows, float[][] product) {
        for (var i = 0; i < product.length; i++) {
            Arrays.fill(product[i], 0);
            var k = 0;
            for (; k + 4 <= rows.length; k += 4) {
                addFour(product[i], factors[i], k, rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
            }
            for (; k < rows.length; k++) {
                add(product[i], factors[i][k], rows[k]);
            }
        }
    }

    /** Four rows at a time, so that the sum is read and written less often. */
    private static void addFour(float[] sum, float[] factors, int k, float[] a, float[] b, float[] c, float[] d) {
        var factorOfA = factors[k];
        var factorOfB = factors[k + 1];
        var factorOfC = factors[k + 2];
        var factorOfD = factors[k + 3];
        for (var i = 0; i < sum.length; i++) {
            sum[i] = sum[i] + factorOfA * a[i] + factorOfB * b[i] + factorOfC * c[i] + factorOfD * d[i];
        }
    }

    private static void add(float[] sum, float factor, float[] row) {
        for (var i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }
}
