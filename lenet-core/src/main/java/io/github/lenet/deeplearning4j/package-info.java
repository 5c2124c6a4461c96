/**
 * Deeplearning4j, and the only room that names it: its description of a trained network, which makes a model archive
 * one that stock Deeplearning4j opens, and its own layers as an {@link io.github.lenet.training.Arithmetic}, which
 * compute on a graphics card.
 */
@NullMarked
package io.github.lenet.deeplearning4j;

import org.jspecify.annotations.NullMarked;
