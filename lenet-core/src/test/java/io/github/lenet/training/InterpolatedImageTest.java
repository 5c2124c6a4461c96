package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;

class InterpolatedImageTest {

    private static final int HEIGHT = 3;
    private static final int WIDTH = 4;

    @Test
    void atAPixelItHasTheValueOfThePixel() {
        assertThat(IntStream.range(0, HEIGHT * WIDTH))
                .allMatch(i -> at(i / WIDTH, i % WIDTH) == (pixels()[i] & 0xFF) / 255f);
    }

    @Test
    void betweenPixelsItIsBilinear() {
        assertThat(at(0, 0.5f) * 255).isCloseTo(5, within(1e-4f));
        assertThat(at(0.25f, 0) * 255).isCloseTo(10, within(1e-4f));
        assertThat(at(0.25f, 0.5f) * 255).isCloseTo(15, within(1e-4f));
        assertThat(at(1.75f, 2.5f) * 255).isCloseTo(95, within(1e-4f));
    }

    @Test
    void itFadesIntoTheBackgroundWithinOnePixel() {
        assertThat(at(2, 3.25f)).isCloseTo(at(2, 3) * 0.75f, within(1e-6f));
        assertThat(at(2.5f, 3)).isCloseTo(at(2, 3) * 0.5f, within(1e-6f));
        assertThat(at(1, -0.5f)).isCloseTo(at(1, 0) * 0.5f, within(1e-6f));
    }

    @Property
    void everywhereElseThereIsBackground(
            @ForAll @FloatRange(min = -1e9f, max = 1e9f) float row,
            @ForAll @FloatRange(min = -1e9f, max = 1e9f) float column) {
        var outside = row <= -1 || row >= HEIGHT || column <= -1 || column >= WIDTH;

        assertThat(at(row, column)).isBetween(0f, outside ? 0f : 1f);
    }

    /** 0 to 110: 10 more for each column, 40 for each row. */
    private static byte[] pixels() {
        var pixels = new byte[HEIGHT * WIDTH];
        IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (byte) (10 * i));
        return pixels;
    }

    private static float at(float row, float column) {
        var grid = new SamplingGrid(HEIGHT, WIDTH);
        grid.rows()[5] = row;
        grid.columns()[5] = column;
        var image = new InterpolatedImage(HEIGHT, WIDTH);
        image.load(pixels(), 0);
        var target = new float[HEIGHT * WIDTH];
        image.sample(grid, target, 0);
        return target[5];
    }
}
