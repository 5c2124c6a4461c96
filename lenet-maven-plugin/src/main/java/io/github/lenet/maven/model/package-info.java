/** Gets the model that a goal is about: a file of this machine, or an artifact. */
package io.github.lenet.maven.model;
