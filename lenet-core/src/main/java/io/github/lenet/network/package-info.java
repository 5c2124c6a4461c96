/**
 * What a network is: a graph of layers with their shapes and the places of their parameters, and the architectures that
 * can be trained by name. No arithmetic, and no parameters but the record that carries them.
 */
@NullMarked
package io.github.lenet.network;

import org.jspecify.annotations.NullMarked;
