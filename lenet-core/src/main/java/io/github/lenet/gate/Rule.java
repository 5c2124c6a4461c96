package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Slice;
import io.github.lenet.evaluation.Slices;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.text.English;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One requirement for a model: a metric, what it is measured of, and its limit. Immutable. */
public final class Rule {

    private final String parameter;
    private final Metric metric;
    private final @Nullable Integer k;
    private final NameFilter filter;
    private final int minimumImages;
    private final Limit limit;
    private final @Nullable Confidence confidence;

    /**
     * A requirement.
     *
     * @param parameter the POM element, for the message of an error
     * @param metric what is measured
     * @param k how many answers count in a top-k accuracy; null for every other metric
     * @param filter what it is measured of
     * @param minimumImages images below which a slice does not fail
     * @param limit what the value must meet
     * @param confidence how sure that must be, or null if the observed value decides
     */
    Rule(
            String parameter,
            Metric metric,
            @Nullable Integer k,
            NameFilter filter,
            int minimumImages,
            Limit limit,
            @Nullable Confidence confidence) {
        this.parameter = parameter;
        this.metric = metric;
        this.k = k;
        this.filter = filter;
        this.minimumImages = minimumImages;
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
        var wholeModel = new NameFilter("minimumAccuracy", Element.MODEL, List.of(), List.of());
        return new Rule("minimumAccuracy", Metric.ACCURACY, null, wholeModel, 0, limit, null);
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
     * @return the model, its classes or slices of the images
     */
    public Element element() {
        return filter.element();
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
        if (element() == Element.CLASS) {
            filter.chosen(classNames);
        }
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
     * Checks that this rule can be applied to the slices of the images, before anything is measured.
     *
     * @param sliceNames names of the slices, empty if there are none
     * @throws InvalidParameterException if the rule looks at slices, but there are none, or it names an unknown one or
     *     leaves none
     */
    public void requireSlices(List<String> sliceNames) {
        if (element() != Element.SLICE) {
            return;
        }
        if (sliceNames.isEmpty()) {
            throw new InvalidParameterException(
                    parameter + "/element",
                    element().id(),
                    "there are no slices here: only the test images of the goal itself can have some, which the CSV file"
                            + " in <slices> names");
        }
        filter.chosen(sliceNames);
    }

    /**
     * Checks a model against this rule. A metric that cannot be computed gives an error, which is no pass and no
     * exception.
     *
     * @param name name of the evaluation, or null for the main one
     * @param evaluation the numbers
     * @return the result with its reason, or one for each chosen class or slice
     * @throws InvalidParameterException if the rule does not fit the model or the slices; see {@link #requireFitting}
     *     and {@link #requireSlices}
     */
    public List<RuleResult> check(@Nullable String name, Evaluation evaluation) {
        requireFitting(evaluation.confusionMatrix().classNames());
        return switch (element()) {
            case MODEL ->
                List.of(judge(subject(name, evaluation, null), "test images")
                        .judge(() -> metric.measure(evaluation, k)));
            case CLASS -> ofClasses(name, evaluation);
            case SLICE -> ofSlices(name, evaluation);
        };
    }

    private List<RuleResult> ofClasses(@Nullable String name, Evaluation evaluation) {
        var matrix = evaluation.confusionMatrix();
        return filter.chosen(matrix.classNames()).stream()
                .map(label -> {
                    var className = matrix.classNames().get(label);
                    return judge(subject(name, evaluation, className), metric.imagesOfClass(className))
                            .judge(() -> metric.measure(matrix, label));
                })
                .toList();
    }

    private List<RuleResult> ofSlices(@Nullable String name, Evaluation evaluation) {
        var slices = evaluation.slices().map(Slices::list).orElse(List.of());
        var names = slices.stream().map(Slice::name).toList();
        requireSlices(names);
        return filter.chosen(names).stream()
                .map(slices::get)
                .map(slice -> ofSlice(name, evaluation, slice))
                .toList();
    }

    /** A slice beside the whole, without which nobody knows what its share means. */
    private RuleResult ofSlice(@Nullable String name, Evaluation evaluation, Slice slice) {
        var judge = judge(subject(name, evaluation, null).ofSlice(slice.name()), "images of slice " + slice.name());
        var share = metric.measure(slice);
        var result = judge.judge(() -> share);
        var tooSmall = result.outcome() == Outcome.MISSED && share.total() < minimumImages;
        var message = format(
                "%s The slice has %s %s%s; all %s have %s.%s",
                result.message(),
                share.total(),
                English.plural(share.total(), "image"),
                confidence == null
                        ? format(
                                " and a %s interval of %s",
                                Confidence.DEFAULT.display(), judge.range(Confidence.DEFAULT.interval(share)))
                        : "",
                evaluation.dataset().images(),
                limit.display(metric.measure(evaluation, k)),
                tooSmall ? format(" Below %s images that is only a warning.", minimumImages) : "");
        return new RuleResult(
                result.subject(),
                limit,
                tooSmall ? Outcome.WARNED : result.outcome(),
                result.measurement(),
                result.bound(),
                message);
    }

    private Subject subject(@Nullable String name, Evaluation evaluation, @Nullable String className) {
        return Subject.of(name, evaluation.dataset(), metric.id(), k, className);
    }

    private Judge judge(Subject subject, String images) {
        return new Judge(subject, limit, confidence, images);
    }
}
