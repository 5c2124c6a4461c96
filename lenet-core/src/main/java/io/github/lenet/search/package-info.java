/**
 * A search for better hyperparameters that gives the same answer twice: the {@link io.github.lenet.search.SearchSpace},
 * what is tried next, which trials go on, and whether what was found is better than what there is.
 *
 * <p>{@link io.github.lenet.search.Search} decides, and a {@link io.github.lenet.search.TrialRunner} trains: in this
 * process, side by side, from a cache or on other machines. Needs no file, no clock and no thread.
 */
@NullMarked
package io.github.lenet.search;

import org.jspecify.annotations.NullMarked;
