package io.github.lenet.store;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.SeededRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses the test images by what each of them shows, and by nothing else: a picture that is added, removed, renamed or
 * copied moves no other to the other side, so that a model of last month was not trained on the test images of today.
 * Every copy of a picture lies on the same side. The share of a class that is for the test comes near to the wanted one
 * as the class grows, and is not exactly it.
 *
 * @param fraction share of the images that are for the test, greater than 0 and less than 1
 */
record ContentSplit(double fraction) {

    /** A test set that every build chooses alike. */
    static final long SEED = 42;

    /**
     * Chooses.
     *
     * @param digests of the pictures, as {@link io.github.lenet.picture.PreparedPicture#digest()} gives them
     * @param images what became of the pictures, which knows their classes
     * @return whether each picture is for the test; a class of any size keeps one to learn from, though that one may go
     *     to the test later, when there are others to learn from
     */
    boolean[] isTest(long[] digests, Dataset images) {
        var kept = neededForTraining(digests, images);
        var isTest = new boolean[digests.length];
        for (var picture = 0; picture < digests.length; picture++) {
            isTest[picture] = place(digests[picture]) < fraction && !kept.contains(digests[picture]);
        }
        return isTest;
    }

    /** Of each class that would lie in the test as a whole, the picture that comes next to the training. */
    private Set<Long> neededForTraining(long[] digests, Dataset images) {
        var last = new HashMap<Integer, Long>();
        IntStream.range(0, digests.length)
                .forEach(picture -> last.merge(images.label(picture), digests[picture], ContentSplit::laterOf));
        var needed = new HashSet<>(last.values());
        needed.removeIf(digest -> place(digest) >= fraction);
        return needed;
    }

    private static long laterOf(long first, long second) {
        return place(first) >= place(second) ? first : second;
    }

    /** Where a picture stands in a row from 0 to 1 whose beginning is for the test. */
    private static double place(long digest) {
        return new SeededRandom(SEED ^ digest).nextDouble();
    }
}
