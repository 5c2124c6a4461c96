package io.github.lenet.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Finds images that are the same byte for byte.
 *
 * <p>A test image that also stands in the training set measures memory instead of learning; and the same image under
 * two labels cannot be learnt at all.
 */
public final class DuplicateImages {

    /** Enough for a file to be read fast. */
    private static final int CHUNK_BYTES = 1 << 16;

    private static final int CHECKSUM_BITS = 20;

    private DuplicateImages() {}

    /**
     * Finds the images that a data set holds more than once.
     *
     * @param dataset the images
     * @return groups of indices, two or more in each, ascending in a group and by the first of each; empty if all
     *     images are different
     */
    public static List<List<Integer>> within(Dataset dataset) {
        return groups(dataset).values().stream()
                .filter(group -> group.size() > 1)
                .sorted(Comparator.comparing(group -> group.get(0)))
                .map(List::copyOf)
                .toList();
    }

    /**
     * Finds the images that stand more than once in both parts of a data set together.
     *
     * @param training the one part
     * @param test the other, whose images are never those of the first if they have another size or number of channels
     * @return the leaks first, then by the first place in the training and in the test
     */
    public static List<RepeatedImage> across(Dataset training, Dataset test) {
        var isComparable = haveOneShape(training, test);
        var ofTest = groups(test);
        var repeated = new ArrayList<RepeatedImage>();
        for (var group : groups(training).entrySet()) {
            var same = isComparable ? ofTest.remove(group.getKey()) : null;
            repeated.add(new RepeatedImage(group.getValue(), same == null ? List.of() : same));
        }
        ofTest.values().forEach(group -> repeated.add(new RepeatedImage(List.of(), group)));
        repeated.removeIf(image -> image.training().size() + image.test().size() < 2);
        repeated.sort(Comparator.comparing((RepeatedImage image) -> !image.isLeak())
                .thenComparing(image -> image.training().isEmpty()
                        ? Integer.MAX_VALUE
                        : image.training().get(0))
                .thenComparing(image -> image.test().isEmpty()
                        ? Integer.MAX_VALUE
                        : image.test().get(0)));
        return List.copyOf(repeated);
    }

    /**
     * Finds the images of one data set that also stand in another, whatever their labels: a leak, if a model learns
     * from the one and is measured on the other.
     *
     * @param dataset the images to look for, for example those of the test
     * @param other where to look for them, for example the training images
     * @return indices of images of the first, ascending; empty if the sizes or channels of the images differ
     */
    public static int[] shared(Dataset dataset, Dataset other) {
        if (!haveOneShape(dataset, other)) {
            return new int[0];
        }
        var search = new Search(dataset);
        for (var image = 0; image < other.size(); image++) {
            search.compare(other.pixels(), other.pixelOffset(image), other.imageSize());
        }
        return search.found();
    }

    /**
     * As {@link #shared(Dataset, Dataset)}, with the other images in a file, which is read once and never held as a
     * whole.
     *
     * @param dataset the images to look for, for example those of the test
     * @param imagesFile IDX file of images, as {@link DatasetReader#readImages} takes it
     * @return indices of images of the first, ascending; empty if the sizes or channels of the images differ
     * @throws IdxFormatException if the file is no IDX file of images, or ends early
     * @throws IOException if it is missing or cannot be read
     */
    public static int[] shared(Dataset dataset, Path imagesFile) throws IOException {
        try (var in = ContentStream.open(imagesFile)) {
            var header = IdxReader.readHeader(imagesFile, in);
            var layout = ImageLayout.of(imagesFile, header);
            if (!layout.isThatOf(dataset)) {
                return new int[0];
            }
            var images = layout.images();
            var search = new Search(dataset);
            var size = layout.imageSize();
            var perChunk = Math.max(1, CHUNK_BYTES / size);
            var chunk = new byte[perChunk * size];
            for (var image = 0; image < images; image += perChunk) {
                var expected = Math.min(perChunk, images - image) * size;
                var length = in.readNBytes(chunk, 0, expected);
                if (length < expected) {
                    throw new IdxFormatException(
                            imagesFile, header.headerBytes() + (long) image * size + length, "ends within an image");
                }
                layout.toPlanes(chunk, 0, length / size);
                for (var from = 0; from < length; from += size) {
                    search.compare(chunk, from, size);
                }
            }
            return search.found();
        }
    }

    /** The images of a data set that turn up among others. */
    private static final class Search {

        private final Map<Pixels, List<Integer>> wanted;
        private final BitSet found = new BitSet();

        /** The first bits of every checksum: few other images have them, and all the others need no further look. */
        private final BitSet checksums = new BitSet(1 << CHECKSUM_BITS);

        Search(Dataset dataset) {
            wanted = groups(dataset);
            wanted.keySet().forEach(image -> checksums.set(firstBits(image.hash)));
        }

        /** Compares with another image, whose bytes may be overwritten afterwards. */
        void compare(byte[] all, int from, int length) {
            var checksum = Pixels.checksum(all, from, length);
            if (checksums.get(firstBits(checksum))) {
                wanted.getOrDefault(new Pixels(all, from, from + length, checksum), List.of())
                        .forEach(found::set);
            }
        }

        int[] found() {
            return found.stream().toArray();
        }

        private static int firstBits(int checksum) {
            return checksum >>> (Integer.SIZE - CHECKSUM_BITS);
        }
    }

    private static boolean haveOneShape(Dataset dataset, Dataset other) {
        return dataset.channels() == other.channels()
                && dataset.height() == other.height()
                && dataset.width() == other.width();
    }

    private static Map<Pixels, List<Integer>> groups(Dataset dataset) {
        var size = dataset.imageSize();
        var groups = new HashMap<Pixels, List<Integer>>();
        for (var image = 0; image < dataset.size(); image++) {
            groups.computeIfAbsent(
                            Pixels.of(dataset.pixels(), dataset.pixelOffset(image), size), key -> new ArrayList<>(1))
                    .add(image);
        }
        return groups;
    }

    /**
     * A view of an image, not a copy. Its hash is a checksum because the processor computes that many bytes at a time.
     */
    private record Pixels(byte[] all, int from, int to, int hash) {

        static Pixels of(byte[] all, int from, int length) {
            return new Pixels(all, from, from + length, checksum(all, from, length));
        }

        static int checksum(byte[] all, int from, int length) {
            var checksum = new CRC32();
            checksum.update(all, from, length);
            return (int) checksum.getValue();
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Pixels other
                    && hash == other.hash
                    && Arrays.equals(all, from, to, other.all, other.from, other.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
