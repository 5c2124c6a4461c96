/**
 * The goals of the plugin. Each one reads its parameters into one immutable request, and hands that to the package that
 * does the work.
 *
 * <p>A parameter that several goals have is declared in a superclass that they have in common. Maven looks at
 * superclasses only, of which a goal has one line, so that a few parameters are declared again in a goal of another
 * line; they mean the same in each.
 */
@NullMarked
package io.github.lenet.maven;

import org.jspecify.annotations.NullMarked;
