/**
 * Trainings: what {@code lenet:train} and {@code lenet:reproduce} do, from the data and the libraries to the model in
 * its places, and the training that a POM describes, against which other goals compare a model.
 */
@NullMarked
package io.github.lenet.maven.training;

import org.jspecify.annotations.NullMarked;
