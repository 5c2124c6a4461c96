package io.github.lenet.network;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A network that can be trained by its name: the one description that training, the model archive and classification
 * share.
 *
 * <p>Every architecture takes images of the shape {@link #image()} and ends in a dense layer of {@link #classes()}
 * outputs, which softmax turns into probabilities. It is known for the images of MNIST, and {@linkplain #adaptedTo
 * adapts} to others.
 */
public final class Architecture {

    /** Highest number of rows or columns of an image: with more, the weights of C5 alone are a hundred megabytes. */
    public static final int LARGEST_IMAGE = 256;

    /** Highest number of classes: a label is a byte. */
    public static final int MOST_CLASSES = 256;

    private static final Shape MNIST = new Shape(1, 28, 28);
    private static final int DIGITS = 10;

    /**
     * LeNet-5 as it is built today: valid convolutions, ReLU and max pooling; 44,426 parameters.
     *
     * <p>28x28 -> C1 6@5x5 -> S2 -> C3 16@5x5 -> S4 -> C5 120 -> F6 84 -> 10.
     */
    public static final Architecture LENET5 =
            new Architecture(new LeNet("lenet5", 0, Activation.RELU, Pooling.Kind.MAXIMUM));

    /**
     * LeNet-5 after LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998:
     * images padded to 32x32, tanh and average pooling; 61,706 parameters.
     *
     * <p>Three things of the paper are simplified, as is usual: every map of C3 sees every map of S2, pooling has no
     * trainable coefficients, and the output is a softmax rather than distances to bitmaps.
     */
    public static final Architecture LENET5_1998 =
            new Architecture(new LeNet("lenet5-1998", 2, Activation.TANH, Pooling.Kind.AVERAGE));

    /** Three pairs of convolutions with batch normalisation, in the manner of VGG; 72,666 parameters. */
    public static final Architecture VGG6 = new Architecture(new Vgg6());

    /** A residual network of three basic blocks behind a convolution of stride 2; 77,754 parameters. */
    public static final Architecture RESNET8 = new Architecture(new ResNet("resnet8", 1, 2));

    /** A residual network of six basic blocks; 174,970 parameters. */
    public static final Architecture RESNET14 = new Architecture(new ResNet("resnet14", 2, 1));

    private static final Choice<Architecture> CATALOGUE =
            new Choice<>("architecture", List.of(LENET5, LENET5_1998, VGG6, RESNET8, RESNET14), Architecture::name);

    private final Blueprint blueprint;
    private final Network network;

    private Architecture(Blueprint blueprint) {
        this(blueprint, blueprint.network(MNIST, DIGITS));
    }

    private Architecture(Blueprint blueprint, Network network) {
        this.blueprint = blueprint;
        this.network = network;
    }

    /**
     * Finds an architecture.
     *
     * @param name its name, as it stands in a POM
     * @return the architecture for the images of MNIST: grey, 28 x 28 pixels in ten classes
     * @throws InvalidParameterException if there is none of this name; the message lists the names
     */
    public static Architecture named(String name) {
        for (var architecture : CATALOGUE.values()) {
            if (architecture.name().equals(name)) {
                return architecture;
            }
        }
        // Those of our own tests, which are in no list, and for which nothing but a service file is needed.
        Architecture.class.getModule().addUses(Blueprint.class);
        for (var blueprint : ServiceLoader.load(Blueprint.class, Blueprint.class.getClassLoader())) {
            if (blueprint.name().equals(name)) {
                return new Architecture(blueprint);
            }
        }
        return CATALOGUE.named(name);
    }

    /**
     * The known names, as they stand in a POM.
     *
     * @return every name, the default first
     */
    public static List<String> names() {
        return CATALOGUE.names();
    }

    /**
     * The same network for other images. Where a plane that is pooled has an odd number of rows or columns, the last
     * one is left out, as Deeplearning4j does.
     *
     * @param image shape of an image: one channel for grey, three for colour; rows and columns from
     *     {@link #smallestImage()} to {@value #LARGEST_IMAGE}
     * @param classes number of classes to tell apart, 2 to {@value #MOST_CLASSES}
     * @return the network, which has another number of parameters and the same name
     * @throws IllegalArgumentException if it cannot have that shape; the message says which it can have
     */
    public Architecture adaptedTo(Shape image, int classes) {
        if (!takesSizeOf(image)) {
            var smallest = smallestImage();
            throw new IllegalArgumentException(format(
                    "images of %d x %d pixels do not fit %s, which takes %d x %d to %d x %d",
                    image.height(), image.width(), name(), smallest, smallest, LARGEST_IMAGE, LARGEST_IMAGE));
        }
        if (image.channels() != 1 && image.channels() != 3) {
            throw new IllegalArgumentException(format(
                    "images of %d channels do not fit %s, which takes 1 (grey) or 3 (colour)",
                    image.channels(), name()));
        }
        if (classes < 2 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    format("%d classes do not fit %s, which tells 2 to %d apart", classes, name(), MOST_CLASSES));
        }
        return new Architecture(blueprint, blueprint.network(image, classes));
    }

    /**
     * Tells whether the network can be adapted to images of a size.
     *
     * @param image shape of an image, whatever its channels
     * @return whether its rows and columns are in the range
     */
    public boolean takesSizeOf(Shape image) {
        return Math.min(image.height(), image.width()) >= smallestImage()
                && Math.max(image.height(), image.width()) <= LARGEST_IMAGE;
    }

    /**
     * The smallest image that the network can be adapted to.
     *
     * @return number of rows, and of columns
     */
    public int smallestImage() {
        return blueprint.smallestImage();
    }

    /**
     * The name that a POM and a model archive give this architecture.
     *
     * @return for example {@code lenet5}
     */
    public String name() {
        return blueprint.name();
    }

    /**
     * What a layer is called outside of this project, in the files for other libraries: {@code c1} and so on as in the
     * paper for LeNet-5, otherwise as in the network, with a dot before each level of a nested module.
     *
     * @param node a layer of the network, or of the same one without batch normalisation
     * @return for example {@code c1} or {@code stage1.block1.conv1.norm}; no other layer of the network has this name
     */
    public String layerName(Node node) {
        return blueprint.layerName(node.name());
    }

    /**
     * The shape of an image.
     *
     * @return channels, and rows and columns of pixels before any padding
     */
    public Shape image() {
        return network.image();
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
     * Number of trainable parameters.
     *
     * @return weights and biases of all layers together
     */
    public int parameterCount() {
        return network.parameterCount();
    }

    /**
     * The layers of this architecture. They hold no parameters, and may be shared by threads.
     *
     * @return the network
     */
    public Network network() {
        return network;
    }

    /** The name and, unless it is that of MNIST, the shape: {@code lenet5 adapted to 32 x 32 images in 43 classes}. */
    @Override
    public String toString() {
        var image = image();
        if (image.is(MNIST) && classes() == DIGITS) {
            return name();
        }
        var colour = image.channels() == 1 ? "" : image.channels() + " x ";
        return format(
                "%s adapted to %s%d x %d images in %d classes",
                name(), colour, image.height(), image.width(), classes());
    }
}
