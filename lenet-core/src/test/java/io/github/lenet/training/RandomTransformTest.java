package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.io.Sha256;
import io.github.lenet.recipe.Augmentation;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of augmentation has in common. */
class RandomTransformTest {

    /** Holds on any JDK, system and processor; a change here is a change of what everybody's models are. */
    @ParameterizedTest
    @CsvSource({
        "NONE, 9345a2c93de107ad19f881089adde0df1e2dd3ed3dc1ec01b3974594c2ecc248",
        "SHIFT, 5be5095876bdc3c7c0b34d74c4dc1c2b34631c84813d550221df2e9331f27390",
        "AFFINE, c024411bbf53a0eaf3eb363fe4d12a6bc38b1d1e609f2ddd63f7f34681ecab45",
        "ELASTIC, 31aef31c419cb68badefb0f40044f0fd661783acd4f40d4a33d5c0155cca6e0a",
        "FLIP, be6f7e36faed12af77ebcb9f1b74ce795b59d51c6dcfae8ed4b79a82bc41609f",
        "SHIFT_FLIP, 01cfa1ddb3b26153faee5d7de419213e7c240018a3aee5adefe15b04a1e6dfee",
        "CROP_FLIP, 4484dc08b57b474dd482fa48f9efdff841d43ddaa1990ebe3dfced5e3924859c"
    })
    void aSeedGivesTheSameVariantsEverywhere(Augmentation augmentation, String sha256) {
        var digits = SyntheticDigits.train(100, 1);
        var bytes = ByteBuffer.allocate(100 * 28 * 28 * Float.BYTES);
        var variants = bytes.asFloatBuffer();
        var transform = RandomTransform.of(augmentation, 28, 28);

        IntStream.range(0, 100).forEach(image -> variants.put(draw(transform, digits, image, image)));

        assertThat(Sha256.hex(bytes.array())).isEqualTo(sha256);
    }

    @Property(tries = 200)
    void aVariantHasIntensitiesAndLeavesTheRestOfTheMemoryAlone(@ForAll Augmentation augmentation, @ForAll long seed) {
        var digits = SyntheticDigits.train(10, 1);
        var target = new float[3 * 28 * 28];
        Arrays.fill(target, 7);

        var transform = RandomTransform.of(augmentation, 28, 28);
        transform.draw(new SeededRandom(seed));
        transform.apply(digits.pixels(), 0, target, 28 * 28);

        for (var i = 0; i < target.length; i++) {
            if (i / (28 * 28) == 1) {
                assertThat(target[i]).isBetween(0f, 1f);
            } else {
                assertThat(target[i]).isEqualTo(7f);
            }
        }
    }

    @Property(tries = 100)
    void imagesOfAnySizeStayOfTheirSize(
            @ForAll Augmentation augmentation,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int width) {
        var pixels = new byte[height * width];
        Arrays.fill(pixels, (byte) 255);
        var target = new float[height * width];

        var transform = RandomTransform.of(augmentation, height, width);
        transform.draw(new SeededRandom(1));
        transform.apply(pixels, 0, target, 0);

        // What was all ink is still ink in the middle of a large image.
        if (height > 20 && width > 20) {
            assertThat(target[height / 2 * width + width / 2]).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVariantDoesNotDependOnTheOneBefore(Augmentation augmentation) {
        var digits = SyntheticDigits.train(10, 1);
        var used = RandomTransform.of(augmentation, 28, 28);
        draw(used, digits, 3, 1);

        assertThat(draw(used, digits, 5, 2)).isEqualTo(draw(RandomTransform.of(augmentation, 28, 28), digits, 5, 2));
    }

    /** On average over many variants, an image stays where it is, but for what the frame does to a bent one. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*FLIP")
    void noDirectionIsPreferred(Augmentation augmentation) {
        var digits = SyntheticDigits.train(10, 1);
        var transform = RandomTransform.of(augmentation, 28, 28);
        for (var image = 0; image < 10; image++) {
            var plain = new double[3];
            var varied = new double[3];
            addMoments(plain, draw(new NoTransform(28, 28), digits, image, 0));
            for (var seed = 0; seed < 1000; seed++) {
                addMoments(varied, draw(transform, digits, image, seed));
            }

            assertThat(varied[0] / 1000 / plain[0]).as("ink").isBetween(0.98, 1.04);
            assertThat(varied[1] / varied[0] - plain[1] / plain[0]).as("rows").isBetween(-0.2, 0.2);
            assertThat(varied[2] / varied[0] - plain[2] / plain[0])
                    .as("columns")
                    .isBetween(-0.2, 0.2);
        }
    }

    private static void addMoments(double[] moments, float[] image) {
        IntStream.range(0, image.length).forEach(i -> {
            moments[0] += image[i];
            moments[1] += image[i] * Math.floorDiv(i, 28);
            moments[2] += image[i] * (i % 28);
        });
    }

    private static float[] draw(RandomTransform transform, Dataset digits, int image, long seed) {
        var target = new float[28 * 28];
        transform.draw(new SeededRandom(seed));
        transform.apply(digits.pixels(), digits.pixelOffset(image), target, 0);
        return target;
    }
}
