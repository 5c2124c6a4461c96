package io.github.lenet.gate;

/** What a value is counted in, and how it is written. */
public enum Unit {
    /** A share, from 0 to 1. */
    SHARE(4, ""),
    /** A loss: 0 or more. */
    NATS(4, ""),
    /** A size: 0 or more. */
    BYTES(0, " bytes"),
    /** A number of things: 0 or more. */
    COUNT(0, "");

    private final int fewestDecimals;
    private final String suffix;

    Unit(int fewestDecimals, String suffix) {
        this.fewestDecimals = fewestDecimals;
        this.suffix = suffix;
    }

    /** Fewest digits after the point that a value is displayed with. */
    int fewestDecimals() {
        return fewestDecimals;
    }

    /** What follows the number. */
    String suffix() {
        return suffix;
    }
}
