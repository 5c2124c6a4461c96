package io.github.lenet.network;

import java.util.List;
import java.util.Locale;

/**
 * A convolution with square kernels and stride 1 (as in every network library, a cross-correlation), then an
 * activation.
 *
 * <p>Parameters: {@code bias[filters]}, then {@code weights[filters][channels][kernelSize][kernelSize]}.
 *
 * @param input the planes that go in
 * @param filters number of output planes
 * @param kernelSize rows and columns of a kernel
 * @param padding rows and columns of zeros around each input plane, on every side
 * @param activation what is applied to each output
 */
public record Convolution(Shape input, int filters, int kernelSize, int padding, Activation activation)
        implements Layer {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a size is not positive, or the kernel is larger than the padded plane
     */
    public Convolution {
        Layer.requirePositive("filters", filters);
        Layer.requirePositive("kernelSize", kernelSize);
        if (padding < 0 || padding >= kernelSize) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "padding must be 0 to %d for a kernel of size %d, not %d",
                    kernelSize - 1,
                    kernelSize,
                    padding));
        }
        if (kernelSize > Math.min(input.height(), input.width()) + 2 * padding) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a kernel of size %d does not fit into %d x %d values with padding %d",
                    kernelSize,
                    input.height(),
                    input.width(),
                    padding));
        }
    }

    @Override
    public Shape output() {
        var growth = 2 * padding - kernelSize + 1;
        return new Shape(filters, input.height() + growth, input.width() + growth);
    }

    @Override
    public int fanIn() {
        return input.channels() * kernelSize * kernelSize;
    }

    @Override
    public int fanOut() {
        return filters * kernelSize * kernelSize;
    }

    @Override
    public List<Slice> slices() {
        return List.of(
                new Slice(Slice.Kind.BIASES, 0, filters),
                new Slice(Slice.Kind.WEIGHTS, filters, filters + filters * fanIn()));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
