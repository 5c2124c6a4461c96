/** What {@code lenet:train} does: data, libraries, worker, and the model in its places. */
package io.github.lenet.maven.train;
