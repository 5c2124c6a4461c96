/**
 * Everything that decides what a training gives: hyperparameters, schedule, augmentation, the data and the code; their
 * fingerprint; and what each epoch gave.
 */
@NullMarked
package io.github.lenet.recipe;

import org.jspecify.annotations.NullMarked;
