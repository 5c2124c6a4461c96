package io.github.lenet.network;

/** The function that a layer applies to each of its outputs. All of them are monotone. */
public enum Activation {
    /** The value itself. */
    IDENTITY,
    /** The value, or zero if it is negative. */
    RELU,
    /** The hyperbolic tangent, within 4e-7. */
    TANH;
}
