/**
 * Trains a network: the Deeplearning4j network of an architecture, seeded initial parameters, the order of the images
 * and their variants, the optimiser, and the {@link io.github.lenet.training.Trainer} that drives them.
 *
 * <p>The next augmentation goes into a {@code RandomTransform}, the next backend into an {@code Arithmetic}.
 *
 * <p>Together with {@code worker} the only room that uses Deeplearning4j.
 */
package io.github.lenet.training;
