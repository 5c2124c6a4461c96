package io.github.lenet.kernel;

/** A way to compute the sums of a convolution of planes, and their gradients. */
interface ConvolutionMethod {

    /** Sets the outputs to the biases, or zero, and the sums. */
    void outputs(Weights weights);

    /** Adds the gradient of the weights to that of all parameters. */
    void addWeightGradient(float[] gradient);

    /** Computes the gradient of the inputs from that of the outputs, where the inputs want one. */
    void inputGradient(Weights weights);
}
