package io.github.lenet.network;

import java.util.List;
import java.util.Locale;

/**
 * A convolution with square kernels (as in every network library, a cross-correlation), then an activation.
 *
 * <p>Parameters: {@code bias[filters]} unless there are none, then
 * {@code weights[filters][channels][kernelSize][kernelSize]}.
 *
 * @param input the planes that go in
 * @param filters number of output planes
 * @param kernelSize rows and columns of a kernel
 * @param stride rows, and columns, from one place of the kernel to the next
 * @param padding rows and columns of zeros around each input plane, on every side
 * @param hasBias whether each filter adds a bias; without one before batch normalisation, which would take it away
 * @param activation what is applied to each output
 */
public record Convolution(
        Shape input, int filters, int kernelSize, int stride, int padding, boolean hasBias, Activation activation)
        implements Layer {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a size is not positive, or the kernel is larger than the padded plane
     */
    public Convolution {
        Layer.requirePositive("filters", filters);
        Layer.requirePositive("kernelSize", kernelSize);
        Layer.requirePositive("stride", stride);
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

    /**
     * A convolution of stride 1 with biases.
     *
     * @param input the planes that go in
     * @param filters number of output planes
     * @param kernelSize rows and columns of a kernel
     * @param padding rows and columns of zeros around each input plane, on every side
     * @param activation what is applied to each output
     * @throws IllegalArgumentException if a size is not positive, or the kernel is larger than the padded plane
     */
    public Convolution(Shape input, int filters, int kernelSize, int padding, Activation activation) {
        this(input, filters, kernelSize, 1, padding, true, activation);
    }

    /** Rows and columns that are left over at the end are ignored. */
    @Override
    public Shape output() {
        return new Shape(filters, places(input.height()), places(input.width()));
    }

    private int places(int size) {
        return (size + 2 * padding - kernelSize) / stride + 1;
    }

    @Override
    public boolean isNormalizable() {
        return !hasBias && activation == Activation.IDENTITY;
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
        var weights = filters * fanIn();
        return hasBias
                ? List.of(
                        new Slice(Slice.Kind.BIASES, 0, filters),
                        new Slice(Slice.Kind.WEIGHTS, filters, filters + weights))
                : List.of(new Slice(Slice.Kind.WEIGHTS, 0, weights));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
