/**
 * Gets archives, such as the model of the last release, from the user's Maven repositories, and tells one that does not
 * exist from one that nobody could be asked for.
 */
@NullMarked
package io.github.lenet.maven.artifact;

import org.jspecify.annotations.NullMarked;
