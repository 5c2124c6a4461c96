package io.github.lenet.maven.backend;

import java.util.Map;

/**
 * What to compute with on this machine.
 *
 * @param backend the libraries
 * @param environment variables that the worker needs to use them
 */
public record SelectedBackend(Backend backend, Map<String, String> environment) {

    /** Java's own arithmetic, which needs nothing of a machine. */
    static final SelectedBackend JAVA_KERNELS = new SelectedBackend(Backend.javaKernels(), Map.of());
}
