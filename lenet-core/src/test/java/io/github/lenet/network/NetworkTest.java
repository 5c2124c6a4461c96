package io.github.lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.kernel.Networks;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Dense OUTPUT = new Dense(24, 10, Activation.IDENTITY);

    @Test
    void countsTheParametersOfBothLeNets() {
        assertThat(Networks.LENET_5.parameterCount()).isEqualTo(44_426);
        assertThat(Networks.LENET_5_OF_1998.parameterCount()).isEqualTo(61_706);
        assertThat(Networks.LENET_5.inputSize()).isEqualTo(784);
        assertThat(Networks.LENET_5.outputSize()).isEqualTo(10);
    }

    @Test
    void refusesLayersThatDoNotFit() {
        refuses(
                "layer 0 gives 2 x 24 x 24 values, but layer 1 takes 2 x 12 x 12",
                new Convolution(1, 28, 28, 2, 5, 0, Activation.RELU),
                new Pooling(Pooling.Kind.MAXIMUM, 2, 12, 12, 2),
                OUTPUT);
        refuses(
                "layer 0 gives 2 x 24 x 24 values, but layer 1 takes 24",
                new Convolution(1, 28, 28, 2, 5, 0, Activation.RELU),
                OUTPUT);
        refuses("layer 0 gives 23 values, but layer 1 takes 24", new Dense(5, 23, Activation.RELU), OUTPUT);
        refuses(
                "layer 0 gives 2 x 2 x 2 values, but layer 1 takes 8",
                new Convolution(1, 2, 2, 2, 1, 0, Activation.RELU),
                new Convolution(8, 1, 1, 24, 1, 0, Activation.RELU),
                OUTPUT);
        refuses(
                "layer 0 gives 2 x 2 x 2 values, but layer 1 takes 8",
                new Convolution(1, 2, 2, 2, 1, 0, Activation.RELU),
                new Pooling(Pooling.Kind.MAXIMUM, 8, 1, 1, 1),
                OUTPUT);
    }

    @Test
    void refusesADenseLayerBeforeAConvolution() {
        String message = "layer 1 is a convolution, but layer 0 is dense; convolutions come before all dense layers";
        refuses(message, new Dense(5, 4, Activation.RELU), new Convolution(1, 2, 2, 6, 1, 0, Activation.RELU), OUTPUT);
        refuses(message, new Dense(5, 4, Activation.RELU), new Convolution(4, 1, 1, 24, 1, 0, Activation.RELU), OUTPUT);
    }

    @Test
    void refusesAnEndWithoutLogits() {
        String message = "the last layer must be dense, with the activation IDENTITY";
        refuses(message);
        refuses(message, new Dense(5, 10, Activation.RELU));
        refuses(message, new Convolution(1, 28, 28, 2, 5, 0, Activation.IDENTITY));
    }

    @Test
    void refusesPoolingWithoutConvolution() {
        refuses(
                "layer 0 is a pooling layer, but no convolution is before it",
                new Pooling(Pooling.Kind.AVERAGE, 6, 4, 4, 2),
                OUTPUT);
    }

    @Test
    void refusesImpossibleShapes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(1, 4, 28, 6, 5, 0, Activation.RELU))
                .withMessage("a kernel of size 5 does not fit into 4 x 28 values with padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(1, 28, 28, 6, 5, 5, Activation.RELU))
                .withMessage("padding must be 0 to 4 for a kernel of size 5, not 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pooling(Pooling.Kind.MAXIMUM, 1, 3, 1, 2))
                .withMessage("pooling squares of size 2 do not fit into 3 x 1 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dense(0, 1, Activation.RELU))
                .withMessage("inputs must be at least 1, not 0");
    }

    private static void refuses(String message, Layer... layers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(List.of(layers)))
                .withMessage(message);
    }
}
