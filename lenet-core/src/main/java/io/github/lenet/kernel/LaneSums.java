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
record LaneSums(int outputs, int outputStep, int[] taps, int[] from, int[] to) {}
