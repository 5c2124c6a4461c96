package io.github.lenet.kernel;

import io.github.lenet.network.Network;
import java.util.Objects;

/** Classifies images with fixed parameters. Reusable, allocates nothing, and is for one thread at a time. */
public final class Inference {

    private static final float[] NO_STATISTICS = {};

    private final Network network;
    private final Weights weights;
    private final Workspace single;
    private final Workspace many;

    /**
     * Prepares for classification; this copies and transposes the parameters once.
     *
     * @param folded what to compute
     */
    public Inference(FoldedNetwork folded) {
        network = folded.network();
        weights = new Weights(network, false);
        weights.load(folded.parameters().clone(), NO_STATISTICS, 0, 1);
        single = new Workspace(network, 1, false);
        many = new Workspace(network, Workspace.LANES, false);
    }

    /**
     * Computes the probabilities of the classes of one image.
     *
     * @param pixels unsigned bytes in the order channel, row, column; they are divided by 255
     * @param offset where the image begins
     * @param probabilities where the probabilities go; as many as there are classes
     * @throws IndexOutOfBoundsException if there are fewer pixels or fewer places
     */
    public void probabilities(byte[] pixels, int offset, float[] probabilities) {
        probabilities(pixels, offset, 1, probabilities);
    }

    /**
     * Computes the probabilities of the classes of many images, with the same bits as one by one, but faster.
     *
     * @param pixels unsigned bytes in the order image, channel, row, column; they are divided by 255
     * @param offset where the first image begins
     * @param count number of images
     * @param probabilities where the probabilities go, in the order image, class
     * @throws IndexOutOfBoundsException if there are fewer pixels or fewer places
     */
    public void probabilities(byte[] pixels, int offset, int count, float[] probabilities) {
        Objects.checkFromIndexSize(offset, count * network.inputSize(), pixels.length);
        Objects.checkFromIndexSize(0, count * network.outputSize(), probabilities.length);
        for (var from = 0; from < count; from += Workspace.LANES) {
            var images = Math.min(Workspace.LANES, count - from);
            Workspace workspace = images == 1 ? single : many;
            for (var i = 0; i < images; i++) {
                Intensity.copy(
                        pixels, offset + (from + i) * network.inputSize(), network.inputSize(), workspace.image(i), 0);
            }
            workspace.forward(weights, images);
            for (var i = 0; i < images; i++) {
                workspace.softmax(i);
                var to = (from + i) * network.outputSize();
                System.arraycopy(workspace.outputs(i), 0, probabilities, to, network.outputSize());
            }
        }
    }
}
