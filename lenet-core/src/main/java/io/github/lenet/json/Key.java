package io.github.lenet.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key of a component that is not the name of it, such as {@code class}.
 *
 * <p>On a sealed interface: the key that comes first in each of its records and says which one it is, by the name of
 * the record with a small first letter.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Key {

    /** The key as it stands in the JSON text. */
    String value();
}
