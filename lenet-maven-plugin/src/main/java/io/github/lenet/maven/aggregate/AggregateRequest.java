package io.github.lenet.maven.aggregate;

import io.github.lenet.gate.Rule;
import io.github.lenet.report.Reports;
import java.util.List;

/**
 * One call of {@code lenet:verify-aggregate}, checked and complete.
 *
 * @param modules the verifications to read
 * @param rules what is demanded of each of them beside its own gate, perhaps nothing
 * @param haltOnFailure whether a missed gate fails the build
 * @param reports the files to write
 */
public record AggregateRequest(
    List<ModuleResult> modules, List<Rule> rules, boolean haltOnFailure, Reports reports) {

  /** Keeps copies of the lists. */
  public AggregateRequest {
    modules = List.copyOf(modules);
    rules = List.copyOf(rules);
  }
}
