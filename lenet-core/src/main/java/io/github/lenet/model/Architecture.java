package io.github.lenet.model;

import io.github.lenet.kernel.Activation;
import io.github.lenet.kernel.Convolution;
import io.github.lenet.kernel.Dense;
import io.github.lenet.kernel.Layer;
import io.github.lenet.kernel.Network;
import io.github.lenet.kernel.Pooling;
import java.util.List;

/**
 * A network that can be trained by its name: the one description that training, the model archive and classification
 * share.
 *
 * <p>Every architecture takes grey images of {@link #height()} x {@link #width()} pixels and ends in a dense layer of
 * {@link #classes()} outputs, which softmax turns into probabilities.
 */
public final class Architecture {

  /**
   * LeNet-5 as it is built today: valid convolutions, ReLU and max pooling; 44,426 parameters.
   *
   * <p>28x28 -> C1 6@5x5 -> S2 -> C3 16@5x5 -> S4 -> C5 120 -> F6 84 -> 10.
   */
  public static final Architecture LENET5 = lenet5("lenet5", 0, Activation.RELU, Pooling.Kind.MAXIMUM);

  /**
   * LeNet-5 after LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998:
   * images padded to 32x32, tanh and average pooling; 61,706 parameters.
   *
   * <p>Three things of the paper are simplified, as is usual: every map of C3 sees every map of S2, pooling has no
   * trainable coefficients, and the output is a softmax rather than distances to bitmaps.
   */
  public static final Architecture LENET5_1998 = lenet5("lenet5-1998", 2, Activation.TANH, Pooling.Kind.AVERAGE);

  private static final List<Architecture> KNOWN = List.of(LENET5, LENET5_1998);

  private final String name;
  private final int height;
  private final int width;
  private final List<Layer> layers;
  private final Network network;

  private Architecture(String name, int height, int width, List<Layer> layers) {
    this.name = name;
    this.height = height;
    this.width = width;
    this.layers = List.copyOf(layers);
    this.network = new Network(this.layers);
  }

  private static Architecture lenet5(String name, int padding, Activation activation, Pooling.Kind pooling) {
    var c1 = new Convolution(1, 28, 28, 6, 5, padding, activation);
    var s2 = new Pooling(pooling, c1.filters(), c1.outputHeight(), c1.outputWidth(), 2);
    var c3 = new Convolution(s2.channels(), s2.outputHeight(), s2.outputWidth(), 16, 5, 0, activation);
    var s4 = new Pooling(pooling, c3.filters(), c3.outputHeight(), c3.outputWidth(), 2);
    var c5 = new Dense(s4.outputSize(), 120, activation);
    var f6 = new Dense(c5.outputs(), 84, activation);
    var output = new Dense(f6.outputs(), 10, Activation.IDENTITY);
    return new Architecture(name, c1.height(), c1.width(), List.of(c1, s2, c3, s4, c5, f6, output));
  }

  /**
   * Finds an architecture.
   *
   * @param name its name, as it stands in a POM
   * @return the architecture
   * @throws InvalidParameterException if there is none of this name; the message lists the names
   */
  public static Architecture named(String name) {
    return KNOWN.stream()
        .filter(architecture -> architecture.name.equals(name))
        .findFirst()
        .orElseThrow(() -> InvalidParameterException.unknown("architecture", name, names()));
  }

  /**
   * The known names, as they stand in a POM.
   *
   * @return every name, the default first
   */
  public static List<String> names() {
    return KNOWN.stream().map(Architecture::name).toList();
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

  @Override
  public String toString() {
    return name;
  }
}
