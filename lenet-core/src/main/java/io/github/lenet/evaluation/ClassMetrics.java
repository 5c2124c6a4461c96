package io.github.lenet.evaluation;

/**
 * How well one class is told from the others. A share of nothing is undefined, and null.
 *
 * @param label name of the class
 * @param precision share of the images answered with this class that are of it; null if none was
 * @param recall share of the images of this class that were answered with it; null if the data set has none
 * @param f1 harmonic mean of precision and recall, computed from the counts as 2 TP / (2 TP + FP + FN); null if the
 *     class has no image and was never an answer
 * @param support images of this class in the data set
 */
public record ClassMetrics(String label, Double precision, Double recall, Double f1, int support) {}
