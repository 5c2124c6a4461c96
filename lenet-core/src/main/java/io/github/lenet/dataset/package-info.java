/**
 * Labelled images: the IDX files they are kept in, the catalogue of known data sets, and the store that obtains, checks
 * and caches them.
 *
 * <p>A {@link io.github.lenet.dataset.DatasetStore} answers a {@link io.github.lenet.dataset.DatasetRequest} with the
 * folder of a data set whose every file has the expected SHA-256; a {@link io.github.lenet.dataset.Dataset} holds one
 * split of it in memory, as unsigned bytes; a {@link io.github.lenet.dataset.Transformation} makes it harder to read.
 */
package io.github.lenet.dataset;
