package io.github.lenet.gate;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.Limit.Bound;
import java.util.OptionalInt;

/**
 * How many more images would bring a confidence bound to its limit, if the observed share stayed what it is.
 *
 * @param confidence how sure the bound is
 * @param limit what the bound must keep to
 * @param observed the share, whose own bound does not keep to the limit
 */
record MoreImages(Confidence confidence, Limit limit, Proportion observed) {

    /** So many cannot be collected, and there may be no number that is enough. */
    private static final int MOST_IMAGES = 1_000_000_000;

    /** Doubles the number of images until the bound holds, then halves the step; empty if that takes too many. */
    OptionalInt count() {
        var missing = observed.total();
        var enough = missing;
        do {
            if (enough > MOST_IMAGES / 2) {
                return OptionalInt.empty();
            }
            missing = enough;
            enough *= 2;
        } while (!holds(enough));
        while (enough - missing > 1) {
            var middle = missing + (enough - missing) / 2;
            if (holds(middle)) {
                enough = middle;
            } else {
                missing = middle;
            }
        }
        return OptionalInt.of(enough - observed.total());
    }

    /** With whole images, rounded against the model. */
    private boolean holds(int images) {
        var scaled = (long) observed.count() * images;
        if (limit.bound() == Bound.MINIMUM) {
            var share = new Proportion((int) (scaled / observed.total()), images);
            return limit.admits(new Quantity(confidence.lowerBound(share)));
        }
        var share = new Proportion((int) -Math.floorDiv(-scaled, observed.total()), images);
        return limit.admits(new Quantity(confidence.upperBound(share)));
    }
}
