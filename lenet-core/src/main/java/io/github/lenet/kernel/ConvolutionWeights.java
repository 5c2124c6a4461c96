package io.github.lenet.kernel;

import io.github.lenet.network.Convolution;
import java.util.ArrayList;
import java.util.List;

/** The weights of a convolution as {@link LaneLoops} reads them, for its outputs and for the gradient of its inputs. */
final class ConvolutionWeights implements LayerWeights {

    private final Convolution convolution;
    private final int firstWeight;
    private final List<int[]> phases;
    private final float[] forOutputs;
    /** {@code [phase]}; empty without training. */
    private final List<float[]> forInputs = new ArrayList<>();

    /**
     * Takes memory.
     *
     * @param firstWeight where the weights begin in the flat array
     * @param training whether there will be gradients
     */
    ConvolutionWeights(Convolution convolution, int firstWeight, boolean training) {
        this.convolution = convolution;
        this.firstWeight = firstWeight;
        phases = phases(convolution);
        forOutputs = new float[LaneSums.weights(convolution.filters(), convolution.fanIn())];
        for (int[] places : training ? phases : List.<int[]>of()) {
            var taps = convolution.filters() * places.length;
            forInputs.add(new float[LaneSums.weights(convolution.input().channels(), taps)]);
        }
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
        var filters = convolution.filters();
        var taps = convolution.fanIn();
        for (var filter = filters * part / parts; filter < filters * (part + 1) / parts; filter++) {
            for (var tap = 0; tap < taps; tap++) {
                forOutputs[LaneSums.weight(filter, tap, taps)] = parameters[firstWeight + filter * taps + tap];
            }
        }
        var channels = convolution.input().channels();
        for (var phase = 0; phase < forInputs.size(); phase++) {
            for (var channel = channels * part / parts; channel < channels * (part + 1) / parts; channel++) {
                loadForInput(parameters, phases.get(phase), channel, forInputs.get(phase));
            }
        }
    }

    private void loadForInput(float[] parameters, int[] places, int channel, float[] weights) {
        var area = convolution.kernelSize() * convolution.kernelSize();
        var taps = convolution.filters() * places.length;
        for (var filter = 0; filter < convolution.filters(); filter++) {
            var from = firstWeight + filter * convolution.fanIn() + channel * area;
            for (var i = 0; i < places.length; i++) {
                weights[LaneSums.weight(channel, filter * places.length + i, taps)] = parameters[from + places[i]];
            }
        }
    }

    /** The taps are those of a kernel: {@code (channel, row, column)}. */
    float[] forOutputs() {
        return forOutputs;
    }

    /** The outputs are the channels, and the taps {@code (filter, place in the kernel)}. */
    float[] forInputs(int phase) {
        return forInputs.get(phase);
    }
}
