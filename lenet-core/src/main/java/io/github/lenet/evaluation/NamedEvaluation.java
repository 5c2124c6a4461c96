package io.github.lenet.evaluation;

/**
 * An evaluation beside the main one, such as that on shifted images.
 *
 * @param name what it is called
 * @param evaluation its numbers
 */
public record NamedEvaluation(String name, Evaluation evaluation) {}
