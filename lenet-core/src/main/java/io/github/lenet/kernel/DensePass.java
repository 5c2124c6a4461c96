package io.github.lenet.kernel;

import io.github.lenet.network.Dense;
import java.util.Arrays;

/** A dense layer at work on up to {@code lanes} images: {@code [image][unit]} in, {@code [image][unit]} out. */
final class DensePass {

    private final Dense dense;
    private final int layer;
    private final int offset;
    private final float[][] input;
    private final float[][] output;
    private final float[][] outputGradient;
    private final float[][] inputGradient;
    private final float[][] weightGradient;
    private final float[] biasGradient;
    private final Selection selection;
    private final float[] column;

    /**
     * Takes memory.
     *
     * @param layer index of this layer in the network
     * @param offset where the parameters of this layer begin
     * @param input where the previous layer leaves its output
     * @param inputGradient where the previous layer expects its gradient; null if nobody does
     * @param training whether there will be gradients
     */
    DensePass(Dense dense, int layer, int offset, float[][] input, float[][] inputGradient, boolean training) {
        this.dense = dense;
        this.layer = layer;
        this.offset = offset;
        this.input = input;
        this.inputGradient = inputGradient;
        int lanes = input.length;
        output = Rows.allocate(lanes, dense.outputs());
        outputGradient = training ? Rows.allocate(lanes, dense.outputs()) : null;
        weightGradient = training ? Rows.allocate(dense.outputs(), dense.inputs()) : null;
        biasGradient = training ? new float[dense.outputs()] : null;
        column = new float[lanes];
        selection = new Selection(Math.max(lanes, Math.max(dense.inputs(), dense.outputs())));
    }

    float[][] output() {
        return output;
    }

    float[][] outputGradient() {
        return outputGradient;
    }

    void forward(Weights weights, int images) {
        for (int image = 0; image < images; image++) {
            System.arraycopy(weights.parameters(), offset + dense.weightCount(), output[image], 0, dense.outputs());
            addProduct(input[image], dense.inputs(), weights.byInput(layer), output[image], dense.outputs());
            Activations.apply(dense.activation(), output[image], dense.outputs());
        }
    }

    void clearGradient() {
        for (float[] row : weightGradient) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(biasGradient, 0);
    }

    /** Adds to this layer's gradient, and computes the gradient of its input. */
    void backward(Weights weights, int images) {
        for (int image = 0; image < images; image++) {
            float[] gradient = outputGradient[image];
            Activations.differentiate(dense.activation(), gradient, output[image], dense.outputs());
            for (int unit = 0; unit < dense.outputs(); unit++) {
                biasGradient[unit] += gradient[unit];
            }
            if (inputGradient != null) {
                Arrays.fill(inputGradient[image], 0);
                addProduct(gradient, dense.outputs(), weights.byOutput(layer), inputGradient[image], dense.inputs());
            }
        }
        for (int unit = 0; unit < dense.outputs(); unit++) {
            for (int image = 0; image < images; image++) {
                column[image] = outputGradient[image][unit];
            }
            addProduct(column, images, input, weightGradient[unit], dense.inputs());
        }
    }

    /** Writes this layer's gradient to its place in the flat array. */
    void storeGradient(float[] gradient) {
        for (int unit = 0; unit < dense.outputs(); unit++) {
            System.arraycopy(weightGradient[unit], 0, gradient, offset + unit * dense.inputs(), dense.inputs());
        }
        System.arraycopy(biasGradient, 0, gradient, offset + dense.weightCount(), dense.outputs());
    }

    private void addProduct(float[] factors, int count, float[][] rows, float[] sum, int length) {
        selection.addAll(factors, count);
        selection.addTo(sum, length, rows);
    }
}
