package io.github.lenet.dataset;

/**
 * SplitMix64 of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014: equal seeds give
 * equal numbers on every machine and with every JDK, which {@code java.util.random} promises for no algorithm but the
 * 48-bit one of {@link java.util.Random}.
 *
 * <p>An instance belongs to one thread. Not for secrets.
 */
public final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * Starts a sequence.
     *
     * @param seed any value; each gives a sequence of its own
     */
    public SeededRandom(long seed) {
        state = seed;
    }

    /**
     * The next 64 bits.
     *
     * @return every value is equally likely
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        var mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * A whole number from 0 to below a bound, without bias: Lemire's multiplication with rejection (2019).
     *
     * @param bound at least 1
     * @return 0 to {@code bound - 1}, each equally likely
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("the bound must be at least 1, not " + bound);
        }
        var product = (nextLong() >>> 32) * bound;
        // Of the 2^32 possible inputs, 2^32 modulo bound are too many; the products with the smallest low half are
        // refused.
        var refused = (1L << 32) % bound;
        while ((product & 0xFFFFFFFFL) < refused) {
            product = (nextLong() >>> 32) * bound;
        }
        return (int) (product >>> 32);
    }

    /**
     * A number from 0 to below 1, from the upper 53 bits of {@link #nextLong}.
     *
     * @return a multiple of 2^-53
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * A number from 0 to below 1, from the upper 24 bits of {@link #nextLong}.
     *
     * @return a multiple of 2^-24
     */
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    /**
     * Brings numbers into a random order: Fisher and Yates, from the end.
     *
     * @param numbers the array to reorder; each order is equally likely
     */
    public void shuffle(int[] numbers) {
        for (var last = numbers.length - 1; last > 0; last--) {
            var chosen = nextInt(last + 1);
            var number = numbers[last];
            numbers[last] = numbers[chosen];
            numbers[chosen] = number;
        }
    }
}
