package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import io.github.lenet.search.Dimension.Kernel;
import java.util.ArrayList;
import java.util.List;

/**
 * Where observations are dense: a mixture of one product of kernels for each, and of one for knowing nothing, with
 * equal weights. A kernel has all dimensions of its observation, so that what goes together stays together.
 */
final class ParzenEstimator {

    /** By observation and dimension. */
    private final List<List<Kernel>> mixture = new ArrayList<>();

    /**
     * Makes the mixture.
     *
     * @param space what the observations lie in
     * @param observations points, none or more
     */
    ParzenEstimator(SearchSpace space, List<List<Double>> observations) {
        var dimensions = space.dimensions();
        for (var point : observations) {
            var product = new ArrayList<Kernel>();
            for (var i = 0; i < dimensions.size(); i++) {
                product.add(dimensions.get(i).kernel(point.get(i), observations.size(), space.choices()));
            }
            mixture.add(product);
        }
        mixture.add(dimensions.stream().map(Dimension::prior).toList());
    }

    /** The density at a point, never 0. */
    double density(List<Double> point) {
        var sum = 0.0;
        for (var product : mixture) {
            var density = 1.0;
            for (var i = 0; i < product.size(); i++) {
                density *= product.get(i).density(point.get(i));
            }
            sum += density;
        }
        return sum / mixture.size();
    }

    /** A point drawn from this distribution. */
    List<Double> draw(SeededRandom random) {
        return mixture.get(random.nextInt(mixture.size())).stream()
                .map(kernel -> kernel.draw(random))
                .toList();
    }
}
