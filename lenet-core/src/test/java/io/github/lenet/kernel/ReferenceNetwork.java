package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Addition;
import io.github.lenet.network.BatchNormalization;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.GlobalPooling;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Slice;
import java.util.Arrays;

/**
 * The same arithmetic as {@link GradientComputation}, as naive loops in double precision, one group of images at a
 * time.
 */
final class ReferenceNetwork {

    private final Network network;
    private final double[] parameters;
    /** What batch normalisation has measured of the last group: means and variances, as the statistics of a network. */
    private final double[] measured;

    ReferenceNetwork(Network network, double[] parameters) {
        this.network = network;
        this.parameters = parameters;
        measured = new double[network.statisticsCount()];
    }

    double[] measured() {
        return measured;
    }

    /** The sum of the cross-entropies of a group; adds its gradient to {@code gradient}. */
    double addGradient(double[][] images, int[] labels, double[] gradient) {
        double[][][] values = forward(images);
        double[][][] deltas = new double[values.length][][];
        for (var i = 0; i < values.length; i++) {
            deltas[i] = Arrays.stream(values[i])
                    .map(value -> new double[value.length])
                    .toArray(double[][]::new);
        }
        var last = values.length - 1;
        var loss = 0D;
        for (var image = 0; image < images.length; image++) {
            deltas[last][image] = softmax(values[last][image]);
            loss -= Math.log(deltas[last][image][labels[image]]);
            deltas[last][image][labels[image]] -= 1;
        }
        for (var node = last - 1; node >= 0; node--) {
            var inputs = network.nodes().get(node).inputs();
            if (layer(node) instanceof BatchNormalization normalization) {
                normalizeBackward(node, normalization, values, deltas, gradient);
                continue;
            }
            for (var image = 0; image < images.length; image++) {
                for (int input : inputs) {
                    var delta = backward(
                            node, values[input + 1][image], values[node + 1][image], deltas[node + 1][image], gradient);
                    add(deltas[input + 1][image], delta);
                }
            }
        }
        return loss;
    }

    /** The cross-entropy of an image; adds its gradient to {@code gradient}. */
    double addGradient(double[] image, int label, double[] gradient) {
        return addGradient(new double[][] {image}, new int[] {label}, gradient);
    }

    double[] probabilities(double[] image) {
        return probabilities(new double[][] {image})[0];
    }

    double[][] probabilities(double[][] images) {
        return Arrays.stream(forward(images)[network.nodes().size()])
                .map(ReferenceNetwork::softmax)
                .toArray(double[][]::new);
    }

    private static void add(double[] sum, double[] values) {
        Arrays.setAll(sum, i -> sum[i] + values[i]);
    }

    private Layer layer(int node) {
        return network.nodes().get(node).layer();
    }

    /** The input, and the output of each layer, {@code [layer][image][(channel, row, column)]}. */
    private double[][][] forward(double[][] images) {
        double[][][] values = new double[network.nodes().size() + 1][images.length][];
        values[0] = images;
        for (var node = 0; node < network.nodes().size(); node++) {
            var inputs = network.nodes().get(node).inputs();
            if (layer(node) instanceof BatchNormalization normalization) {
                values[node + 1] = normalize(node, normalization, values[inputs.get(0) + 1]);
                continue;
            }
            for (var image = 0; image < images.length; image++) {
                var input = values[inputs.get(0) + 1][image];
                values[node + 1][image] = layer(node) instanceof Addition addition
                        ? sum(addition, input, values[inputs.get(1) + 1][image])
                        : forward(node, input);
            }
        }
        return values;
    }

    private static double[] sum(Addition addition, double[] first, double[] second) {
        double[] sum = new double[first.length];
        Arrays.setAll(sum, i -> activate(addition.activation(), first[i] + second[i]));
        return sum;
    }

    private double[][] normalize(int node, BatchNormalization normalization, double[][] inputs) {
        var channels = normalization.input().channels();
        var area = normalization.input().planeSize();
        var means = network.firstStatistic(node);
        double[][] outputs = new double[inputs.length][channels * area];
        for (var channel = 0; channel < channels; channel++) {
            var from = channel * area;
            var mean = Arrays.stream(inputs)
                    .mapToDouble(input ->
                            Arrays.stream(input, from, from + area).average().orElseThrow())
                    .average()
                    .orElseThrow();
            var variance = Arrays.stream(inputs)
                    .mapToDouble(input -> Arrays.stream(input, from, from + area)
                            .map(value -> (value - mean) * (value - mean))
                            .average()
                            .orElseThrow())
                    .average()
                    .orElseThrow();
            measured[means + channel] = mean;
            measured[means + channels + channel] = variance;
            var scale = parameters[first(node, Slice.Kind.SCALES) + channel];
            var shift = parameters[first(node, Slice.Kind.SHIFTS) + channel];
            for (var image = 0; image < inputs.length; image++) {
                for (var i = from; i < from + area; i++) {
                    var normalized = (inputs[image][i] - mean) / Math.sqrt(variance + BatchNormalization.EPSILON);
                    outputs[image][i] = activate(normalization.activation(), scale * normalized + shift);
                }
            }
        }
        return outputs;
    }

