package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.SeededRandom;
import org.junit.jupiter.api.Test;

class DisplacementFieldTest {

    private static final int HEIGHT = 28;
    private static final int WIDTH = 30;
    private static final int MIDDLE = 14 * WIDTH + 15;

    private final DisplacementField field = new DisplacementField(HEIGHT, WIDTH);

    /** The Gaussian by its definition, pixel by pixel, on the noise that the same seed gives. */
    @Test
    void isTheNoiseConvolvedWithAGaussian() {
        var noise = new double[HEIGHT][2 * WIDTH];
        var random = new SeededRandom(5);
        for (var row : noise) {
            for (var column = 0; column < WIDTH; column++) {
                var bits = random.nextLong();
                row[column] = (bits >>> 40) / (double) (1 << 23) - 1;
                row[WIDTH + column] = (bits >>> 16 & 0xFFFFFF) / (double) (1 << 23) - 1;
            }
        }
        var grid = drawn(5);
        var variance = DisplacementField.SMOOTHNESS * DisplacementField.SMOOTHNESS;
        for (var place : new int[][] {{0, 0}, {3, 29}, {14, 15}, {27, 1}}) {
            var down = 0.0;
            var right = 0.0;
            for (var row = 0; row < HEIGHT; row++) {
                for (var column = 0; column < WIDTH; column++) {
                    var square = Math.pow(row - place[0], 2) + Math.pow(column - place[1], 2);
                    var weight = Math.exp(-square / (2 * variance)) / (2 * Math.PI * variance);
                    down += weight * noise[row][column];
                    right += weight * noise[row][WIDTH + column];
                }
            }
            var i = place[0] * WIDTH + place[1];
            assertThat((double) grid.rows()[i]).isCloseTo(DisplacementField.STRENGTH * down, within(1e-4));
            assertThat((double) grid.columns()[i]).isCloseTo(DisplacementField.STRENGTH * right, within(1e-4));
        }
    }

    @Test
    void movesAPixelByTheDistanceThatIsDocumentedAndItsNeighbourAlmostAlike() {
        var squares = 0.0;
        var differences = 0.0;
        for (var seed = 0; seed < 2000; seed++) {
            var grid = drawn(seed);
            squares += Math.pow(grid.rows()[MIDDLE], 2) + Math.pow(grid.columns()[MIDDLE], 2);
            differences += Math.pow(grid.rows()[MIDDLE] - grid.rows()[MIDDLE + 1], 2);
        }

        assertThat(Math.sqrt(squares / 2 / 2000)).isCloseTo(0.6, within(0.03));
        assertThat(Math.sqrt(differences / 2000)).isLessThan(0.15);
    }

    @Test
    void isAddedToWhatIsThere() {
        field.draw(new SeededRandom(1));
        var grid = new SamplingGrid(HEIGHT, WIDTH);
        grid.map(1, 0, 0, 1, 0, 0);

        field.addTo(grid);

        assertThat(grid.rows()[MIDDLE]).isEqualTo(14 + drawn(1).rows()[MIDDLE]);
        assertThat(grid.columns()[MIDDLE]).isEqualTo(15 + drawn(1).columns()[MIDDLE]);
    }

    /** The displacements alone. */
    private SamplingGrid drawn(long seed) {
        field.draw(new SeededRandom(seed));
        var grid = new SamplingGrid(HEIGHT, WIDTH);
        field.addTo(grid);
        return grid;
    }
}
