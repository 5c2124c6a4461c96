package io.github.lenet.network;

import java.util.List;

/**
 * The mean value of each plane (global average pooling, Lin et al. 2013). What comes out is flat: a value for each
 * channel.
 *
 * @param input the planes that go in
 */
public record GlobalPooling(Shape input) implements Layer {

    @Override
    public boolean givesPlanes() {
        return false;
    }

    @Override
    public Shape output() {
        return Shape.flat(input.channels());
    }

    @Override
    public Activation activation() {
        return Activation.IDENTITY;
    }

    @Override
    public int fanIn() {
        return input.planeSize();
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
