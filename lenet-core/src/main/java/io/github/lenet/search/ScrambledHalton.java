package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points that fill a space evenly, however few: the sequence of Halton (1960), with random permutations of the digits
 * as in Owen, "A randomized Halton algorithm in R" (arXiv 1706.02808). Each digit of each dimension has a permutation
 * of its own.
 */
final class ScrambledHalton {

    /** Digits beyond add less than this, which a double cannot hold beside the first digit. */
    private static final double SMALLEST = 0x1.0p-53;

    /** By dimension and digit. */
    private final List<List<int[]>> permutations = new ArrayList<>();

    /**
     * Prepares the sequence.
     *
     * @param dimensions numbers of a point
     * @param random draws the permutations
     */
    ScrambledHalton(int dimensions, SeededRandom random) {
        var base = BigInteger.TWO;
        for (var dimension = 0; dimension < dimensions; dimension++) {
            permutations.add(permutations(base.intValue(), random));
            base = base.nextProbablePrime();
        }
    }

    private static List<int[]> permutations(int base, SeededRandom random) {
        var permutations = new ArrayList<int[]>();
        for (var weight = 1.0 / base; weight >= SMALLEST; weight /= base) {
            var permutation = IntStream.range(0, base).toArray();
            random.shuffle(permutation);
            permutations.add(permutation);
        }
        return permutations;
    }

    /**
     * A point of the sequence.
     *
     * @param index its place, from 0
     * @return a number from 0 to below 1 for each dimension
     */
    List<Double> point(int index) {
        return permutations.stream().map(digits -> number(digits, index)).toList();
    }

    private static double number(List<int[]> digits, int index) {
        var base = digits.get(0).length;
        var rest = index;
        var number = 0.0;
        var weight = 1.0 / base;
        for (var permutation : digits) {
            number += weight * permutation[rest % base];
            rest /= base;
            weight /= base;
        }
        // A sum of so many digits may be rounded up to 1.
        return Math.min(number, 1 - SMALLEST);
    }
}
