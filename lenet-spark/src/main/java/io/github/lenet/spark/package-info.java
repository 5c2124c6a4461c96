/**
 * Trials of a search on Apache Spark. The search itself is that of {@code lenet-core}, and runs in the driver; here is
 * only what carries a text to an executor and another one back, with Spark's Java API, so that the same classes work
 * with every Spark from 3.5 on, and every Scala.
 */
@NullMarked
package io.github.lenet.spark;

import org.jspecify.annotations.NullMarked;
