/**
 * How good a model is on a data set: its answers to every image, and what is counted and computed from them.
 *
 * <p>Shares, such as the accuracy, stay exact counts ({@link io.github.lenet.evaluation.Proportion}) until somebody
 * asks for a decimal number, so that a gate can compare them without rounding.
 */
package io.github.lenet.evaluation;
