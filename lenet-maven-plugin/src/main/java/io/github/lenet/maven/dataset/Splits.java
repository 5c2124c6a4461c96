package io.github.lenet.maven.dataset;

import io.github.lenet.dataset.Split;
import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;

/** The parts of a data set by their names in a POM. */
public final class Splits {

    private Splits() {}

    /**
     * The split with a name.
     *
     * @param parameter the parameter that holds the name, for the message of an error
     * @param name {@code train} or {@code test}
     * @return the split
     * @throws InvalidParameterException if there is none
     */
    public static Split named(String parameter, String name) {
        return new Choice<>(parameter, List.of(Split.values()), Split::label).named(name);
    }
}
