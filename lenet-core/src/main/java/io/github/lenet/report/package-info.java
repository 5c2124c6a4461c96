/**
 * The files that tell programs, build servers and pull requests about a training, a verdict and a data set: JSON, JUnit
 * XML and Markdown.
 *
 * <p>Those of a verdict show what the gate decided; none decides anything. {@link io.github.lenet.report.Reports} names
 * and writes them. The pages that are made of the same numbers are in {@code io.github.lenet.page}.
 */
@NullMarked
package io.github.lenet.report;

import org.jspecify.annotations.NullMarked;
