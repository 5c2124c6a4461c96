/** What {@code lenet:evaluate} does: model, measurement, and a table of the numbers. */
package io.github.lenet.maven.evaluate;
