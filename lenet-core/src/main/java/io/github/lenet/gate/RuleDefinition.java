package io.github.lenet.gate;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.IntervalMethod;
import io.github.lenet.gate.Limit.Bound;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code <rule>} in a POM. What is not set is null, or an empty list.
 *
 * <p>Every error names the element by its path, such as {@code rules/rule[2]/metric}.
 */
public final class RuleDefinition {

    private final String path;
    private @Nullable String metric;
    private @Nullable String k;
    private @Nullable String element;
    private List<String> includes = List.of();
    private List<String> excludes = List.of();
    private @Nullable String minimum;
    private @Nullable String minimumImages;
    private @Nullable String maximum;
    private @Nullable String confidence;
    private @Nullable String confidenceMethod;

    /**
     * Begins a definition.
     *
     * @param path place of the rule in the POM, counted from 1: {@code rules/rule[2]}
     */
    public RuleDefinition(String path) {
        this.path = path;
    }

    /**
     * Sets what to measure.
     *
     * @param text name of a {@link Metric}
     * @return this
     */
    public RuleDefinition metric(@Nullable String text) {
        metric = text;
        return this;
    }

    /**
     * Sets how many answers count in {@code topKAccuracy}.
     *
     * @param text a whole number from 1, below the number of classes
     * @return this
     */
    public RuleDefinition k(@Nullable String text) {
        k = text;
        return this;
    }

    /**
     * Sets what to look at.
     *
     * @param text {@code model}, {@code class} or {@code slice}; null for {@code model}
     * @return this
     */
    public RuleDefinition element(@Nullable String text) {
        element = text;
        return this;
    }

    /**
     * Sets the classes or slices to look at.
     *
     * @param names names of classes, or of slices such as {@code writer=anna}, in which a {@code *} stands for any
     *     text; null or empty for all
     * @return this
     */
    public RuleDefinition includes(@Nullable List<String> names) {
        includes = names == null ? List.of() : names;
        return this;
    }

    /**
     * Sets the classes or slices to leave out.
     *
     * @param names names as in {@link #includes}, or null
     * @return this
     */
    public RuleDefinition excludes(@Nullable List<String> names) {
        excludes = names == null ? List.of() : names;
        return this;
    }

    /**
     * Sets the lowest value that is good enough.
     *
     * @param text a decimal number; a share may be given in per cent
     * @return this
     */
    public RuleDefinition minimum(@Nullable String text) {
        minimum = text;
        return this;
    }

    /**
     * Sets how many images a slice must have to fail; one with fewer only warns.
     *
     * @param text a whole number from 1; null for no such number
     * @return this
     */
    public RuleDefinition minimumImages(@Nullable String text) {
        minimumImages = text;
        return this;
    }

    /**
     * Sets the highest value that is good enough.
     *
     * @param text a decimal number; a share may be given in per cent
     * @return this
     */
    public RuleDefinition maximum(@Nullable String text) {
        maximum = text;
        return this;
    }

    /**
     * Sets how sure it must be that the true share meets the limit.
     *
     * @param text a number above 0.5 and below 1, or in per cent; null to let the observed value decide
     * @return this
     */
    public RuleDefinition confidence(@Nullable String text) {
        confidence = text;
        return this;
    }

    /**
     * Sets how the confidence bound is computed.
     *
     * @param text name of an {@link IntervalMethod}; null for {@code wilson}
     * @return this
     */
    public RuleDefinition confidenceMethod(@Nullable String text) {
        confidenceMethod = text;
        return this;
    }

