/**
 * Trains a network: seeded initial parameters, the order of the images and their variants, the optimiser, and the
 * {@link io.github.lenet.training.Trainer} that drives them.
 *
 * <p>The next augmentation goes into a {@code RandomTransform}, the next backend into an {@code Arithmetic}. Nothing
 * here needs Deeplearning4j.
 */
@NullMarked
package io.github.lenet.training;

import org.jspecify.annotations.NullMarked;
