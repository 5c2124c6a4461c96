package io.github.lenet.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a classifier says about an image.
 *
 * @param candidates every class, the most probable one first; equally probable ones in the order of their labels
 */
public record Classification(List<Candidate> candidates) {

    /** Copies the list. */
    public Classification {
        candidates = List.copyOf(candidates);
    }

    /**
     * Orders what a network gives for an image.
     *
     * @param probabilities the probability of each class
     * @param classNames what each class is called, in the same order
     * @return every class with its probability
     */
    public static Classification of(float[] probabilities, List<String> classNames) {
        var candidates = new ArrayList<Candidate>();
        for (var label = 0; label < probabilities.length; label++) {
            candidates.add(new Candidate(label, classNames.get(label), probabilities[label]));
        }
        candidates.sort(Comparator.comparing(Candidate::probability).reversed());
        return new Classification(candidates);
    }

    /**
     * The label of the most probable class.
     *
     * @return 0 to the number of classes - 1
     */
    public int label() {
        return candidates.get(0).label();
    }

    /**
     * The name of the most probable class.
     *
     * @return for MNIST the digit
     */
    public String className() {
        return candidates.get(0).className();
    }

    /**
     * The probability of the most probable class.
     *
     * @return more than 0, at most 1
     */
    public float probability() {
        return candidates.get(0).probability();
    }

    /**
     * The second most probable class: what the image might be if the answer is wrong.
     *
     * @return the second candidate
     */
    public Candidate runnerUp() {
        return candidates.get(1);
    }

    /**
     * A class that an image may belong to.
     *
     * @param label its number, from 0
     * @param className what the label stands for
     * @param probability the network's probability, 0 to 1
     */
    public record Candidate(int label, String className, float probability) {}
}
