package io.github.lenet.network;

import java.util.Locale;

/**
 * A convolution with square kernels and stride 1 (as in every network library, a cross-correlation), then an
 * activation.
 *
 * <p>Parameters: {@code bias[filters]}, then {@code weights[filters][channels][kernelSize][kernelSize]}.
 *
 * @param channels number of input planes
 * @param height rows of an input plane
 * @param width columns of an input plane
 * @param filters number of output planes
 * @param kernelSize rows and columns of a kernel
 * @param padding rows and columns of zeros around each input plane, on every side
 * @param activation what is applied to each output
 */
public record Convolution(
        int channels, int height, int width, int filters, int kernelSize, int padding, Activation activation)
        implements Layer {

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a size is not positive, or the kernel is larger than the padded plane
     */
    public Convolution {
        Layer.requirePositive("channels", channels);
        Layer.requirePositive("height", height);
        Layer.requirePositive("width", width);
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
        if (kernelSize > Math.min(height, width) + 2 * padding) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a kernel of size %d does not fit into %d x %d values with padding %d",
                    kernelSize,
                    height,
                    width,
                    padding));
        }
    }

    /**
     * Rows of an output plane.
     *
     * @return at least 1
     */
    public int outputHeight() {
        return height + 2 * padding - kernelSize + 1;
    }

    /**
     * Columns of an output plane.
     *
     * @return at least 1
     */
    public int outputWidth() {
        return width + 2 * padding - kernelSize + 1;
    }

    @Override
    public int inputSize() {
        return channels * height * width;
    }

    @Override
    public int outputSize() {
        return filters * outputHeight() * outputWidth();
    }

    @Override
    public int parameterCount() {
        return filters + filters * weightsPerFilter();
    }

    /** The values of an input plane. */
    public int planeSize() {
        return height * width;
    }

    /** The weights behind one output value: a kernel for each channel. */
    public int weightsPerFilter() {
        return channels * kernelSize * kernelSize;
    }
}
