/**
 * Texts that are the same on every machine; numbers and lists in sentences; text from outside made fit for a log.
 *
 * <p>Every room may use it, except the kernel; it uses none.
 */
@NullMarked
package io.github.lenet.text;

import org.jspecify.annotations.NullMarked;
