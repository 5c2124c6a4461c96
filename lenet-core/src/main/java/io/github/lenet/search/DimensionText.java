package io.github.lenet.search;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.Hyperparameters;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values to try of one hyperparameter, as people write them.
 *
 * @param name name of the hyperparameter
 * @param text for example {@code 0.0005..0.01 log}
 */
record DimensionText(String name, String text) {

    private static final Pattern RANGE =
            Pattern.compile("(\\S+?)\\s*\\.\\.\\s*(\\S+)(?:\\s+(log)|\\s+step\\s+(\\S+))?");

    private static final String FORMS =
            "must be a range such as 0.0005..0.01 log, 0..0.1 or 8..64 step 8, or a list such as 32, 64";

    /** A range from 0 cannot be logarithmic; one that begins at this part of its end is about as good. */
    private static final BigDecimal SMALL = new BigDecimal("0.001");

    Dimension read() {
        if (text.isBlank()) {
            throw problem(FORMS);
        }
        return text.contains("..") ? readRange() : readList();
    }

    private Dimension readList() {
        var values = new LinkedHashSet<String>();
        for (var part : text.split(",", -1)) {
            var value = SearchSpace.text(value(part.strip()));
            if (!values.add(value)) {
                throw problem("names " + value + " twice");
            }
        }
        return new ValueList(name, List.copyOf(values));
    }

    private Dimension readRange() {
        if (Hyperparameters.of(Map.of()).value(name) instanceof String) {
            throw problem("is a range, but the values of " + name + " are names: list them, with commas between them");
        }
        var matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw problem(FORMS);
        }
        var low = value(matcher.group(1));
        var high = value(matcher.group(2));
        var isWhole = low instanceof Long;
        var range = new NumberRange(
                name, number(low), number(high), step(matcher.group(4), isWhole), matcher.group(3) != null);
        if (range.low().compareTo(range.high()) >= 0) {
            throw problem("must begin below its end; a single value is written alone");
        }
        if (range.isLog() && range.low().signum() == 0) {
            var begin = isWhole ? BigDecimal.ONE : range.high().multiply(SMALL);
            throw problem("cannot be logarithmic from 0: begin above it, such as " + SearchSpace.text(begin) + ".."
                    + SearchSpace.text(high) + " log, or leave out log");
        }
        if (range.size() <= 1) {
            throw problem("has a step that leads out of it");
        }
        return range;
    }

    private @Nullable BigDecimal step(@Nullable String written, boolean isWhole) {
        if (written == null) {
            return isWhole ? BigDecimal.ONE : null;
        }
        try {
            var step = new BigDecimal(written);
            if (step.signum() > 0 && !(isWhole && step.stripTrailingZeros().scale() > 0)) {
                return step;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number of the wrong kind.
        }
        throw problem(
                "has the step " + written + ", which must be a " + (isWhole ? "whole " : "") + "number greater than 0");
    }

    /** Reads a value as the POM of a training would have it, with all that is said there about a wrong one. */
    private Object value(String part) {
        try {
            return SearchSpace.read(name, part);
        } catch (InvalidParameterException e) {
            throw problem("has " + (part.isEmpty() ? "an empty value" : part) + ", which " + e.reason());
        }
    }

    private static BigDecimal number(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : BigDecimal.valueOf((Double) value);
    }

    private InvalidParameterException problem(String reason) {
        return new InvalidParameterException(SearchSpace.element(name), text.strip(), reason);
    }
}
