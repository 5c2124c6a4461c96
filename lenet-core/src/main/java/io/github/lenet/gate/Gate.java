package io.github.lenet.gate;

import io.github.lenet.evaluation.Evaluation;
import java.util.List;

/**
 * Everything that is demanded of a model.
 *
 * @param rules the rules, at least one
 */
public record Gate(List<Rule> rules) {

  /**
   * Keeps a copy of the rules.
   *
   * @throws IllegalArgumentException if there is none: a gate that checks nothing would let everything pass
   */
  public Gate {
    rules = List.copyOf(rules);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("a gate needs at least one rule");
    }
  }

  /**
   * Checks every rule, also after one is missed.
   *
   * @param evaluation what the model answered
   * @return the verdict over all rules
   */
  public Verdict check(Evaluation evaluation) {
    return new Verdict(rules.stream().map(rule -> rule.check(evaluation)).toList());
  }
}
