/**
 * The files that tell people and machines about a training and a verdict: JSON, HTML, JUnit XML and Markdown.
 *
 * <p>Every one shows the verdict of the gate; none decides anything. {@link io.github.lenet.report.Reports}
 * writes those of a verdict.
 */
package io.github.lenet.report;
