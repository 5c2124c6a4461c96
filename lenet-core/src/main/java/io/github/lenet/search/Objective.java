package io.github.lenet.search;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;

/** What a search makes better, measured on the images that were held out. */
public enum Objective {

    /** Mean cross-entropy: it tells more from the same images than the accuracy does. */
    LOSS {
        @Override
        double cost(TrialOutcome outcome) {
            return outcome.isFailed() ? Double.POSITIVE_INFINITY : outcome.lossOrThrow();
        }
    },

    /** Share of the images that are classified right. */
    ACCURACY {
        @Override
        double cost(TrialOutcome outcome) {
            return outcome.isFailed() ? Double.POSITIVE_INFINITY : 1 - outcome.accuracyOrThrow();
        }
    };

    private static final Choice<Objective> CHOICE = new Choice<>("objective", List.of(values()), Objective::toString);

    /**
     * The objective of a name.
     *
     * @param name the name, as in the POM
     * @return the objective
     * @throws InvalidParameterException if there is none of that name; it lists those that there are
     */
    public static Objective named(String name) {
        return CHOICE.named(name);
    }

    /** What is made as low as possible; infinite where a training failed. */
    abstract double cost(TrialOutcome outcome);

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
