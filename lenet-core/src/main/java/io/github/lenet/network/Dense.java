package io.github.lenet.network;

/**
 * A fully connected layer, then an activation.
 *
 * <p>Parameters: {@code weights[outputs][inputs]} (Deeplearning4j's {@code [inputs, outputs]} in {@code 'f'} order),
 * then {@code bias[outputs]}.
 *
 * @param inputs values per image that go in
 * @param outputs values per image that come out
 * @param activation what is applied to each output; {@link Activation#IDENTITY} in the last layer of a network
 */
public record Dense(int inputs, int outputs, Activation activation) implements Layer {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a size is not positive
     */
    public Dense {
        Layer.requirePositive("inputs", inputs);
        Layer.requirePositive("outputs", outputs);
    }

    @Override
    public int inputSize() {
        return inputs;
    }

    @Override
    public int outputSize() {
        return outputs;
    }

    @Override
    public int parameterCount() {
        return weightCount() + outputs;
    }

    /** The number of weights, which is also where the bias begins. */
    public int weightCount() {
        return inputs * outputs;
    }
}
