package io.github.lenet.search;

import io.github.lenet.recipe.Hyperparameters;

/**
 * A training that a search asks for, whole from the first step to the last.
 *
 * @param trial number of the trial, from 0
 * @param rung 1 for the shortest training of a trial, up to the one with all its epochs
 * @param isConfirmation whether it repeats a finalist with a fresh seed, and the loss of each held-out image is wanted
 * @param hyperparameters everything that the user chose or the search tries; {@code validationFraction} of the images
 *     are to be held out, stratified and drawn with {@code seed}, and measured after the last epoch, or after the best
 *     one where the training stops early
 */
public record TrialTraining(int trial, int rung, boolean isConfirmation, Hyperparameters hyperparameters) {}
