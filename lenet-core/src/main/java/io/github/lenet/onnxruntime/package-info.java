/**
 * The only room that names a class of ONNX Runtime. Its native library runs in the worker process, and never in that of
 * Maven.
 */
@NullMarked
package io.github.lenet.onnxruntime;

import org.jspecify.annotations.NullMarked;
