package io.github.lenet.maven.worker;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the text of {@code <jvmArgs>} into arguments, the way a shell does: at white space, unless it is quoted. */
public final class JvmArguments {

    /** Port that a suspended JVM listens on, the customary one. */
    public static final int DEBUGGER_PORT = 5005;

    private JvmArguments() {}

    /**
     * Lets a JVM wait for a debugger before it does anything.
     *
     * @param arguments its other arguments
     * @return these after the one for the debugger, which only this machine can reach
     */
    public static List<String> suspended(List<String> arguments) {
        var all = new ArrayList<String>();
        all.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=localhost:" + DEBUGGER_PORT);
        all.addAll(arguments);
        return List.copyOf(all);
    }

    /**
     * Splits a text.
     *
     * @param text such as {@code -Xmx2g "-Dfolder=with space"}, or null for none
     * @return the arguments without their quotes
     * @throws InvalidParameterException if a quote is not closed
     */
    public static List<String> parse(@Nullable String text) {
        var arguments = new ArrayList<String>();
        StringBuilder argument = null;
        char quote = 0;
        for (var character : (text == null ? "" : text).toCharArray()) {
            if (quote == 0 && Character.isWhitespace(character)) {
                if (argument != null) {
                    arguments.add(argument.toString());
                    argument = null;
                }
                continue;
            }
            argument = argument == null ? new StringBuilder() : argument;
            if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            } else if (character == quote) {
                quote = 0;
            } else {
                argument.append(character);
            }
        }
        if (quote != 0) {
            throw new InvalidParameterException(
                    "jvmArgs", String.valueOf(text), "has a quote " + quote + " that is not closed");
        }
        if (argument != null) {
            arguments.add(argument.toString());
        }
        return List.copyOf(arguments);
    }
}
