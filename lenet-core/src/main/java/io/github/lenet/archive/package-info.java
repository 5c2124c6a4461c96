/** A trained model in a file: what it holds, and the formats that it is read from and written to. */
@NullMarked
package io.github.lenet.archive;

import org.jspecify.annotations.NullMarked;
