/**
 * What a network is: its layers with their shapes, and the architectures that can be trained by name. No arithmetic,
 * and no parameters but the record that carries them.
 */
package io.github.lenet.network;
