package io.github.lenet.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that is read from JSON and may be null there, or missing. One that a file may leave out
 * by {@link com.fasterxml.jackson.annotation.JsonInclude} may be null without it; every other one is there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Nullable {}
