/**
 * Data sets: which one a POM means, how it is obtained in Maven's own JVM with the proxies and passwords of the user's
 * {@code settings.xml}, and the goals that are about data alone, {@code lenet:download} and {@code lenet:explore}.
 */
@NullMarked
package io.github.lenet.maven.dataset;

import org.jspecify.annotations.NullMarked;
