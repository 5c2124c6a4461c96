/**
 * Files that are whole or absent, what may lie in their place, and what went wrong with them; digests; messages of
 * Protocol Buffers; programs that end with this one.
 *
 * <p>Only {@code text} lies below this room: it knows nothing of data sets, models or builds.
 */
@NullMarked
package io.github.lenet.io;

import org.jspecify.annotations.NullMarked;
