package io.github.lenet.kernel;

/**
 * The hyperbolic tangent as a quotient of polynomials, which HotSpot vectorises.
 *
 * <p>{@code Math.tanh} gives other bits on other JDKs, and {@code StrictMath.tanh} works on one value at a time. The
 * coefficients are those of the rational approximation in Eigen's {@code generic_fast_tanh_float}.
 */
final class Tanh {

    /** Beyond it, the tangent in single precision is 1. */
    private static final float LIMIT = 7.905311f;

    private Tanh() {}

    @SuppressWarnings("FloatingPointLiteralPrecision") // The digits as they were published.
    static float of(float value) {
        var x = Math.max(Math.min(value, LIMIT), -LIMIT);
        var square = x * x;
        var numerator = -2.76076847742355e-16f;
        numerator = numerator * square + 2.00018790482477e-13f;
        numerator = numerator * square - 8.60467152213735e-11f;
        numerator = numerator * square + 5.12229709037114e-08f;
        numerator = numerator * square + 1.48572235717979e-05f;
        numerator = numerator * square + 6.37261928875436e-04f;
        numerator = numerator * square + 4.89352455891786e-03f;
        var denominator = 1.19825839466702e-06f;
        denominator = denominator * square + 1.18534705686654e-04f;
        denominator = denominator * square + 2.26843463243900e-03f;
        denominator = denominator * square + 4.89352518554385e-03f;
        return x * numerator / denominator;
    }
}
