/**
 * Classifies images that lie in files: finds them by files, folders and globs, and writes the answers as a table, as
 * CSV or as JSON.
 *
 * <p>Images go through one by one, so the memory does not grow with their number; a file that cannot be used does not
 * keep the others from their answers.
 */
@NullMarked
package io.github.lenet.prediction;

import org.jspecify.annotations.NullMarked;
