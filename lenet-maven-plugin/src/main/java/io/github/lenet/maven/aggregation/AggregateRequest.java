package io.github.lenet.maven.aggregation;

import io.github.lenet.gate.Rule;
import io.github.lenet.report.Reports;
import java.util.List;

/**
 * One call of {@code lenet:verify-aggregate}, checked and complete.
 *
 * @param modules the verifications to read
 * @param command what builds all of them and this module, for people to copy
 * @param rules what is demanded of each of them beside its own gate, perhaps nothing
 * @param haltOnFailure whether a missed gate fails the build
 * @param reports the files to write
 */
public record AggregateRequest(
        DeclaredModules modules, String command, List<Rule> rules, boolean haltOnFailure, Reports reports) {

    /** Keeps a copy of the rules. */
    public AggregateRequest {
        rules = List.copyOf(rules);
    }
}
