/**
 * Networks in ONNX files, which other libraries have trained: what such a file may hold, how it wants images, and what
 * its outputs mean. Nothing here computes a network.
 */
@NullMarked
package io.github.lenet.onnx;

import org.jspecify.annotations.NullMarked;
