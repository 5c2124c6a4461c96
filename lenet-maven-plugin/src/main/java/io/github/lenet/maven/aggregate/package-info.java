/**
 * What {@code lenet:verify-aggregate} does: the results of other modules of the build, one verdict over all of them,
 * and one report.
 */
package io.github.lenet.maven.aggregate;
