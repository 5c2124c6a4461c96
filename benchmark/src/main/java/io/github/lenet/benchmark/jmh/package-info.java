/** Measures the kernels one by one, with JMH; {@code docs/benchmarks.md} has the commands. */
package io.github.lenet.benchmark.jmh;
