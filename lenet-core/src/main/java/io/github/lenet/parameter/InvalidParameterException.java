package io.github.lenet.parameter;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that the user chose and that cannot be meant, such as a learning rate of 0. */
public final class InvalidParameterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String value;
    private final String reason;
    private final @Nullable String defaultValue;

    /**
     * Names the value and what is wrong with it.
     *
     * @param parameter name of the parameter, as in the POM: {@code learningRate}
     * @param value the value as given; an empty text if there is none
     * @param reason what is wrong, continuing the sentence: {@code must be greater than 0 and at most 1}
     */
    public InvalidParameterException(String parameter, Object value, String reason) {
        this(parameter, value, reason, null);
    }

    /**
     * Names the value, what is wrong with it, and the one that there would be without it.
     *
     * @param parameter name of the parameter, as in the POM: {@code learningRate}
     * @param value the value as given; an empty text if there is none
     * @param reason what is wrong, continuing the sentence: {@code must be greater than 0 and at most 1}
     * @param defaultValue the default, where it depends on other values and is not the same for everybody; or null
     */
    public InvalidParameterException(String parameter, Object value, String reason, @Nullable String defaultValue) {
        super(parameter + " is " + ("".equals(value) ? "empty" : value) + ", but " + reason);
        this.parameter = parameter;
        this.value = String.valueOf(value);
        this.reason = reason;
        this.defaultValue = defaultValue;
    }

    /**
     * Names a value that is none of the known ones.
     *
     * @param parameter name of the parameter, as in the POM: {@code architecture}
     * @param value the value as given
     * @param known every value that would be right, in the order to show them
     * @return the exception, to be thrown
     */
    public static InvalidParameterException unknown(String parameter, String value, Collection<String> known) {
        return new InvalidParameterException(parameter, value, "is unknown; known are " + String.join(", ", known));
    }

    /**
     * The parameter, so that a caller can name the POM element.
     *
     * @return the name of the parameter
     */
    public String parameter() {
        return parameter;
    }

    /**
     * The value as given.
     *
     * @return the text of the value
     */
    public String value() {
        return value;
    }

    /**
     * What is wrong with the value.
     *
     * @return the rest of a sentence that begins with the value
     */
    public String reason() {
        return reason;
    }

    /**
     * The value that there would be without the one given.
     *
     * @return the default; empty if who refused the value did not say it
     */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }
}
