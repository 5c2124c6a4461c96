package io.github.lenet.prediction;

import io.github.lenet.model.Classification;

/**
 * The answer for one image.
 *
 * @param image where the image is: its file, and for an image of an IDX file {@code file#index}, counted from 0
 * @param classification what the model says about it
 */
public record Prediction(String image, Classification classification) {}
