/** What {@code lenet:download} does: a complete and checked data set on this machine. */
package io.github.lenet.maven.download;
