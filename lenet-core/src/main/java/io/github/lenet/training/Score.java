package io.github.lenet.training;

/**
 * How well a network does on some images: sums, so that parts can be added.
 *
 * @param images number of images
 * @param loss summed cross-entropy, in nats
 * @param correct images classified right
 */
public record Score(int images, double loss, int correct) {

    /** The score of no images. */
    public static final Score NONE = new Score(0, 0, 0);

    /**
     * Adds the score of other images.
     *
     * @param other their score
     * @return the score of all
     */
    public Score plus(Score other) {
        return new Score(images + other.images, loss + other.loss, correct + other.correct);
    }

    /**
     * The loss of an average image.
     *
     * @return mean cross-entropy in nats
     */
    public double meanLoss() {
        return loss / images;
    }

    /**
     * The share of images that are classified right.
     *
     * @return 0 to 1
     */
    public double accuracy() {
        return (double) correct / images;
    }
}
