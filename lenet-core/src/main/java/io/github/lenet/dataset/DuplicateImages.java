package io.github.lenet.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Finds images that are the same byte for byte.
 *
 * <p>A test image that also stands in the training set measures memory instead of learning; and the same image under
 * two labels cannot be learnt at all.
 */
public final class DuplicateImages {

  private DuplicateImages() {}

  /**
   * Finds the images that a data set holds more than once.
   *
   * @param dataset the images
   * @return groups of indices, two or more in each, ascending in a group and by the first of each; empty if all images
   *     are different
   */
  public static List<List<Integer>> within(Dataset dataset) {
    Map<Pixels, List<Integer>> groups = new HashMap<>();
    for (var image = 0; image < dataset.size(); image++) {
      groups.computeIfAbsent(pixels(dataset, image), key -> new ArrayList<>(1)).add(image);
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .sorted(Comparator.comparing(group -> group.get(0)))
        .map(List::copyOf)
        .toList();
  }

  /**
   * Finds the images of one data set that also stand in another, whatever their labels: a leak, if a model learns from
   * the one and is measured on the other.
   *
   * @param dataset the images to look for, for example those of the test
   * @param other where to look for them, for example the training images
   * @return indices of images of the first, ascending; empty if the sizes of the images differ
   */
  public static int[] shared(Dataset dataset, Dataset other) {
    if (dataset.height() != other.height() || dataset.width() != other.width()) {
      return new int[0];
    }
    var known = new HashSet<Pixels>();
    for (var image = 0; image < other.size(); image++) {
      known.add(pixels(other, image));
    }
    return IntStream.range(0, dataset.size()).filter(image -> known.contains(pixels(dataset, image))).toArray();
  }

  private static Pixels pixels(Dataset dataset, int image) {
    return Pixels.of(dataset.pixels(), dataset.pixelOffset(image), dataset.height() * dataset.width());
  }

  /** A view of an image, not a copy. Its hash is a checksum because the processor computes that many bytes at a time. */
  private record Pixels(byte[] all, int from, int to, int hash) {

    static Pixels of(byte[] all, int from, int length) {
      var checksum = new CRC32();
      checksum.update(all, from, length);
      return new Pixels(all, from, from + length, (int) checksum.getValue());
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
