/**
 * The Maven build around a goal: which modules it has and where they lie, how the goal was called and for which of
 * them, what the log shows of it, what goals note for those that run later in the same build, what the build can tell
 * of its source code, and how the commands are run that tell it.
 */
@NullMarked
package io.github.lenet.maven.build;

import org.jspecify.annotations.NullMarked;
