package io.github.lenet.maven.backend;

import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;

/**
 * Libraries that are there, ready for a worker.
 *
 * @param artifacts every library, each with its file, with exactly one set of native libraries
 * @param environment variables that the worker needs to use them
 */
public record ResolvedBackend(List<Artifact> artifacts, Map<String, String> environment) {}
