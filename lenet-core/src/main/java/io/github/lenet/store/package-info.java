/**
 * Where data sets come from: the catalogue of known ones, the sources that bring them, the cache that keeps them, and
 * the user's own files, pictures and archives.
 *
 * <p>A {@link io.github.lenet.store.DatasetStore} answers a {@link io.github.lenet.store.DatasetRequest} with a
 * {@link io.github.lenet.store.LocatedDataset}: a folder whose every file has the expected SHA-256.
 */
@NullMarked
package io.github.lenet.store;

import org.jspecify.annotations.NullMarked;
