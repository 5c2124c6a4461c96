package io.github.lenet.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.fixtures.ColouredDigits;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformationTest {

    private static final Dataset DIGITS = SyntheticDigits.test(50, 7);
    private static final Transformation NONE = new Transformation(0, 0, 0, 1, 0, 42);

    @Example
    void changesNothingUnlessAsked() {
        var same = NONE.apply(DIGITS);

        assertThat(same.pixels()).isEqualTo(DIGITS.pixels()).isNotSameAs(DIGITS.pixels());
        assertThat(same.split()).isEqualTo("test");
    }

    @Example
    void keepsEverythingButThePixels() {
        var transformed = new Transformation(2, 10, 0.1, 0.5, 8, 42).apply(DIGITS);

        assertThat(transformed.split())
                .isEqualTo("test, shifted by 2, rotated by 10 degrees, with noise of 0.1, at a contrast of 0.5,"
                        + " with a square of 8 x 8 hidden");
        assertThat(transformed.name()).isEqualTo(DIGITS.name());
        assertThat(transformed.classNames()).isEqualTo(DIGITS.classNames());
        assertThat(transformed.classCounts()).isEqualTo(DIGITS.classCounts());
        assertThat(IntStream.range(0, 50).map(transformed::label))
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).map(DIGITS::label).boxed().toList());
    }

    /** But for noise, which every value has of its own. */
    @ParameterizedTest
    @CsvSource({"3, 0, 1, 0", "0, 15, 1, 0", "0, 0, 0.4, 0", "0, 0, 1, 9"})
    void transformsAllChannelsAlike(int shift, double rotation, double contrast, int occlusion) {
        var transformation = new Transformation(shift, rotation, 0, contrast, occlusion, 42);
        var coloured = ColouredDigits.test(9, 7);
        var size = 28 * 28;

        var transformed = transformation.apply(coloured);

        var expected = transformation.apply(thrice(SyntheticDigits.test(9, 7)));
        assertThat(transformed.channels()).isEqualTo(3);
        if (contrast == 1) {
            for (var image = 0; image < 9; image++) {
                var from = coloured.pixelOffset(image);
                var bright = Arrays.copyOfRange(
                        transformed.pixels(), from + image % 3 * size, from + (image % 3 + 1) * size);
                assertThat(bright).isEqualTo(Arrays.copyOfRange(expected.pixels(), from, from + size));
            }
        }
        assertThat(expected.pixels())
                .isEqualTo(
                        thrice(transformation.apply(SyntheticDigits.test(9, 7))).pixels());
    }

    private static Dataset thrice(Dataset grey) {
        var size = grey.imageSize();
        var pixels = new byte[3 * grey.pixels().length];
        for (var plane = 0; plane < 3 * grey.size(); plane++) {
            System.arraycopy(grey.pixels(), plane / 3 * size, pixels, plane * size, size);
        }
        return new Dataset(
                grey.name(),
                grey.split(),
                3,
                grey.height(),
                grey.width(),
                pixels,
                new byte[grey.size()],
                grey.classNames());
    }

    /** The beginnings of the digests of one run; they hold on every machine and JDK. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 1, 0, f3cbfb67fa05a30b",
        "0, 15, 0, 1, 0, 770251657d10c4ea",
        "0, 0, 0.2, 1, 0, d9065fc231de056a",
        "0, 0, 0, 0.4, 0, 1e89002eaba668f6",
        "0, 0, 0, 1, 9, 88e1e253c510ddd3",
    })
    void hasTheSameBytesEverywhere(
            int shift, double rotation, double noise, double contrast, int occlusion, String sha256) {
        var transformed = new Transformation(shift, rotation, noise, contrast, occlusion, 42).apply(DIGITS);

        assertThat(Sha256.hex(transformed.pixels())).startsWith(sha256);
    }

    @Property(tries = 50)
    void aShiftMovesEveryImageByItsPixels(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2) int pixels) {
        var shifted = new Transformation(pixels, 0, 0, 1, 0, seed)
                .apply(image(5, 5, 12, 255))
                .pixels();

        var place = brightest(shifted);
        var down = Math.abs(place / 5 - 2);
        var right = Math.abs(place % 5 - 2);
        assertThat(Math.max(down, right)).isEqualTo(pixels);
        assertThat(List.of(0, pixels)).contains(down, right);
    }

    @Example
    void everyDirectionOccurs() {
        var dots = new byte[100 * 9];
        IntStream.range(0, 100).forEach(image -> dots[image * 9 + 4] = (byte) 255);
        var shifted =
                new Transformation(1, 0, 0, 1, 0, 1).apply(dataset(3, 3, dots)).pixels();

        var places = new HashSet<Integer>();
        IntStream.range(0, 900).filter(pixel -> shifted[pixel] != 0).forEach(pixel -> places.add(pixel % 9));

        assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3, 5, 6, 7, 8);
    }

    @Example
    void aQuarterTurnMovesACornerToTheNext() {
        var corner = image(3, 3, 0, 200);

        var turned = new Transformation(0, 90, 0, 1, 0, 42).apply(corner).pixels();

        var place = IntStream.range(0, 9)
                .filter(pixel -> turned[pixel] != 0)
                .findFirst()
                .orElseThrow();
        assertThat(place).isIn(2, 6);
        assertThat(Byte.toUnsignedInt(turned[place])).isEqualTo(200);
    }

    @Property(tries = 20)
    void noiseHasItsStandardDeviation(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.1) double noise) {
        var grey = new byte[10_000];
        Arrays.fill(grey, (byte) 128);
        var noisy = new Transformation(0, 0, noise, 1, 0, seed)
                .apply(dataset(100, 100, grey))
                .pixels();

        var variance = IntStream.range(0, noisy.length)
                        .mapToDouble(i -> Byte.toUnsignedInt(noisy[i]) - 128)
                        .map(d -> d * d)
                        .sum()
                / noisy.length;

        assertThat(Math.sqrt(variance) / 255).isCloseTo(noise, within(0.06 * noise));
    }

    @Example
    void contrastKeepsTheMean() {
        var halves = dataset(1, 2, new byte[] {50, (byte) 150});

        assertThat(new Transformation(0, 0, 0, 0.5, 0, 42).apply(halves).pixels())
                .containsExactly(75, 125);
        assertThat(new Transformation(0, 0, 0, 0, 0, 42).apply(halves).pixels()).containsExactly(100, 100);
        assertThat(new Transformation(0, 0, 0, 10, 0, 42).apply(halves).pixels())
                .containsExactly(0, 255);
    }

    @Property(tries = 50)
    void anOcclusionHidesOneSquare(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int side) {
        var white = new byte[100];
        Arrays.fill(white, (byte) 255);

        var hidden = new Transformation(0, 0, 0, 1, side, seed)
                .apply(dataset(10, 10, white))
                .pixels();

        var places = IntStream.range(0, 100).filter(pixel -> hidden[pixel] == 0).toArray();
        assertThat(places).hasSize(side * side);
        assertThat(places[places.length - 1] - places[0]).isEqualTo((side - 1) * 11);
    }

    @Example
    void oneStepLeavesTheChanceOfAnotherAsItIs() {
        var dot = image(5, 5, 12, 255);

        for (var seed = 0L; seed < 20; seed++) {
            var shifted = new Transformation(1, 0, 0, 1, 0, seed).apply(dot).pixels();
            var both = new Transformation(1, 0, 0, 0.5, 0, seed).apply(dot).pixels();

            assertThat(brightest(both)).isEqualTo(brightest(shifted));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 1, 0, 'shift is -1, but must be from 0 to 255'",
        "256, 0, 0, 1, 0, 'shift is 256, but must be from 0 to 255'",
        "0, 181, 0, 1, 0, 'rotation is 181.0, but must be from 0 to 180'",
        "0, NaN, 0, 1, 0, 'rotation is NaN, but must be from 0 to 180'",
        "0, 0, 1.1, 1, 0, 'noise is 1.1, but must be from 0 to 1'",
        "0, 0, 0, -2, 0, 'contrast is -2.0, but must be from 0 to 10'",
        "0, 0, 0, 1, 256, 'occlusion is 256, but must be from 0 to 255'",
    })
    void refusesWhatCannotBeMeant(
            int shift, double rotation, double noise, double contrast, int occlusion, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transformation(shift, rotation, noise, contrast, occlusion, 42))
                .withMessage(message);
    }

    @Example
    void refusesToMoveOrHideAWholeImage() {
        var small = image(5, 9, 12, 255);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transformation(5, 0, 0, 1, 0, 42).apply(small))
                .withMessage("shift is 5, but must be below the 5 pixels of an image");
        assertThatIllegalArgumentException().isThrownBy(() -> new Transformation(0, 0, 0, 1, 5, 42).apply(small));
    }

    private static int brightest(byte[] pixels) {
        return IntStream.range(0, pixels.length)
                .boxed()
                .max((a, b) -> Integer.compare(Byte.toUnsignedInt(pixels[a]), Byte.toUnsignedInt(pixels[b])))
                .orElseThrow();
    }

    private static Dataset image(int height, int width, int pixel, int ink) {
        var pixels = new byte[height * width];
        pixels[pixel] = (byte) ink;
        return dataset(height, width, pixels);
    }

    private static Dataset dataset(int height, int width, byte[] pixels) {
        return new Dataset(
                "mine", "test", height, width, pixels, new byte[pixels.length / (height * width)], List.of("a"));
    }
}
