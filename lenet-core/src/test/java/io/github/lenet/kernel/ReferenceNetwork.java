package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
import io.github.lenet.network.Slice;
import java.util.Arrays;

/** The same arithmetic as {@link GradientComputation}, as naive loops in double precision, one image at a time. */
final class ReferenceNetwork {

    private final Network network;
    private final double[] parameters;

    ReferenceNetwork(Network network, double[] parameters) {
        this.network = network;
        this.parameters = parameters;
    }

    /** The cross-entropy of an image; adds its gradient to {@code gradient}. */
    double addGradient(double[] image, int label, double[] gradient) {
        var depth = network.nodes().size();
        var values = forward(image);
        double[] probabilities = softmax(values[depth]);
        var delta = probabilities.clone();
        delta[label] -= 1;
        for (var i = depth - 1; i >= 0; i--) {
            delta = backward(i, values[i], values[i + 1], delta, gradient);
        }
        return -Math.log(probabilities[label]);
    }

    double[] probabilities(double[] image) {
        return softmax(forward(image)[network.nodes().size()]);
    }

    /** The input, and the output of each layer. */
    private double[][] forward(double[] image) {
        double[][] values = new double[network.nodes().size() + 1][];
        values[0] = image;
        for (var i = 0; i < network.nodes().size(); i++) {
            values[i + 1] = forward(i, values[i]);
        }
        return values;
    }

    private int first(int node, Slice.Kind kind) {
        return network.slice(node, kind).from();
    }

    private double[] forward(int node, double[] input) {
        var layer = network.nodes().get(node).layer();
        double[] output = new double[layer.output().size()];
        if (layer instanceof Convolution convolution) {
            var biases = first(node, Slice.Kind.BIASES);
            forEachProduct(
                    convolution,
                    first(node, Slice.Kind.WEIGHTS),
                    (to, from, weight) -> output[to] += parameters[weight] * input[from]);
            var positions = output.length / convolution.filters();
            for (var i = 0; i < output.length; i++) {
                output[i] = activate(convolution.activation(), output[i] + parameters[biases + i / positions]);
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
            var biases = first(node, Slice.Kind.BIASES);
            double[] sumDelta = differentiate(convolution.activation(), output, delta);
            var positions = output.length / convolution.filters();
            for (var i = 0; i < sumDelta.length; i++) {
                gradient[biases + i / positions] += sumDelta[i];
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
                                var y = row + kernelRow - convolution.padding();
                                var x = column + kernelColumn - convolution.padding();
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
