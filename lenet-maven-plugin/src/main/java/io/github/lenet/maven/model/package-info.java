/**
 * The model that a goal is about: which one a POM means, and where it is obtained, a file of this machine or an
 * artifact of this build or of a repository.
 */
@NullMarked
package io.github.lenet.maven.model;

import org.jspecify.annotations.NullMarked;
