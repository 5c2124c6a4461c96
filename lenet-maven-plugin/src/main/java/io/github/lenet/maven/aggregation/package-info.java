/**
 * What {@code lenet:verify-aggregate} does: the results of other modules of the build, as far as they still count, one
 * verdict over all of them, and one report.
 */
@NullMarked
package io.github.lenet.maven.aggregation;

import org.jspecify.annotations.NullMarked;
