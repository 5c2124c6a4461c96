/** The answers of networks in ONNX files, which a process of its own computes. */
@NullMarked
package io.github.lenet.maven.onnx;

import org.jspecify.annotations.NullMarked;
