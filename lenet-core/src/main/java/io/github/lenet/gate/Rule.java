package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One requirement for a model: a metric, what it is measured of, and its limit. Immutable. */
public final class Rule {

    private final String parameter;
    private final Metric metric;
    private final @Nullable Integer k;
    private final Element element;
    private final ClassFilter classes;
    private final Limit limit;
    private final @Nullable Confidence confidence;

    Rule(
            String parameter,
            Metric metric,
            @Nullable Integer k,
            Element element,
            ClassFilter classes,
            Limit limit,
            @Nullable Confidence confidence) {
        this.parameter = parameter;
        this.metric = metric;
        this.k = k;
        this.element = element;
        this.classes = classes;
        this.limit = limit;
        this.confidence = confidence;
    }

    /**
     * The rule behind {@code <minimumAccuracy>}.
     *
     * @param text the lowest accuracy that is good enough, such as {@code 0.99} or {@code 99%}
     * @return the rule
     * @throws InvalidParameterException if the text is no number from 0 to 1
     */
    public static Rule minimumAccuracy(String text) {
        var limit = LimitText.limit("minimumAccuracy", Metric.ACCURACY, Limit.Bound.MINIMUM, text);
        var everyClass = new ClassFilter("minimumAccuracy", List.of(), List.of());
        return new Rule("minimumAccuracy", Metric.ACCURACY, null, Element.MODEL, everyClass, limit, null);
    }

    /**
     * What is measured.
     *
     * @return the metric
     */
    public Metric metric() {
        return metric;
    }

    /**
     * What it is measured of.
     *
     * @return the model or its classes
     */
    public Element element() {
        return element;
    }

    /**
     * What the value must meet.
     *
     * @return the limit
     */
    public Limit limit() {
        return limit;
    }

    /**
     * How sure it must be that the value meets the limit.
     *
     * @return the confidence; empty if the observed value decides
     */
    public Optional<Confidence> confidence() {
        return Optional.ofNullable(confidence);
    }

    /**
     * Checks that this rule can be applied to a model, before anything is measured.
     *
     * @param classNames names of the model's classes
     * @throws InvalidParameterException if the rule names an unknown class or leaves none, or every answer is among its
     *     k best
     */
    public void requireFitting(List<String> classNames) {
        classes.labels(classNames);
        if (k != null && k >= classNames.size()) {
            throw new InvalidParameterException(
                    parameter + "/k",
                    k,
                    format(
                            "must be below the number of classes, which is %s: no answer could be wrong",
                            classNames.size()));
        }
    }

    /**
     * Checks a model against this rule. A metric that cannot be computed gives an error, which is no pass and no
     * exception.
     *
     * @param name name of the evaluation, or null for the main one
     * @param evaluation the numbers
     * @return the result with its reason, or one for each chosen class
     * @throws InvalidParameterException if the rule does not fit the model; see {@link #requireFitting}
     */
    public List<RuleResult> check(@Nullable String name, Evaluation evaluation) {
        var matrix = evaluation.confusionMatrix();
        requireFitting(matrix.classNames());
        if (element == Element.MODEL) {
            return List.of(judge(name, evaluation, null, "test images").judge(() -> metric.measure(evaluation, k)));
        }
        return classes.labels(matrix.classNames()).stream()
                .map(label -> {
                    var className = matrix.classNames().get(label);
                    return judge(name, evaluation, className, metric.imagesOfClass(className))
                            .judge(() -> metric.measure(matrix, label));
                })
                .toList();
    }

    private Judge judge(@Nullable String name, Evaluation evaluation, @Nullable String className, String images) {
        var subject = Subject.of(name, evaluation.dataset(), metric.id(), k, className);
        return new Judge(subject, limit, confidence, images);
    }
}
