/**
 * Texts that are the same on every machine; numbers and lists in sentences; names that people write, and what they may
 * have meant; text from outside made fit for a log.
 *
 * <p>Every room may use it, except the kernel, which uses nothing but the JDK; it uses none.
 */
package io.github.lenet.text;
