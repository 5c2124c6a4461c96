/**
 * What a network is: a graph of layers with their shapes and the places of their parameters, and the architectures that
 * can be trained by name. No arithmetic, and no parameters but the record that carries them.
 *
 * <p>An {@link io.github.lenet.network.Architecture} is a blueprint, which makes a
 * {@link io.github.lenet.network.Network} for each shape of images and number of classes. Layers know their own shapes
 * and parameters; the network knows who takes what from whom, and where the parameters of each layer lie.
 */
@NullMarked
package io.github.lenet.network;

import org.jspecify.annotations.NullMarked;
