package io.github.lenet.prediction;

import io.github.lenet.model.Classification;
import io.github.lenet.model.Classifier;
import io.github.lenet.network.Shape;
import java.io.IOException;
import java.util.List;

/** What classifies images that are prepared: a model of this project, or one from elsewhere. */
public interface ImageClassifier {

    /**
     * A model of this project, image by image.
     *
     * @param classifier the model
     * @return the same, as what is asked here
     */
    static ImageClassifier of(Classifier classifier) {
        return new ImageClassifier() {

            @Override
            public Shape image() {
                return classifier.description().image();
            }

            @Override
            public List<String> classNames() {
                return classifier.description().classNames();
            }

            @Override
            public int imagesAtATime() {
                return 1;
            }

            @Override
            public List<Classification> classify(byte[] pixels) {
                return List.of(classifier.classify(pixels));
            }
        };
    }

    /**
     * The images that it takes.
     *
     * @return the shape of each
     */
    Shape image();

    /**
     * What it tells apart.
     *
     * @return the names of its classes, in the order of their labels
     */
    List<String> classNames();

    /**
     * How many images it is best asked about together.
     *
     * @return 1 or more
     */
    int imagesAtATime();

    /**
     * Classifies images.
     *
     * @param pixels one image or several: channel after channel, row after row, unsigned bytes
     * @return the answer for each; of one without an answer the probabilities are NaN
     * @throws IOException if it gives no answers
     */
    List<Classification> classify(byte[] pixels) throws IOException;
}