    /** Needs what was measured in {@link #normalize}. */
    private void normalizeBackward(
            int node, BatchNormalization normalization, double[][][] values, double[][][] deltas, double[] gradient) {
        int input = network.nodes().get(node).inputs().get(0);
        var channels = normalization.input().channels();
        var area = normalization.input().planeSize();
        var images = values[0].length;
        for (var channel = 0; channel < channels; channel++) {
            var mean = measured[network.firstStatistic(node) + channel];
            var variance = measured[network.firstStatistic(node) + channels + channel];
            var deviation = Math.sqrt(variance + BatchNormalization.EPSILON);
            var scale = first(node, Slice.Kind.SCALES) + channel;
            var shift = first(node, Slice.Kind.SHIFTS) + channel;
            var sum = 0D;
            var products = 0D;
            for (var image = 0; image < images; image++) {
                var delta = differentiate(normalization.activation(), values[node + 1][image], deltas[node + 1][image]);
                for (var i = channel * area; i < (channel + 1) * area; i++) {
                    sum += delta[i];
                    products += delta[i] * (values[input + 1][image][i] - mean) / deviation;
                }
            }
            gradient[scale] += products;
            gradient[shift] += sum;
            for (var image = 0; image < images; image++) {
                var delta = differentiate(normalization.activation(), values[node + 1][image], deltas[node + 1][image]);
                for (var i = channel * area; i < (channel + 1) * area; i++) {
                    var normalized = (values[input + 1][image][i] - mean) / deviation;
                    deltas[input + 1][image][i] += parameters[scale]
                            / deviation
                            * (delta[i] - (sum + normalized * products) / (images * area));
                }
            }
        }
    }

    private int first(int node, Slice.Kind kind) {
        return network.slice(node, kind).from();
    }

    private double[] forward(int node, double[] input) {
        var layer = network.nodes().get(node).layer();
        double[] output = new double[layer.output().size()];
        if (layer instanceof Convolution convolution) {
            forEachProduct(
                    convolution,
                    first(node, Slice.Kind.WEIGHTS),
                    (to, from, weight) -> output[to] += parameters[weight] * input[from]);
            var positions = output.length / convolution.filters();
            for (var i = 0; i < output.length; i++) {
                var bias = convolution.hasBias() ? parameters[first(node, Slice.Kind.BIASES) + i / positions] : 0;
                output[i] = activate(convolution.activation(), output[i] + bias);
            }
        } else if (layer instanceof Pooling pooling) {
            for (var i = 0; i < output.length; i++) {
                int[] square = square(pooling, i);
                output[i] = pooling.kind() == Pooling.Kind.AVERAGE
                        ? Arrays.stream(square)
                                .mapToDouble(place -> input[place])
                                .average()
                                .orElseThrow()
                        : input[largest(square, input)];
            }
        } else if (layer instanceof GlobalPooling pooling) {
            for (var i = 0; i < input.length; i++) {
                output[i / pooling.fanIn()] += input[i] / pooling.fanIn();
            }
        } else if (layer instanceof Dense dense) {
            var biases = first(node, Slice.Kind.BIASES);
            var weights = first(node, Slice.Kind.WEIGHTS);
            for (var i = 0; i < output.length; i++) {
                var sum = parameters[biases + i];
                for (var j = 0; j < input.length; j++) {
                    sum += parameters[weights + i * input.length + j] * input[j];
                }
                output[i] = activate(dense.activation(), sum);
            }
        }
        return output;
    }

