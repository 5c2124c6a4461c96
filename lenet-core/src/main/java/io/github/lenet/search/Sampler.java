package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proposes what to try next: first points that fill the space, then the tree-structured Parzen estimator of Bergstra et
 * al. (2011), multivariate as in Falkner et al. (2018), with the settings of Watanabe (arXiv 2304.11127). Equal
 * questions have equal answers.
 */
final class Sampler {

    /** Trials before this one are the present values, and points that fill the space. */
    static final int FIRST_INFORMED = 10;

    /** Of so many known points, one is good. */
    private static final int GOOD_OF = 10;

    private static final int MOST_GOOD = 25;

    private static final int CANDIDATES = 24;

    private final SearchSpace space;
    private final long seed;
    private final ScrambledHalton halton;

    /**
     * What is known of a point.
     *
     * @param point a point that was tried
     * @param cost the lower, the better; infinite if its training failed
     */
    record Observation(List<Double> point, double cost) {}

    /**
     * Prepares a search.
     *
     * @param space what to search
     * @param seed decides, together with what is known, every proposal
     */
    Sampler(SearchSpace space, long seed) {
        this.space = space;
        this.seed = seed;
        // Trial 0 is no proposal, and leaves its numbers to those that need none of their own.
        this.halton = new ScrambledHalton(space.dimensions().size(), randomOf(0));
    }

    /** A sequence for each trial, so that a proposal does not depend on how the ones before it were found. */
    private SeededRandom randomOf(int trial) {
        var seeds = new SeededRandom(seed);
        for (var earlier = 0; earlier < trial; earlier++) {
            seeds.nextLong();
        }
        return new SeededRandom(seeds.nextLong());
    }

    /**
     * Proposes a point that was not tried; there must be one left.
     *
     * @param trial number of the trial, from 1
     * @param known the points of earlier batches
     * @param pending the points that this batch has already
     * @return a point of the space
     */
    List<Double> propose(int trial, List<Observation> known, List<List<Double>> pending) {
        var tried = new HashSet<>(pending);
        known.forEach(observation -> tried.add(observation.point()));
        return trial < FIRST_INFORMED ? fill(trial, tried) : improve(randomOf(trial), known, pending, tried);
    }

    private List<Double> fill(int trial, Set<List<Double>> tried) {
        var index = trial - 1;
        var point = filling(index);
        while (tried.contains(point)) {
            index++;
            point = filling(index);
        }
        return point;
    }

    private List<Double> filling(int index) {
        var shares = halton.point(index);
        var point = new ArrayList<Double>();
        for (var i = 0; i < shares.size(); i++) {
            point.add(space.dimensions().get(i).coordinate(shares.get(i)));
        }
        return point;
    }

    private List<Double> improve(
            SeededRandom random, List<Observation> known, List<List<Double>> pending, Set<List<Double>> tried) {
        var best = best(known);
        var goodCount = goodCount(known.size());
        var good = new ParzenEstimator(space, best.subList(0, goodCount));
        // A batch is to try different things, which it does if what it tries counts as bad until the result is known.
        var others = new ArrayList<>(best.subList(goodCount, best.size()));
        others.addAll(pending);
        var bad = new ParzenEstimator(space, others);
        List<Double> chosen = List.of();
        var highest = Double.NEGATIVE_INFINITY;
        // In a small space, all may have been tried; every other point comes up in the end.
        while (chosen.isEmpty()) {
            for (var i = 0; i < CANDIDATES; i++) {
                var candidate = good.draw(random);
                var promise = StrictMath.log(good.density(candidate)) - StrictMath.log(bad.density(candidate));
                if (promise > highest && !tried.contains(candidate)) {
                    chosen = candidate;
                    highest = promise;
                }
            }
        }
        return chosen;
    }

    /** The points in the order of their costs, the best one first. */
    static List<List<Double>> best(List<Observation> known) {
        return known.stream()
                .sorted(Comparator.comparingDouble(Observation::cost))
                .map(Observation::point)
                .toList();
    }

    private static int goodCount(int known) {
        return Math.min((known + GOOD_OF - 1) / GOOD_OF, MOST_GOOD);
    }
}
