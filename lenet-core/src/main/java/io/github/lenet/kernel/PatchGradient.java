package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.Arrays;

/**
 * The gradient of a convolution, output by output.
 *
 * <p>An output adds its gradient times the inputs below the kernel to the gradient of the kernel, and its gradient
 * times the kernel to the gradient of those inputs. Both leave out the gradients that are zero.
 *
 * <p>Padded images and kernels have the order (row, column, channel), so that a row of a kernel covers neighbouring
 * values of an image.
 */
final class PatchGradient {

    private final Convolution convolution;
    private final ConvolutionLoops loops;
    private final int squareSize;
    private final int squareColumns;
    private final int rowLength;
    private final int imageLength;
    private int images;
    /** {@code [image][(row, column, channel)]}, padded. */
    private final float[] padded;
    /** The gradient of the same. */
    private final float[] paddedGradient;
    /** Where the slices of a patch begin. */
    private final int[] slices;
    /** For each weight, in the order (channel, row, column): its place in the slices. */
    private final int[] weightPlaces;
    /** The kernels of a filter, in slices. */
    private final float[] kernels;

    private final float[] kernelGradient;
    private float biasGradient;
    private final Selection selection;
    /**
     * {@code [(column of squares, image)]}: where the patch of the first output of a square begins, in the first row.
     */
    private final int[] squareStarts;
    /** How much later begins that of each place of a square. */
    private final int[] placeStarts;

    PatchGradient(Convolution convolution, ConvolutionLoops loops, int squareSize, int lanes) {
        this.convolution = convolution;
        this.loops = loops;
        this.squareSize = squareSize;
        squareColumns = convolution.output().width() / squareSize;
        var channels = convolution.input().channels();
        var size = convolution.kernelSize();
        rowLength = (convolution.input().width() + 2 * convolution.padding()) * channels;
        imageLength = (convolution.input().height() + 2 * convolution.padding()) * rowLength;
        padded = new float[lanes * imageLength + loops.overrun()];
        paddedGradient = new float[padded.length];
        var width = loops.width();
        var slicesPerRow = (size * channels + width - 1) / width;
        slices = new int[size * slicesPerRow];
        Arrays.setAll(slices, i -> i / slicesPerRow * rowLength + i % slicesPerRow * width);
        weightPlaces = new int[convolution.fanIn()];
        Arrays.setAll(
                weightPlaces,
                weight -> weight / size % size * slicesPerRow * width
                        + weight % size * channels
                        + weight / (size * size));
        kernels = new float[slices.length * width];
        kernelGradient = new float[kernels.length];
        selection = new Selection(squareSize * squareSize * squareColumns * lanes);
        squareStarts = new int[squareColumns * lanes];
        placeStarts = new int[squareSize * squareSize];
        Arrays.setAll(placeStarts, place -> place / squareSize * rowLength + place % squareSize * channels);
    }

    /** Takes the input of these images, {@code [channel][(row, column, image)]}. */
    void load(float[][] input, int images) {
        if (this.images != images) {
            this.images = images;
            for (var i = 0; i < squareColumns * images; i++) {
                squareStarts[i] = i % images * imageLength
                        + i / images * squareSize * convolution.input().channels();
            }
        }
        Arrays.fill(paddedGradient, 0, images * imageLength, 0);
        for (var channel = 0; channel < convolution.input().channels(); channel++) {
            for (var row = 0; row < convolution.input().height(); row++) {
                for (var image = 0; image < images; image++) {
                    FeatureMaps.copy(
                            input[channel],
                            row * convolution.input().width() * images + image,
                            images,
                            padded,
                            inner(image, channel, row),
                            convolution.input().channels(),
                            convolution.input().width());
                }
            }
        }
    }

    /** Where a row of a channel begins in the padded images. */
    private int inner(int image, int channel, int row) {
        var padding = convolution.padding();
        return image * imageLength
                + (row + padding) * rowLength
                + padding * convolution.input().channels()
                + channel;
    }

    /** Takes the kernels of a filter, whose gradients follow. */
    void begin(int filter, float[] parameters, int weights) {
        var from = weights + filter * weightPlaces.length;
        for (var weight = 0; weight < weightPlaces.length; weight++) {
            kernels[weightPlaces[weight]] = parameters[from + weight];
        }
        Arrays.fill(kernelGradient, 0);
        biasGradient = 0;
    }

    /**
     * Takes the gradients of one place of each square of a row of squares.
     *
     * @param gradients {@code [(row, column, image)]} of squares
     * @param places the place of each in its square
     */
    void add(int squareRow, float[] gradients, float[] places) {
        var length = squareColumns * images;
        selection.addFromSquares(
                gradients,
                squareRow * length,
                length,
                places,
                squareStarts,
                placeStarts,
                squareRow * squareSize * rowLength);
    }

    /** Adds what was taken. */
    void finishRow(boolean spread) {
        biasGradient += selection.sum();
        loops.sum(kernelGradient, padded, selection.rows(), selection.factors(), selection.count(), slices);
        if (spread) {
            loops.spread(paddedGradient, selection.rows(), selection.factors(), selection.count(), kernels, slices);
        }
        selection.clear();
    }

    /** Adds the gradient of a filter to the flat gradient. */
    void storeFilter(int filter, float[] gradient, int biases, int weights) {
        gradient[biases + filter] += biasGradient;
        var start = weights + filter * weightPlaces.length;
        for (var weight = 0; weight < weightPlaces.length; weight++) {
            gradient[start + weight] += kernelGradient[weightPlaces[weight]];
        }
    }

    /** Writes the gradient of the input, {@code [channel][(row, column, image)]}. */
    void storeInputGradient(float[][] inputGradient) {
        for (var channel = 0; channel < convolution.input().channels(); channel++) {
            for (var row = 0; row < convolution.input().height(); row++) {
                for (var image = 0; image < images; image++) {
                    FeatureMaps.copy(
                            paddedGradient,
                            inner(image, channel, row),
                            convolution.input().channels(),
                            inputGradient[channel],
                            row * convolution.input().width() * images + image,
                            images,
                            convolution.input().width());
                }
            }
        }
    }
}
