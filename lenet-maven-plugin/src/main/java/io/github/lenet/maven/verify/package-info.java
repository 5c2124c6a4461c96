/**
 * What {@code lenet:verify} does: model, measurement, verdict, reports, and one line that says whether the build
 * passes.
 */
package io.github.lenet.maven.verify;
