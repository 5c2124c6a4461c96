package io.github.lenet.evaluation;

/**
 * How many images with the same value of a property were classified right, such as those of one writer.
 *
 * @param property name of the property, without a {@code =}
 * @param value their value
 * @param accuracy the share that was classified right
 */
public record Slice(String property, String value, Proportion accuracy) {

    /**
     * The slice in a rule and in every report.
     *
     * @return for example {@code writer=anna}
     */
    public String name() {
        return name(property, value);
    }

    static String name(String property, String value) {
        return property + "=" + value;
    }
}
