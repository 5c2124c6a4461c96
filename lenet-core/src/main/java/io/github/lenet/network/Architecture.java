package io.github.lenet.network;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;

/**
 * A network that can be trained by its name: the one description that training, the model archive and classification
 * share.
 *
 * <p>Every architecture takes grey images of {@link #height()} x {@link #width()} pixels and ends in a dense layer of
 * {@link #classes()} outputs, which softmax turns into probabilities. It is known for the images of MNIST, and
 * {@linkplain #adaptedTo adapts} to others: kernels and the sizes of the inner layers stay, and only the input, the
 * weights between the last maps and C5, and the output change.
 */
public final class Architecture {

    /**
     * LeNet-5 as it is built today: valid convolutions, ReLU and max pooling; 44,426 parameters.
     *
     * <p>28x28 -> C1 6@5x5 -> S2 -> C3 16@5x5 -> S4 -> C5 120 -> F6 84 -> 10.
     */
    public static final Architecture LENET5 =
            new Architecture("lenet5", 0, Activation.RELU, Pooling.Kind.MAXIMUM, 28, 28, 10);

    /**
     * LeNet-5 after LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998:
     * images padded to 32x32, tanh and average pooling; 61,706 parameters.
     *
     * <p>Three things of the paper are simplified, as is usual: every map of C3 sees every map of S2, pooling has no
     * trainable coefficients, and the output is a softmax rather than distances to bitmaps.
     */
    public static final Architecture LENET5_1998 =
            new Architecture("lenet5-1998", 2, Activation.TANH, Pooling.Kind.AVERAGE, 28, 28, 10);

    /** Highest number of rows or columns of an image: with more, the weights of C5 alone are a hundred megabytes. */
    public static final int LARGEST_IMAGE = 256;

    /** Highest number of classes: a label is a byte. */
    public static final int MOST_CLASSES = 256;

    private static final Choice<Architecture> CHOICE =
            new Choice<>("architecture", List.of(LENET5, LENET5_1998), Architecture::name);

    private static final int KERNEL = 5;
    private static final int SQUARE = 2;

    private final String name;
    private final int padding;
    private final Activation activation;
    private final Pooling.Kind pooling;
    private final int height;
    private final int width;
    private final List<Layer> layers;
    private final Network network;

    private Architecture(
            String name, int padding, Activation activation, Pooling.Kind pooling, int height, int width, int classes) {
        this.name = name;
        this.padding = padding;
        this.activation = activation;
        this.pooling = pooling;
        this.height = height;
        this.width = width;
        this.layers = layers(classes);
        this.network = new Network(layers);
    }

    private List<Layer> layers(int classes) {
        var c1 = new Convolution(1, height, width, 6, KERNEL, padding, activation);
        var s2 = new Pooling(pooling, c1.filters(), c1.outputHeight(), c1.outputWidth(), SQUARE);
        var c3 = new Convolution(s2.channels(), s2.outputHeight(), s2.outputWidth(), 16, KERNEL, 0, activation);
        var s4 = new Pooling(pooling, c3.filters(), c3.outputHeight(), c3.outputWidth(), SQUARE);
        var c5 = new Dense(s4.outputSize(), 120, activation);
        var f6 = new Dense(c5.outputs(), 84, activation);
        var output = new Dense(f6.outputs(), classes, Activation.IDENTITY);
        return List.of(c1, s2, c3, s4, c5, f6, output);
    }

    /**
     * Finds an architecture.
     *
     * @param name its name, as it stands in a POM
     * @return the architecture for the images of MNIST: 28 x 28 pixels in ten classes
     * @throws InvalidParameterException if there is none of this name; the message lists the names
     */
    public static Architecture named(String name) {
        return CHOICE.named(name);
    }

    /**
     * The known names, as they stand in a POM.
     *
     * @return every name, the default first
     */
    public static List<String> names() {
        return CHOICE.names();
    }

    /**
     * The same network for other images. Where a plane that is pooled has an odd number of rows or columns, the last
     * one is left out, as Deeplearning4j does.
     *
     * @param height rows of pixels of an image, {@link #smallestImage()} to {@value #LARGEST_IMAGE}
     * @param width columns of pixels of an image, in the same range
     * @param classes number of classes to tell apart, 2 to {@value #MOST_CLASSES}
     * @return the network, which has another number of parameters and the same name
     * @throws IllegalArgumentException if it cannot have that shape; the message says which it can have
     */
    public Architecture adaptedTo(int height, int width, int classes) {
        if (Math.min(height, width) < smallestImage() || Math.max(height, width) > LARGEST_IMAGE) {
            throw new IllegalArgumentException(format(
                    "images of %d x %d pixels do not fit %s, which takes %d x %d to %d x %d",
                    height, width, name, smallestImage(), smallestImage(), LARGEST_IMAGE, LARGEST_IMAGE));
        }
        if (classes < 2 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    format("%d classes do not fit %s, which tells 2 to %d apart", classes, name, MOST_CLASSES));
        }
        return new Architecture(name, padding, activation, pooling, height, width, classes);
    }

    /**
     * The smallest image that the network can be adapted to, which leaves one value of each map of S4.
     *
     * @return number of rows, and of columns
     */
    public int smallestImage() {
        var afterC3 = SQUARE;
        var afterC1 = (afterC3 + KERNEL - 1) * SQUARE;
        return afterC1 + KERNEL - 1 - 2 * padding;
    }

    /**
     * The name that a POM and a model archive give this architecture.
     *
     * @return for example {@code lenet5}
     */
    public String name() {
        return name;
    }

    /**
     * Height of an image.
     *
     * @return rows of pixels, before any padding
     */
    public int height() {
        return height;
    }

    /**
     * Width of an image.
     *
     * @return columns of pixels, before any padding
     */
    public int width() {
        return width;
    }

    /**
     * Number of classes that the network tells apart.
     *
     * @return size of the last layer
     */
    public int classes() {
        return network.outputSize();
    }

    /**
     * The layers, in the order of the computation.
     *
     * @return an unmodifiable list
     */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * Number of trainable parameters.
     *
     * @return weights and biases of all layers together
     */
    public int parameterCount() {
        return network.parameterCount();
    }

    /**
     * The arithmetic of this architecture. It holds no parameters, and may be shared by threads.
     *
     * @return the network of {@link #layers()}
     */
    public Network network() {
        return network;
    }

    /** The name and, unless it is that of MNIST, the shape: {@code lenet5 adapted to 32 x 32 images in 43 classes}. */
    @Override
    public String toString() {
        var mnist = named(name);
        var known = height == mnist.height && width == mnist.width && classes() == mnist.classes();
        return known ? name : format("%s adapted to %d x %d images in %d classes", name, height, width, classes());
    }
}
