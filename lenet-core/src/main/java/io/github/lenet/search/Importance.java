package io.github.lenet.search;

import io.github.lenet.search.Sampler.Observation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each hyperparameter matters for being among the best: PED-ANOVA of Watanabe, Bansal and Hutter (arXiv
 * 2304.10255), which compares where the best trials lie in a dimension with where all lie, by Pearson's divergence of
 * their Parzen estimators.
 *
 * @param space what was searched
 */
record Importance(SearchSpace space) {

    /** Of so many trials, one is among the best. */
    private static final int BEST_OF = 10;

    /** Fewer say too little about where they lie. */
    private static final int FEWEST_BEST = 5;

    private static final int MOST_CELLS = 50;

    /**
     * Measures it.
     *
     * @param known what was tried
     * @return a share for each dimension, all of them together 1
     */
    Map<String, Double> of(List<Observation> known) {
        var all = Sampler.best(known);
        var bestCount = Math.max(FEWEST_BEST, (all.size() + BEST_OF - 1) / BEST_OF);
        var best = all.subList(0, Math.min(bestCount, all.size()));
        var divergences = new LinkedHashMap<String, Double>();
        for (var i = 0; i < space.dimensions().size(); i++) {
            divergences.put(space.dimensions().get(i).name(), divergence(i, best, all));
        }
        var sum = divergences.values().stream().mapToDouble(value -> value).sum();
        divergences.replaceAll((name, value) -> sum > 0 ? value / sum : 1.0 / divergences.size());
        return Collections.unmodifiableMap(divergences);
    }

    private double divergence(int index, List<List<Double>> best, List<List<Double>> all) {
        var dimension = space.dimensions().get(index);
        var cells = (int) Math.min(dimension.size(), MOST_CELLS);
        var line = SearchSpace.alone(dimension);
        var ofBest = probabilities(new ParzenEstimator(line, projected(best, index)), dimension, cells);
        var ofAll = probabilities(new ParzenEstimator(line, projected(all, index)), dimension, cells);
        var divergence = 0.0;
        for (var cell = 0; cell < cells; cell++) {
            var ratio = ofBest.get(cell) / ofAll.get(cell) - 1;
            divergence += ofAll.get(cell) * ratio * ratio;
        }
        return divergence;
    }

    private static List<List<Double>> projected(List<List<Double>> points, int index) {
        return points.stream().map(point -> List.of(point.get(index))).toList();
    }

    private static List<Double> probabilities(ParzenEstimator estimator, Dimension dimension, int cells) {
        var densities = new ArrayList<Double>();
        for (var cell = 0; cell < cells; cell++) {
            densities.add(estimator.density(List.of(dimension.coordinate((cell + 0.5) / cells))));
        }
        var sum = densities.stream().mapToDouble(value -> value).sum();
        return densities.stream().map(density -> density / sum).toList();
    }
}
