/**
 * A search for better hyperparameters: what the POM asks for, the process that does it, and what it found.
 * {@code lenet:tune}.
 */
@NullMarked
package io.github.lenet.maven.tuning;

import org.jspecify.annotations.NullMarked;
