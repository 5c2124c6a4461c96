package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;

/**
 * What a convolution of planes is computed from, and where its results go.
 *
 * @param convolution the layer
 * @param node index of it in the network
 * @param firstBias where its biases begin; -1 if it has none
 * @param firstWeight where its weights begin
 * @param input planes of its input
 * @param beginsGradient whether this is the first pass that computes the gradient of the input
 * @param output planes of its output
 */
record ConvolutionOperands(
        Convolution convolution,
        int node,
        int firstBias,
        int firstWeight,
        Planes input,
        boolean beginsGradient,
        Planes output) {}
