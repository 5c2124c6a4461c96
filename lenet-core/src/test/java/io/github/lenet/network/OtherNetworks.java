package io.github.lenet.network;

import java.util.List;

/**
 * Networks that are no LeNet, known by their names to tests alone. Nothing but their blueprints and their lines in
 * {@code META-INF/services} makes them trainable.
 */
public final class OtherNetworks {

    /** The names of those that learn something in a few steps. */
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

    /**
     * Batch normalisation, a stride and a residual block without ReLU and maximum pooling: its gradient has no kinks,
     * and so does not jump where the rounding of a sum is another.
     */
    public static final class SmoothResidual implements Blueprint {

        @Override
        public String name() {
            return "test-smooth-residual";
        }

        @Override
        public int smallestImage() {
            return 4;
        }

        @Override
        public Network network(Shape image, int classes) {
            var first = convolution(image, 6, 3, 1);
            var firstNorm = new BatchNormalization(first.output(), Activation.TANH, 1);
            var pool = new Pooling(Pooling.Kind.AVERAGE, firstNorm.output(), 2);
            var second = convolution(pool.output(), 8, 3, 2);
            var secondNorm = new BatchNormalization(second.output(), Activation.TANH, 1);
            var third = convolution(secondNorm.output(), 8, 3, 1);
            var thirdNorm = new BatchNormalization(third.output(), Activation.IDENTITY, 0);
            var projection = convolution(pool.output(), 8, 1, 2);
            var projectionNorm = new BatchNormalization(projection.output(), Activation.IDENTITY, 1);
            var sum = new Addition(thirdNorm.output(), Activation.TANH);
            var means = new GlobalPooling(sum.output());
            return new Network(
                    image,
                    List.of(
                            new Node("first", first, List.of(Network.IMAGE)),
                            new Node("first-norm", firstNorm, List.of(0)),
                            new Node("pool", pool, List.of(1)),
                            new Node("second", second, List.of(2)),
                            new Node("second-norm", secondNorm, List.of(3)),
                            new Node("third", third, List.of(4)),
                            new Node("third-norm", thirdNorm, List.of(5)),
                            new Node("projection", projection, List.of(2)),
                            new Node("projection-norm", projectionNorm, List.of(7)),
                            new Node("sum", sum, List.of(6, 8)),
                            new Node("means", means, List.of(9)),
                            new Node("classes", new Dense(8, classes, Activation.IDENTITY), List.of(10))));
        }

        private static Convolution convolution(Shape input, int filters, int kernelSize, int stride) {
            return new Convolution(input, filters, kernelSize, stride, kernelSize / 2, false, Activation.IDENTITY);
        }
    }
}
