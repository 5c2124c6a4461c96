/**
 * Measures what training and classification cost, beside the tools that people would use instead.
 * {@link io.github.lenet.benchmark.Benchmark} prints one page of tables; what each number means is in
 * {@code docs/benchmarks.md}.
 */
package io.github.lenet.benchmark;
