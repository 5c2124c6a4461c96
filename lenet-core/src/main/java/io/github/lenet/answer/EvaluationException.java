package io.github.lenet.answer;

import java.io.IOException;

/**
 * A model cannot be measured on a data set, or compared with another one, for example because the data set is empty or
 * has other classes.
 */
public final class EvaluationException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * An error for people.
     *
     * @param message what is wrong and what to do
     */
    public EvaluationException(String message) {
        super(message);
    }
}
