/** What {@code lenet:predict} does: images, model, and the answers in the log or in a file. */
package io.github.lenet.maven.predict;
