package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.kernel.Workers;
import io.github.lenet.recipe.Augmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchesTest {

    @Test
    void everyEpochHasEveryImageOnceInAnOrderOfItsOwn() {
        var dataset = numbered(23);

        var first = epoch(dataset, 10, Augmentation.NONE, 1, 1).stream()
                .map(Seen::label)
                .toList();
        var second = epoch(dataset, 10, Augmentation.NONE, 2, 1).stream()
                .map(Seen::label)
                .toList();

        var all = IntStream.range(0, 23).boxed().toList();
        assertThat(first).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(all);
        assertThat(second).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(first);
    }

    @Test
    void anImageHasItsLabelAndIntensitiesFromZeroToOne() {
        assertThat(epoch(numbered(23), 10, Augmentation.NONE, 1, 2))
                .allSatisfy(seen -> assertThat(seen.intensities).containsExactly(seen.label / 255f, 1f));
    }

    @Property(tries = 50)
    void everyBatchIsFullButTheLast(@ForAll @IntRange(min = 1, max = 1500) int batchSize) {
        var sizes = new ArrayList<Integer>();

        run(
                numbered(1200),
                batchSize,
                Augmentation.NONE,
                1,
                batches -> batches.epoch(1, 0, batch -> sizes.add(batch.size())));

        assertThat(sizes.subList(0, sizes.size() - 1)).allMatch(size -> size == batchSize);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1200);
        run(
                numbered(1200),
                batchSize,
                Augmentation.NONE,
                1,
                batches -> assertThat(batches.perEpoch()).isEqualTo(sizes.size()));
    }

    @Property(tries = 20)
    void theBatchSizeAndTheThreadsChangeNoBitOfAnImage(
            @ForAll Augmentation augmentation,
            @ForAll @IntRange(min = 1, max = 70) int batchSize,
            @ForAll @IntRange(min = 1, max = 5) int threads) {
        var digits = SyntheticDigits.train(60, 1);

        assertThat(epoch(digits, batchSize, augmentation, 3, threads)).isEqualTo(epoch(digits, 7, augmentation, 3, 1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void anAugmentationVariesTheImagesAnewInEachEpoch(Augmentation augmentation) {
        var digits = SyntheticDigits.train(10, 1);

        var plain = sorted(epoch(digits, 4, Augmentation.NONE, 1, 1));
        var first = sorted(epoch(digits, 4, augmentation, 1, 1));
        var second = sorted(epoch(digits, 4, augmentation, 2, 1));

        assertThat(first).isNotEqualTo(plain).isNotEqualTo(second);
        assertThat(first)
                .extracting(Seen::label)
                .isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAnEarlierEpochIsLeft(Augmentation augmentation) {
        var digits = SyntheticDigits.train(20, 1);
        var expected = epoch(digits, 8, augmentation, 2, 1);
        var seen = new ArrayList<Seen>();

        run(digits, 8, augmentation, 1, batches -> {
            batches.epoch(1, 0, batch -> Arrays.fill(batch.images(), 7));
            batches.epoch(2, 0, batch -> seen.addAll(Seen.all(batch)));
        });

        assertThat(seen).isEqualTo(expected);
    }

    @Property(tries = 50)
    void anEpochThatIsBegunInItsMiddleHasTheSameBatchesFromThereOn(
            @ForAll Augmentation augmentation,
            @ForAll @IntRange(min = 1, max = 30) int batchSize,
            @ForAll @IntRange(max = 1000) int place) {
        var digits = SyntheticDigits.train(50, 1);
        var expected = epoch(digits, batchSize, augmentation, 3, 1);
        var seen = new ArrayList<Seen>();

        run(digits, batchSize, augmentation, 2, batches -> {
            var first = place % (batches.perEpoch() + 1);
            batches.epoch(3, first, batch -> seen.addAll(Seen.all(batch)));
            assertThat(seen).isEqualTo(expected.subList(Math.min(first * batchSize, 50), 50));
        });
    }

    @ParameterizedTest
    @EnumSource
    void allChannelsOfAnImageAreVariedAlike(Augmentation augmentation) {
        var grey = SyntheticDigits.train(20, 1);
        var pixels = new byte[3 * grey.pixels().length];
        for (var plane = 0; plane < 3 * grey.size(); plane++) {
            System.arraycopy(
                    grey.pixels(), grey.pixelOffset(plane / 3), pixels, plane * grey.imageSize(), grey.imageSize());
        }
        var labels = new byte[grey.size()];
        var coloured = new Dataset("x", "train", 3, 28, 28, pixels, labels, List.of("any"));

        var seen = epoch(coloured, 7, augmentation, 5, 2);

        var expected = epoch(grey, 7, augmentation, 5, 2);
        for (var image = 0; image < seen.size(); image++) {
            var plane = expected.get(image).intensities();
            assertThat(seen.get(image).intensities())
                    .isEqualTo(
                            Stream.of(plane, plane, plane).flatMap(List::stream).toList());
        }
    }

    /** Images of two pixels, the first of which is the label; the second is white. */
    private static Dataset numbered(int images) {
        var pixels = new byte[2 * images];
        var labels = new byte[images];
        for (var image = 0; image < images; image++) {
            pixels[2 * image] = (byte) image;
            pixels[2 * image + 1] = (byte) 255;
            labels[image] = (byte) image;
        }
        return new Dataset(
                "numbered",
                "train",
                1,
                2,
                pixels,
                labels,
                IntStream.range(0, 256).mapToObj(String::valueOf).toList());
    }

    private static List<Seen> epoch(Dataset dataset, int batchSize, Augmentation augmentation, long seed, int threads) {
        var seen = new ArrayList<Seen>();
        run(
                dataset,
                batchSize,
                augmentation,
                threads,
                batches -> batches.epoch(seed, 0, batch -> seen.addAll(Seen.all(batch))));
        return seen;
    }

    private static void run(
            Dataset dataset, int batchSize, Augmentation augmentation, int threads, Consumer<Batches> use) {
        try (var workers = new Workers(threads)) {
            use.accept(new Batches(dataset, batchSize, augmentation, new Parts(workers)));
        }
    }

    private static List<Seen> sorted(List<Seen> images) {
        return images.stream().sorted(Comparator.comparing(Seen::label)).toList();
    }

    /** An image as a step saw it. */
    private record Seen(int label, List<Float> intensities) {

        private static List<Seen> all(Batch batch) {
            var imageSize = batch.images().length / batch.labels().length;
            return IntStream.range(0, batch.size())
                    .mapToObj(i -> new Seen(
                            Byte.toUnsignedInt(batch.labels()[i]),
                            IntStream.range(i * imageSize, (i + 1) * imageSize)
                                    .mapToObj(k -> batch.images()[k])
                                    .toList()))
                    .toList();
        }
    }
}
