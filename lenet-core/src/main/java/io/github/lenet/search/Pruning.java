package io.github.lenet.search;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;

/** How time is saved on trials that promise little. */
public enum Pruning {

    /**
     * Every trial is trained for a third of its epochs first, and only the best third of them for all: successive
     * halving (Li et al., arXiv 1810.05934) with trainings that are short instead of cut, so that each has its whole
     * schedule behind it. From {@link #LONG} epochs on, there is a rung of a ninth below.
     */
    HALVING {
        @Override
        int rungs(int epochs) {
            return epochs >= LONG ? 3 : epochs > 1 ? 2 : 1;
        }
    },

    /** Every trial is trained for all its epochs. */
    NONE {
        @Override
        int rungs(int epochs) {
            return 1;
        }
    };

    /** Of each rung, the best one of so many goes on, to a training that is so many times as long. */
    static final int FACTOR = 3;

    /** As many epochs leave three for the lowest of three rungs. */
    static final int LONG = 27;

    private static final Choice<Pruning> CHOICE = new Choice<>("pruning", List.of(values()), Pruning::toString);

    /**
     * The pruning of a name.
     *
     * @param name the name, as in the POM
     * @return the pruning
     * @throws InvalidParameterException if there is none of that name; it lists those that there are
     */
    public static Pruning named(String name) {
        return CHOICE.named(name);
    }

    /** Trainings of a trial that goes on to the end, if the longest of them has that many epochs. */
    abstract int rungs(int epochs);

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
