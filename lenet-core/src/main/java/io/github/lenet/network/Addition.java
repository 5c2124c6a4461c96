package io.github.lenet.network;

import java.util.List;

/**
 * The sum of what two layers give, value by value, then an activation: where the branches of a residual block meet (He
 * et al. 2016).
 *
 * @param input the planes of each of the two
 * @param activation what is applied to each sum
 */
public record Addition(Shape input, Activation activation) implements Layer {

    @Override
    public int inputCount() {
        return 2;
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public int fanIn() {
        return 2;
    }

    @Override
    public int fanOut() {
        return 1;
    }

    @Override
    public List<Slice> slices() {
        return List.of();
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
