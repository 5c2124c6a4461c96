/**
 * Gets data sets in Maven's own JVM, through the proxies of the user's {@code settings.xml}, with its progress in the
 * log.
 */
package io.github.lenet.maven.data;
