package io.github.lenet.search;

import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.parameter.Spelling;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.text.Formatting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hyperparameters to search, and the values of each that may be tried. */
public final class SearchSpace {

    private static final String PARAMETER = "search";

    /** A lucky seed is no better recipe, and the others decide what the trials are measured on. */
    private static final Set<String> NOT_SEARCHED = Set.of("seed", "validationFraction", "earlyStoppingPatience");

    private static final String EXAMPLE = "learningRate=0.0005..0.01 log; batchSize=32,64; augmentation=none,shift";

    private final List<Dimension> dimensions;

    private SearchSpace(List<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    /**
     * Reads a space as the POM has it.
     *
     * @param written the values to try, by the names of hyperparameters: {@code 0.0005..0.01 log}, {@code 0..0.1},
     *     {@code 8..64 step 8}, or a list such as {@code none, shift}
     * @return the space; the order in which its dimensions are written does not matter
     * @throws InvalidParameterException if something in it cannot be tried, or if there is nothing to choose
     */
    public static SearchSpace of(Map<String, @Nullable String> written) {
        written.keySet().forEach(name -> requireSearchable(name, Objects.requireNonNullElse(written.get(name), "")));
        var dimensions = new ArrayList<Dimension>();
        for (var name : searchable()) {
            if (written.containsKey(name)) {
                dimensions.add(new DimensionText(name, Objects.requireNonNullElse(written.get(name), "")).read());
            }
        }
        var space = new SearchSpace(List.copyOf(dimensions));
        if (space.size() <= 1) {
            throw new InvalidParameterException(
                    PARAMETER,
                    space.line(),
                    (dimensions.isEmpty() ? "must name" : "has one point, but must have")
                            + " values to choose from, such as " + EXAMPLE);
        }
        return space;
    }

    /**
     * Reads a space from one line, as the property has it.
     *
     * @param line for example {@code learningRate=0.0005..0.01 log; batchSize=32,64}
     * @return the space
     * @throws InvalidParameterException if it is no such line, something in it cannot be tried, or there is nothing to
     *     choose
     */
    public static SearchSpace parse(String line) {
        var written = new LinkedHashMap<String, @Nullable String>();
        for (var part : line.split(";", -1)) {
            var sign = part.indexOf('=');
            if (sign < 0 && !part.isBlank()) {
                throw new InvalidParameterException(
                        PARAMETER, line, "has no = in \"" + part.strip() + "\"; an example is " + EXAMPLE);
            }
            if (sign >= 0 && written.put(part.substring(0, sign).strip(), part.substring(sign + 1)) != null) {
                throw new InvalidParameterException(
                        PARAMETER, line, "names " + part.substring(0, sign).strip() + " twice");
            }
        }
        return of(written);
    }

    private static void requireSearchable(String name, String text) {
        if (NOT_SEARCHED.contains(name)) {
            throw new InvalidParameterException(
                    element(name), text, "cannot be searched; what can be is " + String.join(", ", searchable()));
        }
        if (!searchable().contains(name)) {
            throw new InvalidParameterException(
                    element(name), text, "is no hyperparameter: " + name + " " + Spelling.unknown(name, searchable()));
        }
    }

    /** The place of a dimension in the POM, for errors. */
    static String element(String name) {
        return PARAMETER + "/" + name;
    }

    private static List<String> searchable() {
        return Hyperparameters.names().stream()
                .filter(name -> !NOT_SEARCHED.contains(name))
                .toList();
    }

    /** A value as people write it, the same for equal values. */
    static String text(Object value) {
        return value instanceof Double || value instanceof BigDecimal
                ? Formatting.plain(((Number) value).doubleValue())
                : value.toString();
    }

    /**
     * What may be tried.
     *
     * @return the values by the names of hyperparameters, in the form in which people write them; equal for equal
     *     spaces
     */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        dimensions.forEach(dimension -> texts.put(dimension.name(), dimension.text()));
        return Collections.unmodifiableMap(texts);
    }

    /**
     * What may be tried, for charts.
     *
     * @return one axis for each hyperparameter
     */
    public List<Axis> axes() {
        return dimensions.stream().map(Dimension::axis).toList();
    }

    /**
     * What may be tried, on one line.
     *
     * @return what {@link #parse} reads; equal for equal spaces
     */
    public String line() {
        return dimensions.stream()
                .map(dimension -> dimension.name() + "=" + dimension.text())
                .collect(Collectors.joining("; "));
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    /** The space of one dimension alone. */
    static SearchSpace alone(Dimension dimension) {
        return new SearchSpace(List.of(dimension));
    }

    /** How many points there are; infinite with a range of numbers that need not be whole. */
    double size() {
        return dimensions.stream().mapToDouble(Dimension::size).reduce(1, (a, b) -> a * b);
    }

    /** How many dimensions have more than one value. */
    int choices() {
        return (int)
                dimensions.stream().filter(dimension -> dimension.size() > 1).count();
    }

    /** The most epochs that are tried; nothing if the epochs are not searched. */
    OptionalDouble mostEpochs() {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals("epochs"))
                .mapToDouble(Dimension::highest)
                .findFirst();
    }

    /** The values at a point, as {@code Hyperparameters} has them. */
    Map<String, Object> values(List<Double> point) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < dimensions.size(); i++) {
            var name = dimensions.get(i).name();
            values.put(name, read(name, dimensions.get(i).value(point.get(i))));
        }
        return Collections.unmodifiableMap(values);
    }

    /** The values that hyperparameters have in the dimensions of this space. */
    Map<String, Object> values(Hyperparameters hyperparameters) {
        var values = new LinkedHashMap<String, Object>();
        dimensions.forEach(dimension -> values.put(dimension.name(), hyperparameters.value(dimension.name())));
        return Collections.unmodifiableMap(values);
    }

    /** Reads a value as the POM of a training would have it. */
    static Object read(String name, String text) {
        return Hyperparameters.of(Map.of(name, text)).value(name);
    }

    /** The point at which hyperparameters lie; empty if one of them has a value that is not to be tried. */
    List<Double> point(Hyperparameters hyperparameters) {
        var point = dimensions.stream()
                .map(dimension -> dimension.coordinateOf(hyperparameters.value(dimension.name())))
                .toList();
        return point.stream().allMatch(OptionalDouble::isPresent)
                ? point.stream().map(OptionalDouble::getAsDouble).toList()
                : List.of();
    }
}
