package io.github.lenet.prediction;

import java.io.IOException;

/** Shows predictions one by one; {@link PredictionFormat} makes one. */
public interface PredictionPrinter {

    /**
     * Writes what stands before the first prediction.
     *
     * @throws IOException if it cannot be written
     */
    void begin() throws IOException;

    /**
     * Shows a prediction.
     *
     * @param prediction the answer for one image
     * @throws IOException if it cannot be written
     */
    void print(Prediction prediction) throws IOException;

    /**
     * Writes what stands after the last prediction.
     *
     * @throws IOException if it cannot be written
     */
    void end() throws IOException;
}
