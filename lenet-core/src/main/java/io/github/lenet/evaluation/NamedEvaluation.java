package io.github.lenet.evaluation;

/**
 * An evaluation with a name, such as the one on shifted images.
 *
 * @param name what it is called
 * @param evaluation its numbers
 */
public record NamedEvaluation(String name, Evaluation evaluation) {}
