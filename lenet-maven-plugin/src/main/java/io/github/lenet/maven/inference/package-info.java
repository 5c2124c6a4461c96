/**
 * What a model says of images, without any judgement of it: its classes one by one in {@code lenet:predict}, and how
 * many of them are right in {@code lenet:evaluate}.
 */
@NullMarked
package io.github.lenet.maven.inference;

import org.jspecify.annotations.NullMarked;
