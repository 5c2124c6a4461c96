package io.github.lenet.kernel;

import io.github.lenet.network.Dense;

/** The weights of a dense layer, both ways. */
final class DenseWeights implements LayerWeights {

    private final Dense dense;
    private final int from;
    private final float[][] byOutput;
    private final float[][] byInput;

    /**
     * Takes memory.
     *
     * @param from where the weights begin in the flat array
     */
    DenseWeights(Dense dense, int from) {
        this.dense = dense;
        this.from = from;
        byOutput = Rows.allocate(dense.outputs(), dense.inputs());
        byInput = Rows.allocate(dense.inputs(), dense.outputs());
    }

    @Override
    public void load(float[] parameters, int part, int parts) {
        var first = dense.outputs() * part / parts;
        var end = dense.outputs() * (part + 1) / parts;
        copy(parameters, from, byOutput, dense.inputs(), first, end);
        transpose(byOutput, byInput, dense.inputs(), first, end);
    }

    private static void copy(float[] parameters, int offset, float[][] byOutput, int inputs, int from, int to) {
        for (var output = from; output < to; output++) {
            System.arraycopy(parameters, offset + output * inputs, byOutput[output], 0, inputs);
        }
    }

    private static void transpose(float[][] byOutput, float[][] byInput, int inputs, int from, int to) {
        for (var input = 0; input < inputs; input++) {
            var column = byInput[input];
            for (var output = from; output < to; output++) {
                column[output] = byOutput[output][input];
            }
        }
    }

    /** {@code [output][input]}. */
    float[][] byOutput() {
        return byOutput;
    }

    /** {@code [input][output]}. */
    float[][] byInput() {
        return byInput;
    }
}
