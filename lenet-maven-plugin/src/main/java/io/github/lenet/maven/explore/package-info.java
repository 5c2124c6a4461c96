/** What {@code lenet:explore} does: data set, numbers, and a page. */
package io.github.lenet.maven.explore;
