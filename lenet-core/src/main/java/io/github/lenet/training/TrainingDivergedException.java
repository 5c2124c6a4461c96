package io.github.lenet.training;

import static io.github.lenet.text.Formatting.format;

/** The loss is no longer a number, so every further step would be lost time. */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where the training diverged, and what to try.
     *
     * @param epoch number of the epoch, from 1
     * @param images images of this epoch that were done when the loss was seen
     * @param loss summed cross-entropy of the last mini-batch: NaN or infinite
     * @param learningRate step size that was too large
     */
    TrainingDivergedException(int epoch, int images, double loss, double learningRate) {
        super(format(
                "the loss is %s after %d images of epoch %d: the training diverged with learningRate %s. Try a smaller"
                        + " one, such as a tenth: <lenet.learningRate>%s</lenet.learningRate> in the <properties> of the POM",
                loss, images, epoch, learningRate, (float) (learningRate / 10)));
    }
}
