package io.github.lenet.network;

import static io.github.lenet.network.Slice.Kind.BIASES;
import static io.github.lenet.network.Slice.Kind.WEIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lenet.kernel.Networks;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Shape IMAGE = new Shape(1, 28, 28);
    private static final Dense OUTPUT = new Dense(24, 10, Activation.IDENTITY);

    @Test
    void countsTheParametersOfBothLeNets() {
        assertThat(Networks.LENET_5.parameterCount()).isEqualTo(44_426);
        assertThat(Networks.LENET_5_OF_1998.parameterCount()).isEqualTo(61_706);
        assertThat(Networks.LENET_5.inputSize()).isEqualTo(784);
        assertThat(Networks.LENET_5.outputSize()).isEqualTo(10);
    }

    @Test
    void saysWhereTheParametersOfEachLayerLie() {
        var network = Networks.LENET_5;

        assertThat(network.slices(0)).containsExactly(new Slice(BIASES, 0, 6), new Slice(WEIGHTS, 6, 156));
        assertThat(network.slices(1)).isEmpty();
        assertThat(network.slice(2, WEIGHTS)).isEqualTo(new Slice(WEIGHTS, 172, 2_572));
        assertThat(network.slices(4))
                .containsExactly(new Slice(WEIGHTS, 2_572, 33_292), new Slice(BIASES, 33_292, 33_412));
        assertThat(network.slice(6, BIASES).to()).isEqualTo(network.parameterCount());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.slice(1, WEIGHTS))
                .withMessage("layer1 has no WEIGHTS");
    }

    @Test
    void saysWhichPlanesAreFlattened() {
        assertThat(Networks.LENET_5.flattened(0)).isEmpty();
        assertThat(Networks.LENET_5.flattened(4)).contains(new Shape(16, 4, 4));
        assertThat(Networks.LENET_5.flattened(5)).isEmpty();
        assertThat(Networks.DENSE.flattened(0)).contains(new Shape(1, 4, 5));
    }

    @Test
    void refusesLayersThatDoNotFit() {
        refuses(
                "the image gives 1 x 28 x 28 values, but layer0 takes 3 x 28 x 28",
                IMAGE,
                new Convolution(new Shape(3, 28, 28), 2, 5, 0, Activation.RELU),
                OUTPUT);
        refuses(
                "layer0 gives 2 x 24 x 24 values, but layer1 takes 2 x 12 x 12",
                IMAGE,
                new Convolution(IMAGE, 2, 5, 0, Activation.RELU),
                new Pooling(Pooling.Kind.MAXIMUM, new Shape(2, 12, 12), 2),
                OUTPUT);
        refuses(
                "layer0 gives 2 x 24 x 24 values, but layer1 takes 24",
                IMAGE,
                new Convolution(IMAGE, 2, 5, 0, Activation.RELU),
                OUTPUT);
        refuses(
                "layer0 gives 23 values, but layer1 takes 24",
                Shape.flat(5),
                new Dense(5, 23, Activation.RELU),
                OUTPUT);
        var two = new Shape(1, 2, 2);
        refuses(
                "layer0 gives 2 x 2 x 2 values, but layer1 takes 8",
                two,
                new Convolution(two, 2, 1, 0, Activation.RELU),
                new Convolution(Shape.flat(8), 24, 1, 0, Activation.RELU),
                OUTPUT);
        refuses(
                "layer0 gives 2 x 2 x 2 values, but layer1 takes 8",
                two,
                new Convolution(two, 2, 1, 0, Activation.RELU),
                new Pooling(Pooling.Kind.MAXIMUM, Shape.flat(8), 1),
                OUTPUT);
    }

    @Test
    void refusesADenseLayerBeforeAConvolution() {
        refuses(
                "layer1 takes planes, but layer0 gives none; dense layers come last",
                Shape.flat(5),
                new Dense(5, 4, Activation.RELU),
                new Convolution(Shape.flat(4), 24, 1, 0, Activation.RELU),
                OUTPUT);
    }

    @Test
    void refusesAnEndWithoutLogits() {
        var message = "the last layer must be dense, with the activation IDENTITY";
        refuses(message, IMAGE);
        refuses(message, Shape.flat(5), new Dense(5, 10, Activation.RELU));
        refuses(message, IMAGE, new Convolution(IMAGE, 2, 5, 0, Activation.IDENTITY));
    }

    @Test
    void refusesAGraphThatCannotBeComputed() {
        var dense = new Dense(24, 24, Activation.RELU);
        var image = Shape.flat(24);
        var first = new Node("first", dense, List.of(Network.IMAGE));
        var last = new Node("last", OUTPUT, List.of(0));
        assertThat(new Network(image, List.of(first, last)).readers(0)).isEqualTo(1);

        refuses(
                "first takes what layer number 0 gives, which is not before it",
                new Node("first", dense, List.of(0)),
                last);
        refuses(
                "first takes what layer number -2 gives, which is not before it",
                new Node("first", dense, List.of(-2)),
                last);
        refuses(
                "first has 2 inputs, but takes 1",
                new Node("first", dense, List.of(Network.IMAGE, Network.IMAGE)),
                last);
        refuses("first has 0 inputs, but takes 1", new Node("first", dense, List.of()), last);
        refuses("two layers have the name first", first, new Node("first", OUTPUT, List.of(0)));
        refuses(
                "no layer takes what first gives; only the last layer gives the answer",
                first,
                new Node("last", OUTPUT, List.of(Network.IMAGE)));
    }

    private static void refuses(String message, Node... nodes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(Shape.flat(24), List.of(nodes)))
                .withMessage(message);
    }

    @Test
    void refusesImpossibleShapes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(new Shape(1, 4, 28), 6, 5, 0, Activation.RELU))
                .withMessage("a kernel of size 5 does not fit into 4 x 28 values with padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(IMAGE, 6, 5, 5, Activation.RELU))
                .withMessage("padding must be 0 to 4 for a kernel of size 5, not 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pooling(Pooling.Kind.MAXIMUM, new Shape(1, 3, 1), 2))
                .withMessage("pooling squares of size 2 do not fit into 3 x 1 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dense(0, 1, Activation.RELU))
                .withMessage("inputs must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shape(1, 28, 0))
                .withMessage("width must be at least 1, not 0");
    }

    private static void refuses(String message, Shape image, Layer... layers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.sequence(image, layers))
                .withMessage(message);
    }
}
