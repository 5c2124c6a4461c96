package io.github.lenet.dataset;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A training set divided in two, so that choices can be made without a look at the test set.
 *
 * @param training the images to learn from
 * @param validation the images that were held out
 */
public record HoldOut(Dataset training, Dataset validation) {

    static HoldOut stratified(Dataset dataset, double fraction, long seed) {
        // Negated, so that NaN fails as well.
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("the fraction to hold out must be between 0 and 1, not " + fraction);
        }
        var random = new SeededRandom(seed);
        var heldOut = new boolean[dataset.size()];
        for (var label = 0; label < dataset.classNames().size(); label++) {
            var members = dataset.imagesOf(label);
            random.shuffle(members);
            Arrays.stream(members)
                    .limit(heldOutCount(members.length, fraction))
                    .forEach(image -> heldOut[image] = true);
        }
        return new HoldOut(
                dataset.subset(images(heldOut, false), dataset.split()),
                dataset.subset(images(heldOut, true), "validation"));
    }

    private static int heldOutCount(int members, double fraction) {
        if (members < 2) {
            return 0;
        }
        var rounded = (int) Math.floor(members * fraction + 0.5);
        return Math.min(Math.max(rounded, 1), members - 1);
    }

    private static int[] images(boolean[] heldOut, boolean wanted) {
        return IntStream.range(0, heldOut.length)
                .filter(image -> heldOut[image] == wanted)
                .toArray();
    }
}
