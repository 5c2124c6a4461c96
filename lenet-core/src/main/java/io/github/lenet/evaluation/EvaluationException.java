package io.github.lenet.evaluation;

import java.io.IOException;

/** A model cannot be measured on a data set at all, for example because the data set is empty. */
public final class EvaluationException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and what to do, for people
     */
    public EvaluationException(String message) {
        super(message);
    }
}
