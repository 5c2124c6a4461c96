package io.github.lenet.gate;

import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a model on one data set.
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
     * Checks that every rule can be applied to a model, before anything is measured.
     *
     * @param classNames names of the model's classes
     * @throws InvalidParameterException if a rule names an unknown class or leaves none, or every answer is among its k
     *     best
     */
    public void requireFitting(List<String> classNames) {
        rules.forEach(rule -> rule.requireFitting(classNames));
    }

    /**
     * Checks every rule on the main evaluation; one that is missed does not stop the others.
     *
     * @param evaluation the numbers
     * @return the results in the order of the rules
     * @throws InvalidParameterException if a rule does not fit the model; see {@link #requireFitting}
     */
    public List<RuleResult> check(Evaluation evaluation) {
        return check(null, evaluation);
    }

    /**
     * Checks every rule on a further evaluation; one that is missed does not stop the others.
     *
     * @param name name of the evaluation, which every result carries
     * @param evaluation the numbers
     * @return the results in the order of the rules
     * @throws InvalidParameterException if a rule does not fit the model; see {@link #requireFitting}
     */
    public List<RuleResult> check(@Nullable String name, Evaluation evaluation) {
        return rules.stream()
                .flatMap(rule -> rule.check(name, evaluation).stream())
                .toList();
    }
}
