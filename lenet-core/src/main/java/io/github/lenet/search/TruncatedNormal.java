package io.github.lenet.search;

import io.github.lenet.dataset.SeededRandom;

/**
 * A normal distribution without what lies below 0 and above 1. The same numbers on every machine and with every JDK.
 */
final class TruncatedNormal {

    /** Beyond as many standard deviations, doubles no longer tell the distribution function from 0 and 1. */
    private static final double FAR = 8;

    private static final double LOG_OF_ROOT_OF_TWO_PI = 0.9189385332046728;

    private final double mean;
    private final double deviation;
    private final double mass;

    /**
     * A distribution.
     *
     * @param mean the most likely number, 0 to 1
     * @param deviation the standard deviation without truncation, greater than 0
     */
    TruncatedNormal(double mean, double deviation) {
        this.mean = mean;
        this.deviation = deviation;
        this.mass = below((1 - mean) / deviation) - below(-mean / deviation);
    }

    /** The density of a number from 0 to 1. */
    double density(double number) {
        return standardDensity((number - mean) / deviation) / (deviation * mass);
    }

    /** A number from 0 to 1: those outside are drawn again, which at most two of three are. */
    double draw(SeededRandom random) {
        double number;
        do {
            number = mean + deviation * standardNormal(random);
        } while (number < 0 || number > 1);
        return number;
    }

    /** Box and Muller, "A note on the generation of random normal deviates" (1958). */
    private static double standardNormal(SeededRandom random) {
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    private static double standardDensity(double x) {
        return StrictMath.exp(-0.5 * x * x - LOG_OF_ROOT_OF_TWO_PI);
    }

    /** The standard distribution function: Marsaglia, "Evaluating the Normal Distribution" (2004). */
    static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x < 0 ? 0 : 1;
        }
        var sum = 0.0;
        var term = x;
        for (var i = 3; sum + term != sum; i += 2) {
            sum += term;
            term *= x * x / i;
        }
        return 0.5 + sum * standardDensity(x);
    }
}
