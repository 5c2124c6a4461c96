package io.github.lenet.kernel;

import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import java.util.List;

/** The parameters of a network, laid out for the loops: the flat array, and the weights of dense layers both ways. */
final class Weights {

    private final List<Layer> layers;
    private final float[][][] byOutput;
    private final float[][][] byInput;
    private float[] parameters;

    Weights(Network network) {
        layers = network.layers();
        byOutput = new float[layers.size()][][];
        byInput = new float[layers.size()][][];
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Dense dense) {
                byOutput[i] = Rows.allocate(dense.outputs(), dense.inputs());
                byInput[i] = Rows.allocate(dense.inputs(), dense.outputs());
            }
        }
    }

    /**
     * Takes over parameters; the array itself is kept, too.
     *
     * @param part which part of the work to do, 0 to {@code parts - 1}; the parts may be done at the same time
     */
    void load(float[] parameters, int part, int parts) {
        this.parameters = parameters;
        int offset = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Dense dense) {
                int from = dense.outputs() * part / parts;
                int to = dense.outputs() * (part + 1) / parts;
                copy(parameters, offset, byOutput[i], dense.inputs(), from, to);
                transpose(byOutput[i], byInput[i], dense.inputs(), from, to);
            }
            offset += layers.get(i).parameterCount();
        }
    }

    private static void copy(float[] parameters, int offset, float[][] byOutput, int inputs, int from, int to) {
        for (int output = from; output < to; output++) {
            System.arraycopy(parameters, offset + output * inputs, byOutput[output], 0, inputs);
        }
    }

    private static void transpose(float[][] byOutput, float[][] byInput, int inputs, int from, int to) {
        for (int input = 0; input < inputs; input++) {
            float[] column = byInput[input];
            for (int output = from; output < to; output++) {
                column[output] = byOutput[output][input];
            }
        }
    }

    float[] parameters() {
        return parameters;
    }

    /** The weights of a dense layer as {@code [output][input]}. */
    float[][] byOutput(int layer) {
        return byOutput[layer];
    }

    /** The weights of a dense layer as {@code [input][output]}. */
    float[][] byInput(int layer) {
        return byInput[layer];
    }
}
