package io.github.lenet.kernel;

/**
 * Where the values of a convolution lie: an output at a position is the sum over the taps of a weight times what lies
 * at the position and the tap.
 *
 * @param outputs number of outputs at each position
 * @param outputStep from one output to the next, in the results
 * @param taps where each tap lies, seen from a position
 * @param from each position, among the values
 * @param to where its first output goes, among the results
 */
record LaneSums(int outputs, int outputStep, int[] taps, int[] from, int[] to) {

    /** Outputs whose weights lie side by side for each tap. */
    static final int OUTPUTS = 4;

    /** Weights of so many outputs and taps, {@code [output / 4][tap][output % 4]}: zero where there is no output. */
    static int weights(int outputs, int taps) {
        return (outputs + OUTPUTS - 1) / OUTPUTS * OUTPUTS * taps;
    }

    /** Where the weight of an output and a tap lies. */
    static int weight(int output, int tap, int taps) {
        return (output / OUTPUTS * taps + tap) * OUTPUTS + output % OUTPUTS;
    }
}
