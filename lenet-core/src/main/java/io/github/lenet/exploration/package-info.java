/**
 * What a data set looks like before anybody trains on it: how many images each class has, how bright they are, which
 * are typical, which are odd, and which occur twice. {@link io.github.lenet.exploration.Exploration} is all of it.
 */
@NullMarked
package io.github.lenet.exploration;

import org.jspecify.annotations.NullMarked;
