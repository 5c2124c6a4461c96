/**
 * How good a model is on a data set: what is counted and computed from its answers.
 *
 * <p>Shares, such as the accuracy, stay exact counts ({@link io.github.lenet.evaluation.Proportion}) until a decimal
 * number is needed, so that a gate can compare them without rounding.
 *
 * <p>Confidence intervals come from Commons Statistics, which {@code lenet-core} declares optional: an application that
 * measures adds {@code commons-statistics-interval} and {@code commons-statistics-distribution} to its dependencies.
 */
@NullMarked
package io.github.lenet.evaluation;

import org.jspecify.annotations.NullMarked;
