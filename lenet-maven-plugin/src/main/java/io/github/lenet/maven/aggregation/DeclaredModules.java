package io.github.lenet.maven.aggregation;

import java.util.List;

/**
 * What a module declares as dependencies, as far as it concerns its gate.
 *
 * @param results the verifications of modules of this build, whether or not it builds them
 * @param absent a sentence for each dependency that has a gate, or may have one, and that is no module of this build
 */
public record DeclaredModules(List<ModuleResult> results, List<String> absent) {

    /** Keeps copies. */
    public DeclaredModules {
        results = List.copyOf(results);
        absent = List.copyOf(absent);
    }
}
