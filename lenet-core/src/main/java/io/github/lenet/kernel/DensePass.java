package io.github.lenet.kernel;

import io.github.lenet.network.Dense;
import java.util.Arrays;

/** A dense layer at work on up to {@code lanes} images: {@code [image][unit]} in, {@code [image][unit]} out. */
final class DensePass implements Pass {

    private final Dense dense;
    private final int node;
    private final int firstBias;
    private final int firstWeight;
    private final Output input;
    private final Output output;
    private final float[][] weightGradient;
    private final float[] biasGradient;
    private final Selection selection;
    private final float[] column;

    /**
     * Takes memory.
     *
     * @param node index of this layer in the network
     * @param firstBias where the biases of this layer begin
     * @param firstWeight where its weights begin
     * @param input what the previous layer leaves
     * @param training whether there will be gradients
     */
    DensePass(Dense dense, int node, int firstBias, int firstWeight, Output input, boolean training) {
        this.dense = dense;
        this.node = node;
        this.firstBias = firstBias;
        this.firstWeight = firstWeight;
        this.input = input;
        var lanes = input.values().length;
        output = new Output(
                Rows.allocate(lanes, dense.outputs()),
                training ? Rows.allocate(lanes, dense.outputs()) : Output.NO_GRADIENT);
        weightGradient = training ? Rows.allocate(dense.outputs(), dense.inputs()) : Output.NO_GRADIENT;
        biasGradient = new float[training ? dense.outputs() : 0];
        column = new float[lanes];
        selection = new Selection(Math.max(lanes, Math.max(dense.inputs(), dense.outputs())));
    }

    /** {@code [image][unit]}. */
    Output output() {
        return output;
    }

    @Override
    public void forward(Weights weights, int images) {
        var byInput = weights.dense(node).byInput();
        for (var image = 0; image < images; image++) {
            var values = output.values()[image];
            System.arraycopy(weights.parameters(), firstBias, values, 0, dense.outputs());
            addProduct(input.values()[image], dense.inputs(), byInput, values, dense.outputs());
            Activations.apply(dense.activation(), values, dense.outputs());
        }
    }

    @Override
    public void clearGradient() {
        for (float[] row : weightGradient) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(biasGradient, 0);
    }

    @Override
    public void backward(Weights weights, int images, float[] flat) {
        var byOutput = weights.dense(node).byOutput();
        for (var image = 0; image < images; image++) {
            var gradient = output.gradient()[image];
            Activations.differentiate(dense.activation(), gradient, output.values()[image], dense.outputs());
            for (var unit = 0; unit < dense.outputs(); unit++) {
                biasGradient[unit] += gradient[unit];
            }
            if (input.hasGradient()) {
                var inputGradient = input.gradient()[image];
                Arrays.fill(inputGradient, 0);
                addProduct(gradient, dense.outputs(), byOutput, inputGradient, dense.inputs());
            }
        }
        for (var unit = 0; unit < dense.outputs(); unit++) {
            for (var image = 0; image < images; image++) {
                column[image] = output.gradient()[image][unit];
            }
            addProduct(column, images, input.values(), weightGradient[unit], dense.inputs());
        }
    }

    @Override
    public void storeGradient(float[] gradient) {
        for (var unit = 0; unit < dense.outputs(); unit++) {
            System.arraycopy(weightGradient[unit], 0, gradient, firstWeight + unit * dense.inputs(), dense.inputs());
        }
        System.arraycopy(biasGradient, 0, gradient, firstBias, dense.outputs());
    }

    private void addProduct(float[] factors, int count, float[][] rows, float[] sum, int length) {
        selection.addAll(factors, count);
        selection.addTo(sum, length, rows);
    }
}
