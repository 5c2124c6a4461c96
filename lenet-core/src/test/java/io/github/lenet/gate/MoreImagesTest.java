package io.github.lenet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.IntervalMethod;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.gate.Limit.Bound;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MoreImagesTest {

    /**
     * Wilson's bound is the test of the limit L turned around, so it needs z^2 L (1 - L) / (share - L)^2 images, and a
     * few more because only whole ones can be right.
     */
    @Property(tries = 200)
    void agreesWithTheFormulaForWilson(@ForAll @IntRange(min = 980_100, max = 980_200) int correct) {
        var limit = limit(Bound.MINIMUM, "0.98");
        var distance = correct / 1_000_000.0 - 0.98;
        var images = Math.pow(1.6448536269514722 / distance, 2) * 0.98 * 0.02;

        var more = new MoreImages(Confidence.DEFAULT, limit, new Proportion(correct, 1_000_000)).count();

        assertThat(more.orElseThrow() + 1_000_000.0).isCloseTo(images, within(images * 0.02));
    }

    @Property
    void soManyDecideAndOneLessDoesNot(@ForAll IntervalMethod method, @ForAll Bound bound) {
        var confidence = new Confidence(0.95, method);
        var minimum = bound == Bound.MINIMUM;
        var observed = minimum ? new Proportion(100, 100) : new Proportion(0, 100);
        var limit = limit(bound, minimum ? "0.9999" : "0.0001");

        var total = 100 + new MoreImages(confidence, limit, observed).count().orElseThrow();

        assertThat(holds(confidence, limit, total)).isTrue();
        assertThat(holds(confidence, limit, total - 1)).isFalse();
    }

    @Example
    void aShareOnTheLimitIsNeverDecided() {
        var onTheLimit = new Proportion(99, 100);

        assertThat(new MoreImages(Confidence.DEFAULT, limit(Bound.MINIMUM, "0.99"), onTheLimit).count())
                .isEmpty();
        assertThat(new MoreImages(Confidence.DEFAULT, limit(Bound.MAXIMUM, "0.99"), onTheLimit).count())
                .isEmpty();
    }

    private static boolean holds(Confidence confidence, Limit limit, int total) {
        return limit.bound() == Bound.MINIMUM
                ? limit.admits(new Quantity(confidence.lowerBound(new Proportion(total, total))))
                : limit.admits(new Quantity(confidence.upperBound(new Proportion(0, total))));
    }

    private static Limit limit(Bound bound, String threshold) {
        return new Limit(bound, Threshold.parse("limit", threshold), Unit.SHARE);
    }
}
