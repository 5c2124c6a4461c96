/**
 * Labelled images in memory, and the IDX files that they are kept in.
 *
 * <p>A {@link io.github.lenet.dataset.Dataset} holds one split of a data set as unsigned bytes; a
 * {@link io.github.lenet.dataset.DatasetReader} reads it from files, whoever brought them; a
 * {@link io.github.lenet.dataset.Transformation} makes it harder to read.
 */
@NullMarked
package io.github.lenet.dataset;

import org.jspecify.annotations.NullMarked;
