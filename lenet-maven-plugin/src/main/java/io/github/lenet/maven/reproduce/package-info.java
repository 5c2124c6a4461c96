/** What {@code lenet:reproduce} does: the training of an archive once more, and a comparison of the two models. */
package io.github.lenet.maven.reproduce;
