package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A few values, none of which is nearer to one than to another. The coordinate of a value is its place in the list.
 *
 * @param name name of the hyperparameter
 * @param values the texts of the values, all different
 */
record ValueList(String name, List<String> values) implements Dimension {

    @Override
    public String text() {
        return String.join(", ", values);
    }

    @Override
    public Axis axis() {
        return new Axis(name, List.of(), false, values);
    }

    @Override
    public double size() {
        return values.size();
    }

    @Override
    public double highest() {
        return values.stream().mapToDouble(Double::parseDouble).max().orElseThrow();
    }

    @Override
    public double coordinate(double share) {
        return Math.floor(share * values.size());
    }

    @Override
    public OptionalDouble coordinateOf(Object value) {
        var place = values.indexOf(SearchSpace.text(value));
        return place < 0 ? OptionalDouble.empty() : OptionalDouble.of(place);
    }

    @Override
    public String value(double coordinate) {
        return values.get((int) coordinate);
    }

    /** Of n kernels, the prior's among them, each gives 1/n to every value, and 1 more to its own. */
    @Override
    public Kernel kernel(double center, int observations, int dimensions) {
        return new ValueKernel(center, 1.0 / (observations + 1));
    }

    @Override
    public Kernel prior() {
        return new ValueKernel(Double.NaN, 1);
    }

    private final class ValueKernel implements Kernel {

        private final double center;
        private final double weight;
        private final double sum;

        /**
         * A distribution.
         *
         * @param center coordinate of the value that weighs 1 more, or NaN
         * @param weight what every value weighs
         */
        ValueKernel(double center, double weight) {
            this.center = center;
            this.weight = weight;
            this.sum = (Double.isNaN(center) ? 0 : 1) + values.size() * weight;
        }

        @Override
        public double density(double coordinate) {
            return ((coordinate == center ? 1 : 0) + weight) / sum;
        }

        @Override
        public double draw(SeededRandom random) {
            var isAny = Double.isNaN(center) || random.nextDouble() * sum >= 1;
            return isAny ? random.nextInt(values.size()) : center;
        }
    }
}
