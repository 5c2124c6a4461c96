package io.github.lenet.network;

import java.util.List;

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
    public Shape input() {
        return Shape.flat(inputs);
    }

    @Override
    public boolean flattens() {
        return true;
    }

    @Override
    public Shape output() {
        return Shape.flat(outputs);
    }

    @Override
    public int fanIn() {
        return inputs;
    }

    @Override
    public int fanOut() {
        return outputs;
    }

    @Override
    public List<Slice> slices() {
        var weights = inputs * outputs;
        return List.of(
                new Slice(Slice.Kind.WEIGHTS, 0, weights), new Slice(Slice.Kind.BIASES, weights, weights + outputs));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
