/**
 * Everything that decides what a training gives: hyperparameters, schedule, augmentation, the data and the code; their
 * fingerprint; and what each epoch gave.
 */
package io.github.lenet.recipe;
