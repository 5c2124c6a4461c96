/**
 * What a POM demands of a model, and what becomes of the verdict: the log, the page of a GitHub Actions job, and the
 * end of the build. The goals that judge one model and those of many modules share it; the rules themselves are in
 * {@code lenet-core}.
 */
@NullMarked
package io.github.lenet.maven.gate;

import org.jspecify.annotations.NullMarked;
