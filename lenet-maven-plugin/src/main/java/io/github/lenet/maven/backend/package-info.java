/**
 * Finds what the worker process computes with: Deeplearning4j, and for a graphics card ND4J's libraries for CUDA,
 * resolved on demand through the user's own Maven repositories, mirrors and proxies, and never part of the plugin's
 * class path.
 */
@NullMarked
package io.github.lenet.maven.backend;

import org.jspecify.annotations.NullMarked;
