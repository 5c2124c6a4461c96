/**
 * Names that people write, and what they may have meant.
 *
 * <p>Every room may use it, and it uses none.
 */
package io.github.lenet.text;
