/**
 * The values that the user wrote, in the POM or on the command line, as Maven has them before and after it fills a goal
 * with them: those of another goal of the build, those that have no effect, and those that cannot be meant. Each
 * warning and each error names the element that it is about.
 */
@NullMarked
package io.github.lenet.maven.configuration;

import org.jspecify.annotations.NullMarked;
