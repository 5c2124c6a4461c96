/**
 * What an application uses: the plain-Java {@link io.github.lenet.model.Classifier}, what it answers, and the facts of
 * the run that trained its model.
 *
 * <p>Nothing here needs Deeplearning4j or a native library.
 */
@NullMarked
package io.github.lenet.model;

import org.jspecify.annotations.NullMarked;