    private double[] backward(int node, double[] input, double[] output, double[] delta, double[] gradient) {
        var layer = network.nodes().get(node).layer();
        double[] inputDelta = new double[input.length];
        if (layer instanceof Convolution convolution) {
            double[] sumDelta = differentiate(convolution.activation(), output, delta);
            var positions = output.length / convolution.filters();
            for (var i = 0; i < sumDelta.length && convolution.hasBias(); i++) {
                gradient[first(node, Slice.Kind.BIASES) + i / positions] += sumDelta[i];
            }
            forEachProduct(convolution, first(node, Slice.Kind.WEIGHTS), (to, from, weight) -> {
                gradient[weight] += sumDelta[to] * input[from];
                inputDelta[from] += sumDelta[to] * parameters[weight];
            });
        } else if (layer instanceof Pooling pooling) {
            for (var i = 0; i < output.length; i++) {
                int[] square = square(pooling, i);
                if (pooling.kind() == Pooling.Kind.AVERAGE) {
                    for (int place : square) {
                        inputDelta[place] += delta[i] / square.length;
                    }
                } else {
                    inputDelta[largest(square, input)] += delta[i];
                }
            }
        } else if (layer instanceof GlobalPooling pooling) {
            Arrays.setAll(inputDelta, i -> delta[i / pooling.fanIn()] / pooling.fanIn());
        } else if (layer instanceof Addition addition) {
            return differentiate(addition.activation(), output, delta);
        } else if (layer instanceof Dense dense) {
            var biases = first(node, Slice.Kind.BIASES);
            var weights = first(node, Slice.Kind.WEIGHTS);
            double[] sumDelta = differentiate(dense.activation(), output, delta);
            for (var i = 0; i < output.length; i++) {
                gradient[biases + i] += sumDelta[i];
                for (var j = 0; j < input.length; j++) {
                    gradient[weights + i * input.length + j] += sumDelta[i] * input[j];
                    inputDelta[j] += sumDelta[i] * parameters[weights + i * input.length + j];
                }
            }
        }
        return inputDelta;
    }

    @FunctionalInterface
    private interface Product {
        void of(int output, int input, int weight);
    }

    private static void forEachProduct(Convolution convolution, int weights, Product product) {
        var size = convolution.kernelSize();
        var output = 0;
        for (var filter = 0; filter < convolution.filters(); filter++) {
            for (var row = 0; row < convolution.output().height(); row++) {
                for (var column = 0; column < convolution.output().width(); column++, output++) {
                    var weight = weights + filter * convolution.fanIn();
                    for (var channel = 0; channel < convolution.input().channels(); channel++) {
                        for (var kernelRow = 0; kernelRow < size; kernelRow++) {
                            for (var kernelColumn = 0; kernelColumn < size; kernelColumn++, weight++) {
                                var y = row * convolution.stride() + kernelRow - convolution.padding();
                                var x = column * convolution.stride() + kernelColumn - convolution.padding();
                                if (y >= 0
                                        && y < convolution.input().height()
                                        && x >= 0
                                        && x < convolution.input().width()) {
                                    product.of(
                                            output,
                                            (channel * convolution.input().height() + y)
                                                            * convolution
                                                                    .input()
                                                                    .width()
                                                    + x,
                                            weight);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static int[] square(Pooling pooling, int output) {
        var column = output % pooling.output().width();
        var row = output / pooling.output().width() % pooling.output().height();
        var channel = output / pooling.output().width() / pooling.output().height();
        int[] places = new int[pooling.size() * pooling.size()];
        for (var i = 0; i < places.length; i++) {
            var y = row * pooling.size() + i / pooling.size();
            var x = column * pooling.size() + i % pooling.size();
            places[i] =
                    (channel * pooling.input().height() + y) * pooling.input().width() + x;
        }
        return places;
    }

    private static int largest(int[] places, double[] values) {
        var best = places[0];
        for (int place : places) {
            best = values[place] > values[best] ? place : best;
        }
        return best;
    }

    private static double activate(Activation activation, double value) {
        return switch (activation) {
            case IDENTITY -> value;
            case RELU -> Math.max(value, 0);
            case TANH -> Math.tanh(value);
        };
    }

    private static double[] differentiate(Activation activation, double[] output, double[] delta) {
        double[] result = new double[delta.length];
        for (var i = 0; i < delta.length; i++) {
            result[i] = delta[i]
                    * switch (activation) {
                        case IDENTITY -> 1;
                        case RELU -> output[i] > 0 ? 1 : 0;
                        case TANH -> 1 - output[i] * output[i];
                    };
        }
        return result;
    }

    private static double[] softmax(double[] logits) {
        var largest = Arrays.stream(logits).max().orElseThrow();
        var exponentials =
                Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).toArray();
        var sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(exponential -> exponential / sum).toArray();
    }
}
