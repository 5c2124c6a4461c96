/** The user's own Apache Spark: where it is, how it is configured, and the driver that runs a search on it. */
@NullMarked
package io.github.lenet.maven.spark;

import org.jspecify.annotations.NullMarked;
