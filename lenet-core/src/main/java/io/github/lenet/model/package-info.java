/**
 * What a model is: its architecture, the hyperparameters and history it was trained with, the archive that carries it,
 * and the plain-Java {@link io.github.lenet.model.Classifier} that an application uses.
 *
 * <p>Nothing here needs Deeplearning4j or a native library.
 */
package io.github.lenet.model;
