/**
 * Values that people write in a POM: what they may be, what somebody may have meant who wrote another one, and the
 * exception that names the parameter, the value and what is wrong with it.
 */
@NullMarked
package io.github.lenet.parameter;

import org.jspecify.annotations.NullMarked;
