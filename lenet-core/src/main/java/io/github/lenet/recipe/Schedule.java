package io.github.lenet.recipe;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;

/** How the optimiser's step size changes during a training. The same numbers on every machine and with every JDK. */
public enum Schedule {

    /** The same step size for all steps. */
    CONSTANT {
        @Override
        double factor(double done) {
            return 1;
        }
    },

    /** A tenth after half of the steps, a hundredth after three quarters: He et al. (2015), ResNet on CIFAR-10. */
    STEP {
        @Override
        double factor(double done) {
            return done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01;
        }
    },

    /** Down to 0 along half a period of the cosine: Loshchilov and Hutter, "SGDR" (2017), without restarts. */
    COSINE {
        @Override
        double factor(double done) {
            // Math.cos may differ between processors.
            return (1 + StrictMath.cos(StrictMath.PI * done)) / 2;
        }
    };

    private static final Choice<Schedule> CHOICE = new Choice<>("schedule", List.of(values()), Schedule::toString);

    /**
     * The schedule of a name.
     *
     * @param name one of {@link #names()}
     * @return the schedule
     * @throws InvalidParameterException if there is none of that name; it lists those that there are
     */
    public static Schedule named(String name) {
        return CHOICE.named(name);
    }

    /**
     * The names of all schedules.
     *
     * @return the names, as in the POM
     */
    public static List<String> names() {
        return CHOICE.names();
    }

    /**
     * The step size of one step.
     *
     * @param learningRate the step size to begin with
     * @param step number of the step, from 0 to {@code steps - 1}
     * @param steps steps of the whole training
     * @return greater than 0, at most {@code learningRate}
     */
    public double learningRate(double learningRate, int step, int steps) {
        return learningRate * factor((double) step / steps);
    }

    /** The step size as a part of the first one, when this part of the training is done: 0 to below 1. */
    abstract double factor(double done);

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
