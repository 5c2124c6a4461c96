package io.github.lenet.training;

import static io.github.lenet.text.Formatting.format;

/** The loss or a parameter is no longer a number, so every further step would be lost time. */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where the training diverged, and what to try.
     *
     * @param what what is no longer a number, such as {@code the loss is NaN}
     * @param images images of this epoch that were done when it was seen
     * @param epoch number of the epoch, from 1
     * @param learningRate step size that was too large
     */
    TrainingDivergedException(String what, int images, int epoch, double learningRate) {
        super(format(
                "%s after %d images of epoch %d: the training diverged with learningRate %s. Try a smaller"
                        + " one, such as a tenth: <lenet.learningRate>%s</lenet.learningRate> in the <properties> of the POM",
                what, images, epoch, learningRate, (float) (learningRate / 10)));
    }
}
