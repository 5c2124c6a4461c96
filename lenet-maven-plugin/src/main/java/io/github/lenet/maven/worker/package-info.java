/**
 * Runs the training in a process of its own, and turns every way in which that can end into a result or one clear
 * message.
 *
 * <p>A native crash, a heap that is too small or a hanging library ends the worker and never Maven; and no worker
 * outlives Maven.
 */
@NullMarked
package io.github.lenet.maven.worker;

import org.jspecify.annotations.NullMarked;
