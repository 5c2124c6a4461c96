/**
 * The model that a goal is about: which one a POM means; where it is obtained, a file of this machine or an artifact of
 * this build or of a repository; and in what form it leaves the module, attached or exported.
 */
@NullMarked
package io.github.lenet.maven.model;

import org.jspecify.annotations.NullMarked;
