/**
 * The arithmetic of LeNet-5 and deeper networks in plain Java: forward pass, gradient and Adam, the same bits on every
 * machine.
 *
 * <p>A {@link io.github.lenet.network.Network} says which layers follow each other; an
 * {@link io.github.lenet.kernel.Inference} classifies with it, a {@link io.github.lenet.kernel.GradientComputation}
 * computes the gradient of a mini-batch on several threads, and {@link io.github.lenet.kernel.Adam} steps along it.
 * Parameters are one flat array in the order of Deeplearning4j's {@code MultiLayerNetwork.params()}. Nothing but the
 * JDK is needed.
 *
 * <p><b>Why it is fast.</b> Nearly all time goes into a few loops, {@code Rows} and {@code ConvolutionLoops}, which add
 * multiples of some rows to others. HotSpot's compiler turns {@code Rows} into vector instructions, because the rows
 * are arrays of their own that share one index: JDK 17 leaves {@code x[i + offset]} scalar. So that rows are long,
 * sixteen images are computed side by side, interleaved: {@code [row][column][image]}. And factors that are zero are
 * skipped: after ReLU and maximum pooling, most gradients are. Training keeps the sums of its convolutions in vector
 * registers where the JVM was started with {@code --add-modules jdk.incubator.vector}, which about halves its time;
 * nothing needs them.
 *
 * <p>Behind batch normalisation gradients are dense, and nothing is skipped. There, {@code LaneLoops} keeps blocks of
 * sums in vector registers, in one flat loop over a table of what they add: four filters times two vectors, which is
 * what the sixteen registers of AVX2 hold with the factors. Sixteen images lie side by side:
 * {@code [channel][row][column][image]}, which is a vector as wide as the widest of today and several of the others.
 * The gradient of the weights has sixteen channels side by side instead, so that no sum is spread over lanes. With many
 * channels, {@code WinogradMethod} multiplies less. Without the Vector API, an image is still classified at the speed
 * of {@code Rows}.
 *
 * <p><b>Why the bits are the same.</b> Every sum has a fixed order (Java's floats are strict, and the compiler never
 * reorders them), exponentials come from {@link java.lang.StrictMath} or from a polynomial of our own, and a mini-batch
 * is cut into shards whose number depends on its size alone.
 */
@NullMarked
package io.github.lenet.kernel;

import org.jspecify.annotations.NullMarked;
