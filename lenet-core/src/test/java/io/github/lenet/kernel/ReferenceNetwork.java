package io.github.lenet.kernel;

import io.github.lenet.network.Activation;
import io.github.lenet.network.Convolution;
import io.github.lenet.network.Dense;
import io.github.lenet.network.Layer;
import io.github.lenet.network.Network;
import io.github.lenet.network.Pooling;
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
        int depth = network.layers().size();
        double[][] values = forward(image);
        double[] probabilities = softmax(values[depth]);
        double[] delta = probabilities.clone();
        delta[label] -= 1;
        int offset = parameters.length;
        for (int i = depth - 1; i >= 0; i--) {
            Layer layer = network.layers().get(i);
            offset -= layer.parameterCount();
            delta = backward(layer, offset, values[i], values[i + 1], delta, gradient);
        }
        return -Math.log(probabilities[label]);
    }

    double[] probabilities(double[] image) {
        return softmax(forward(image)[network.layers().size()]);
    }

    /** The input, and the output of each layer. */
    private double[][] forward(double[] image) {
        double[][] values = new double[network.layers().size() + 1][];
        values[0] = image;
        int offset = 0;
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            values[i + 1] = forward(layer, offset, values[i]);
            offset += layer.parameterCount();
        }
        return values;
    }

    private double[] forward(Layer layer, int offset, double[] input) {
        double[] output = new double[layer.outputSize()];
        if (layer instanceof Convolution convolution) {
            forEachProduct(convolution, offset, (to, from, weight) -> output[to] += parameters[weight] * input[from]);
            int positions = output.length / convolution.filters();
            for (int i = 0; i < output.length; i++) {
                output[i] = activate(convolution.activation(), output[i] + parameters[offset + i / positions]);
            }
        } else if (layer instanceof Pooling pooling) {
            for (int i = 0; i < output.length; i++) {
                int[] square = square(pooling, i);
                output[i] = pooling.kind() == Pooling.Kind.AVERAGE
                        ? Arrays.stream(square)
                                .mapToDouble(place -> input[place])
                                .average()
                                .orElseThrow()
                        : input[largest(square, input)];
            }
        } else if (layer instanceof Dense dense) {
            for (int i = 0; i < output.length; i++) {
                double sum = parameters[offset + dense.weightCount() + i];
                for (int j = 0; j < input.length; j++) {
                    sum += parameters[offset + i * input.length + j] * input[j];
                }
                output[i] = activate(dense.activation(), sum);
            }
        }
        return output;
    }

    private double[] backward(
            Layer layer, int offset, double[] input, double[] output, double[] delta, double[] gradient) {
        double[] inputDelta = new double[input.length];
        if (layer instanceof Convolution convolution) {
            double[] sumDelta = differentiate(convolution.activation(), output, delta);
            int positions = output.length / convolution.filters();
            for (int i = 0; i < sumDelta.length; i++) {
                gradient[offset + i / positions] += sumDelta[i];
            }
            forEachProduct(convolution, offset, (to, from, weight) -> {
                gradient[weight] += sumDelta[to] * input[from];
                inputDelta[from] += sumDelta[to] * parameters[weight];
            });
        } else if (layer instanceof Pooling pooling) {
            for (int i = 0; i < output.length; i++) {
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
            double[] sumDelta = differentiate(dense.activation(), output, delta);
            for (int i = 0; i < output.length; i++) {
                gradient[offset + dense.weightCount() + i] += sumDelta[i];
                for (int j = 0; j < input.length; j++) {
                    gradient[offset + i * input.length + j] += sumDelta[i] * input[j];
                    inputDelta[j] += sumDelta[i] * parameters[offset + i * input.length + j];
                }
            }
        }
        return inputDelta;
    }

    @FunctionalInterface
    private interface Product {
        void of(int output, int input, int weight);
    }

    private static void forEachProduct(Convolution convolution, int offset, Product product) {
        int size = convolution.kernelSize();
        int output = 0;
        for (int filter = 0; filter < convolution.filters(); filter++) {
            for (int row = 0; row < convolution.outputHeight(); row++) {
                for (int column = 0; column < convolution.outputWidth(); column++, output++) {
                    int weight = offset + convolution.filters() + filter * convolution.weightsPerFilter();
                    for (int channel = 0; channel < convolution.channels(); channel++) {
                        for (int kernelRow = 0; kernelRow < size; kernelRow++) {
                            for (int kernelColumn = 0; kernelColumn < size; kernelColumn++, weight++) {
                                int y = row + kernelRow - convolution.padding();
                                int x = column + kernelColumn - convolution.padding();
                                if (y >= 0 && y < convolution.height() && x >= 0 && x < convolution.width()) {
                                    product.of(
                                            output,
                                            (channel * convolution.height() + y) * convolution.width() + x,
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
        int column = output % pooling.outputWidth();
        int row = output / pooling.outputWidth() % pooling.outputHeight();
        int channel = output / pooling.outputWidth() / pooling.outputHeight();
        int[] places = new int[pooling.size() * pooling.size()];
        for (int i = 0; i < places.length; i++) {
            int y = row * pooling.size() + i / pooling.size();
            int x = column * pooling.size() + i % pooling.size();
            places[i] = (channel * pooling.height() + y) * pooling.width() + x;
        }
        return places;
    }

    private static int largest(int[] places, double[] values) {
        int best = places[0];
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
        for (int i = 0; i < delta.length; i++) {
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
        double largest = Arrays.stream(logits).max().orElseThrow();
        double[] exponentials =
                Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(exponential -> exponential / sum).toArray();
    }
}
