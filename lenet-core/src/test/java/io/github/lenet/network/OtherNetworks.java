package io.github.lenet.network;

import java.util.List;

/**
 * Networks that are no LeNet, known by their names to tests alone. Nothing but their blueprints and their lines in
 * {@code META-INF/services} makes them trainable.
 */
public final class OtherNetworks {

    /** Their names. */
    public static final List<String> NAMES = List.of("test-perceptron", "test-convolutions", "test-one-convolution");

    private OtherNetworks() {}

    /** Dense layers alone. */
    public static final class Perceptron implements Blueprint {

        @Override
        public String name() {
            return "test-perceptron";
        }

        @Override
        public int smallestImage() {
            return 1;
        }

        @Override
        public Network network(Shape image, int classes) {
            return Network.sequence(
                    image,
                    new Dense(image.size(), 40, Activation.RELU),
                    new Dense(40, 20, Activation.TANH),
                    new Dense(20, classes, Activation.IDENTITY));
        }
    }

    /** A convolution behind another one, then pooling of what is pooled. */
    public static final class Convolutions implements Blueprint {

        @Override
        public String name() {
            return "test-convolutions";
        }

        @Override
        public int smallestImage() {
            return 10;
        }

        @Override
        public Network network(Shape image, int classes) {
            var first = new Convolution(image, 3, 3, 1, Activation.RELU);
            var second = new Convolution(first.output(), 4, 3, 0, Activation.TANH);
            var fused = new Pooling(Pooling.Kind.MAXIMUM, second.output(), 2);
            var plain = new Pooling(Pooling.Kind.AVERAGE, fused.output(), 2);
            var output = new Dense(plain.output().size(), classes, Activation.IDENTITY);
            return Network.sequence(image, first, second, fused, plain, output);
        }
    }

    /** A convolution without pooling, straight to the output. */
    public static final class OneConvolution implements Blueprint {

        @Override
        public String name() {
            return "test-one-convolution";
        }

        @Override
        public int smallestImage() {
            return 7;
        }

        @Override
        public Network network(Shape image, int classes) {
            var convolution = new Convolution(image, 4, 7, 0, Activation.RELU);
            return Network.sequence(
                    image, convolution, new Dense(convolution.output().size(), classes, Activation.IDENTITY));
        }
    }
}
