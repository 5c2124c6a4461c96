package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.dataset.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SamplingGridTest {

    private static final int HEIGHT = 9;
    private static final int WIDTH = 13;

    private final SamplingGrid grid = new SamplingGrid(HEIGHT, WIDTH);

    @Test
    void theIdentityTakesEveryPixelFromItsPlace() {
        grid.map(1, 0, 0, 1, 0, 0);

        for (var i = 0; i < HEIGHT * WIDTH; i++) {
            assertThat(grid.rows()[i]).isEqualTo(Math.floorDiv(i, WIDTH));
            assertThat(grid.columns()[i]).isEqualTo(i % WIDTH);
        }
    }

    @Test
    void aMapKeepsTheMiddleUnlessItMovesIt() {
        grid.map(2, 1, -1, 3, 0.5, -2);

        assertThat(grid.rows()[4 * WIDTH + 6]).isEqualTo(4.5f);
        assertThat(grid.columns()[4 * WIDTH + 6]).isEqualTo(4f);
        // One row down and one column right of the middle.
        assertThat(grid.rows()[5 * WIDTH + 7]).isEqualTo(4.5f + 3);
        assertThat(grid.columns()[5 * WIDTH + 7]).isEqualTo(4f + 2);
    }

    /** The drawn map is taken apart again: a rotation and a shear of one scale, and a move. */
    @Property
    void everyPartOfAMapIsWithinItsRange(@ForAll long seed) {
        grid.drawAffine(new SeededRandom(seed));

        var middle = 4 * WIDTH + 6;
        var down = grid.rows()[middle] - 4;
        var right = grid.columns()[middle] - 6;
        var sine = grid.rows()[middle + 1] - grid.rows()[middle];
        var cosine = grid.columns()[middle + 1] - grid.columns()[middle];
        var area = cosine * (grid.rows()[middle + WIDTH] - grid.rows()[middle])
                - sine * (grid.columns()[middle + WIDTH] - grid.columns()[middle]);
        var lean = (grid.columns()[middle + WIDTH] - grid.columns()[middle]) * cosine
                + (grid.rows()[middle + WIDTH] - grid.rows()[middle]) * sine;
        var slack = 1e-5;
        assertThat(Math.abs(down)).isLessThan((float) (SamplingGrid.TRANSLATION + slack));
        assertThat(Math.abs(right)).isLessThan((float) (SamplingGrid.TRANSLATION + slack));
        assertThat(Math.abs(Math.toDegrees(Math.atan2(sine, cosine)))).isLessThan(SamplingGrid.ROTATION + slack);
        assertThat(1 / Math.hypot(sine, cosine)).isCloseTo(1, within(SamplingGrid.SCALE + slack));
        assertThat((double) area).isCloseTo(sine * sine + cosine * cosine, within(slack));
        assertThat(Math.abs(lean / area)).isLessThan((float) (SamplingGrid.SHEAR + slack));
    }

    @Test
    void theRangesAreUsedUp() {
        var rows = new double[2];
        for (var seed = 0; seed < 1000; seed++) {
            grid.drawAffine(new SeededRandom(seed));
            rows[0] = Math.min(rows[0], grid.rows()[4 * WIDTH + 6] - 4);
            rows[1] = Math.max(rows[1], grid.rows()[4 * WIDTH + 6] - 4);
        }

        assertThat(rows[0]).isCloseTo(-SamplingGrid.TRANSLATION, within(0.02));
        assertThat(rows[1]).isCloseTo(SamplingGrid.TRANSLATION, within(0.02));
    }
}
