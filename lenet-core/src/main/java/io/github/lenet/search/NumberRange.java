package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Numbers between two ends. A coordinate is the place between them, from 0 to 1, of the number or of its logarithm.
 * Each number with a step has an equal part of that, with the number in the middle.
 *
 * @param name name of the hyperparameter
 * @param low the lowest number
 * @param high the highest number, or an end that the steps do not reach
 * @param step from one number to the next, counted from the lowest; null for any number
 * @param isLog whether equal factors are equally far apart, instead of equal differences
 */
record NumberRange(
        String name,
        BigDecimal low,
        BigDecimal high,
        @Nullable BigDecimal step,
        boolean isLog) implements Dimension {

    /** So that a number can be read, copied and trained with as it is. */
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /** Of Falkner et al. (2018) and Watanabe (arXiv 2304.11127), for a range of width 1. */
    private static final double WIDEST = 0.2;

    private static final int MOST_OBSERVATIONS = 100;

    @Override
    public String text() {
        var ends = SearchSpace.text(low) + ".." + SearchSpace.text(high);
        return ends + (isLog ? " log" : step == null ? "" : " step " + SearchSpace.text(step));
    }

    @Override
    public Axis axis() {
        return new Axis(name, List.of(low.doubleValue(), high.doubleValue()), isLog, List.of());
    }

    @Override
    public double size() {
        return step == null ? Double.POSITIVE_INFINITY : lastStep() + 1;
    }

    private double lastStep() {
        return high.subtract(low).divideToIntegralValue(step).doubleValue();
    }

    @Override
    public double highest() {
        return high.doubleValue();
    }

    @Override
    public double coordinate(double share) {
        return coordinateOf(numberAt(share));
    }

    @Override
    public OptionalDouble coordinateOf(Object value) {
        var number = ((Number) value).doubleValue();
        if (number < low.doubleValue() || number > high.doubleValue()) {
            return OptionalDouble.empty();
        }
        var coordinate = coordinateOf(number);
        var isToBeTried = step == null || numberAt(coordinate) == number;
        return isToBeTried ? OptionalDouble.of(coordinate) : OptionalDouble.empty();
    }

    @Override
    public String value(double coordinate) {
        return SearchSpace.text(BigDecimal.valueOf(numberAt(coordinate)));
    }

    private double coordinateOf(double number) {
        return (scaled(number) - begin()) / (end() - begin());
    }

    /** The number nearest to a place. */
    private double numberAt(double place) {
        var scaled = begin() + place * (end() - begin());
        var any = isLog ? StrictMath.exp(scaled) : scaled;
        if (step == null) {
            var rounded = new BigDecimal(any).round(DIGITS);
            return rounded.max(low).min(high).doubleValue();
        }
        var steps = Math.rint((any - low.doubleValue()) / step.doubleValue());
        return low.add(step.multiply(BigDecimal.valueOf(Math.max(0, Math.min(steps, lastStep())))))
                .doubleValue();
    }

    private double begin() {
        return scaled(low.doubleValue() - halfStep());
    }

    private double end() {
        return step == null
                ? scaled(high.doubleValue())
                : scaled(low.doubleValue() + lastStep() * step.doubleValue() + halfStep());
    }

    private double halfStep() {
        return step == null ? 0 : step.doubleValue() / 2;
    }

    private double scaled(double number) {
        return isLog ? StrictMath.log(number) : number;
    }

    @Override
    public Kernel kernel(double center, int observations, int dimensions) {
        var narrowing = WIDEST * StrictMath.pow(observations, -1.0 / (dimensions + 4));
        var narrowest = 1.0 / Math.min(MOST_OBSERVATIONS, observations + 2);
        return new RangeKernel(new TruncatedNormal(center, Math.max(narrowing, narrowest)));
    }

    @Override
    public Kernel prior() {
        return new RangeKernel(new TruncatedNormal(0.5, 1));
    }

    private final class RangeKernel implements Kernel {

        private final TruncatedNormal normal;

        RangeKernel(TruncatedNormal normal) {
            this.normal = normal;
        }

        @Override
        public double density(double coordinate) {
            return normal.density(coordinate);
        }

        @Override
        public double draw(SeededRandom random) {
            return coordinate(normal.draw(random));
        }
    }
}
