package io.github.lenet.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way in which a model is wrong.
 *
 * @param actual name of the true class
 * @param answer name of the class that was answered
 * @param images how often: 1 or more
 */
public record Confusion(String actual, String answer, int images) {

    /**
     * The most frequent confusions.
     *
     * @param evaluation the numbers
     * @param limit how many at most, 0 or more
     * @return the most frequent first; equally frequent ones in the order of the classes
     */
    public static List<Confusion> mostFrequent(Evaluation evaluation, int limit) {
        var names = evaluation.confusionMatrix().classNames();
        var counts = evaluation.confusionMatrix().counts();
        var confusions = new ArrayList<Confusion>();
        for (var actual = 0; actual < counts.length; actual++) {
            for (var answer = 0; answer < counts.length; answer++) {
                if (actual != answer && counts[actual][answer] > 0) {
                    confusions.add(new Confusion(names.get(actual), names.get(answer), counts[actual][answer]));
                }
            }
        }
        confusions.sort(Comparator.comparingInt(Confusion::images).reversed());
        return confusions.subList(0, Math.min(limit, confusions.size()));
    }
}