    /**
     * Reads the definition.
     *
     * @return one rule for the minimum and one for the maximum, of those that are set
     * @throws InvalidParameterException if something is missing, unknown, out of its range, or has no effect
     */
    public List<Rule> rules() {
        var chosen =
                Metric.named(at("metric"), required("metric", metric, "must name what to measure: " + Metric.ids()));
        var answers = readK(chosen);
        var looksAt = readElement(chosen);
        requireEffect(chosen, looksAt);
        var filter = new NameFilter(path, looksAt, includes, excludes);
        var fewest = minimumImages == null ? 0 : wholeNumber("minimumImages", minimumImages);
        var certainty = readConfidence();
        var rules = new ArrayList<Rule>();
        for (var bound : Bound.values()) {
            var text = bound == Bound.MINIMUM ? minimum : maximum;
            if (text != null) {
                var limit = LimitText.limit(at(bound.title()), chosen, bound, text);
                rules.add(new Rule(path, chosen, answers, filter, fewest, limit, certainty));
            }
        }
        if (rules.isEmpty()) {
            throw new InvalidParameterException(at("minimum"), "", "the rule must have a <minimum> or a <maximum>");
        }
        return List.copyOf(rules);
    }

    private @Nullable Integer readK(Metric chosen) {
        if (chosen != Metric.TOP_K_ACCURACY) {
            requireUnset("k", k, "has an effect only with the metric " + Metric.TOP_K_ACCURACY.id());
            return null;
        }
        return wholeNumber("k", required("k", k, "must say how many answers count"));
    }

    private int wholeNumber(String name, String text) {
        var number = text.strip();
        // Nine digits fit an int; how many classes and images there are is known only with the model and the data.
        if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) < 1) {
            throw new InvalidParameterException(at(name), text, "must be a whole number of at least 1");
        }
        return Integer.parseInt(number);
    }

    private Element readElement(Metric chosen) {
        var text = element;
        if (text == null) {
            return Element.MODEL;
        }
        return chosen.elements().stream()
                .filter(known -> known.id().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException(
                        at("element"),
                        text,
                        "must be "
                                + String.join(
                                        " or ",
                                        chosen.elements().stream()
                                                .map(Element::id)
                                                .toList())
                                + " for the metric "
                                + chosen.id()));
    }

    private void requireEffect(Metric chosen, Element looksAt) {
        if (looksAt == Element.MODEL) {
            var reason = "has an effect only with <element>class</element> or <element>slice</element>";
            requireUnset("includes", includes.isEmpty() ? null : String.join(", ", includes), reason);
            requireUnset("excludes", excludes.isEmpty() ? null : String.join(", ", excludes), reason);
        }
        if (looksAt != Element.SLICE) {
            requireUnset("minimumImages", minimumImages, "has an effect only with <element>slice</element>");
        }
        if (confidence == null) {
            requireUnset("confidenceMethod", confidenceMethod, "has an effect only with a <confidence>");
        }
        if (confidence != null && !chosen.takesConfidence(looksAt)) {
            throw new InvalidParameterException(at("confidence"), confidence, confidenceAdvice());
        }
    }

    private @Nullable Confidence readConfidence() {
        if (confidence == null) {
            return null;
        }
        var level = Threshold.parse(at("confidence"), confidence).value().doubleValue();
        if (level <= 0.5 || level >= 1) {
            throw new InvalidParameterException(
                    at("confidence"), confidence, "must be greater than 0.5 and below 1, such as 0.95");
        }
        var method = confidenceMethod == null
                ? IntervalMethod.WILSON
                : IntervalMethod.named(at("confidenceMethod"), confidenceMethod);
        return new Confidence(level, method);
    }

    /** Names the metrics that take a confidence. */
    private static String confidenceAdvice() {
        return "only a share of images has a confidence bound: "
                + String.join(", ", taking(Element.MODEL))
                + ", and with <element>class</element> "
                + String.join(" and ", taking(Element.CLASS));
    }

    private static List<String> taking(Element element) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.elements().contains(element) && metric.takesConfidence(element))
                .map(Metric::id)
                .toList();
    }

    private String required(String name, @Nullable String text, String reason) {
        if (text == null || text.isBlank()) {
            throw new InvalidParameterException(at(name), "", reason);
        }
        return text;
    }

    private void requireUnset(String name, @Nullable String text, String reason) {
        if (text != null) {
            throw new InvalidParameterException(at(name), text, reason);
        }
    }

    private String at(String name) {
        return path + "/" + name;
    }
}
