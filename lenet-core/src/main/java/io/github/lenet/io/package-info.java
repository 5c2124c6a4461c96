/**
 * Files that are whole or absent, what may lie in their place, and what went wrong with them; the folders and locks of
 * the cache; digests; the one dialect of JSON that every file of this project is written in; programs that end with
 * this one.
 *
 * <p>Only {@code text} lies below this room: it knows nothing of data sets, models or builds.
 */
package io.github.lenet.io;
