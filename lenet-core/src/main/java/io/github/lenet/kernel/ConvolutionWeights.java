package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.ArrayList;
import java.util.List;

/** The weights of a convolution as its gradient by the inputs reads them: input by input. */
final class ConvolutionWeights implements LayerWeights {

    private final Convolution convolution;
    private final int firstWeight;
    private final List<int[]> phases;
    private final float[] byInput;

    /**
     * Takes memory.
     *
     * @param firstWeight where the weights begin in the flat array
     */
    ConvolutionWeights(Convolution convolution, int firstWeight) {
        this.convolution = convolution;
        this.firstWeight = firstWeight;
        phases = phases(convolution);
        byInput = new float[convolution.filters() * convolution.fanIn()];
    }

    /**
     * Which weights of a kernel meet an input: for each row and column of an input, counted modulo the stride, their
     * places (row, column) in the kernel. With stride 1, there is one such phase, and it has all places.
     */
    static List<int[]> phases(Convolution convolution) {
        var stride = convolution.stride();
        var size = convolution.kernelSize();
        var phases = new ArrayList<int[]>();
        for (var row = 0; row < stride; row++) {
            for (var column = 0; column < stride; column++) {
                var places = new ArrayList<Integer>();
                for (var place = 0; place < size * size; place++) {
                    var rowDistance = row + convolution.padding() - place / size;
                    var columnDistance = column + convolution.padding() - place % size;
                    if (rowDistance % stride == 0 && columnDistance % stride == 0) {
                        places.add(place);
                    }
                }
                phases.add(places.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return phases;
    }

    @Override
    public void load(float[] parameters, int part, int parts) {
        var channels = convolution.input().channels();
        var area = convolution.kernelSize() * convolution.kernelSize();
        var first = 0;
        for (int[] places : phases) {
            var taps = convolution.filters() * places.length;
            for (var channel = channels * part / parts; channel < channels * (part + 1) / parts; channel++) {
                var to = first + channel * taps;
                var from = firstWeight + channel * area;
                for (var filter = 0; filter < convolution.filters(); filter++, from += convolution.fanIn()) {
                    for (int place : places) {
                        byInput[to++] = parameters[from + place];
                    }
                }
            }
            first += channels * taps;
        }
    }

    /** {@code [phase][channel][(filter, place in the kernel)]}. */
    float[] byInput() {
        return byInput;
    }
}
