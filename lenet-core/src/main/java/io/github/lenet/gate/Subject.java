package io.github.lenet.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.DatasetSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one result is about.
 *
 * @param evaluation name of the evaluation; null for the main one
 * @param dataset the images of the evaluation; null if the value does not depend on any
 * @param metric name of the metric in JSON, such as {@code recall}
 * @param title the metric in a sentence, such as {@code top-3 accuracy}
 * @param k how many answers count in a top-k accuracy; null for every other metric
 * @param className the class that is looked at, or null
 * @param slice name of the slice that is looked at, or null; with neither, it is the model as a whole
 */
public record Subject(
        @Nullable String evaluation,
        @Nullable DatasetSummary dataset,
        String metric,
        String title,
        @Nullable Integer k,
        @Nullable String className,
        @Nullable String slice) {

    /**
     * A subject by the name of its metric.
     *
     * @param evaluation name of the evaluation; null for the main one
     * @param dataset the images of the evaluation
     * @param metric name of a {@link Metric}, or of a comparison with a baseline
     * @param k how many answers count in a top-k accuracy; null for every other metric
     * @param className the class that is looked at; null for the model as a whole
     * @return the subject, without the images if the metric does not depend on them
     */
    public static Subject of(
            @Nullable String evaluation,
            @Nullable DatasetSummary dataset,
            String metric,
            @Nullable Integer k,
            @Nullable String className) {
        var element = className == null ? Element.MODEL : Element.CLASS;
        var known = Metric.find(metric);
        return new Subject(
                evaluation,
                known.map(Metric::dependsOnImages).orElse(true) ? dataset : null,
                metric,
                known.map(measured -> measured.title(element, k)).orElse(metric + " of the accuracy"),
                k,
                className,
                null);
    }

    /**
     * The same for one of the slices.
     *
     * @param name name of the slice, such as {@code writer=anna}
     * @return the subject
     */
    public Subject ofSlice(String name) {
        return new Subject(evaluation, dataset, metric, title, k, className, name);
    }

    /**
     * A subject that was read from a file, and is checked.
     *
     * @param evaluation name of the evaluation; null for the main one
     * @param dataset the images of the evaluation
     * @param metric name of a {@link Metric}, or of a comparison with a baseline
     * @param k how many answers count in a top-k accuracy; null for every other metric
     * @param element name of the {@link Element} that is looked at
     * @param className the class that is looked at, or null
     * @param slice name of the slice that is looked at, or null
     * @return the subject
     * @throws IllegalArgumentException if no rule of a POM could be about it
     */
    public static Subject read(
            @Nullable String evaluation,
            @Nullable DatasetSummary dataset,
            String metric,
            @Nullable Integer k,
            @Nullable String element,
            @Nullable String className,
            @Nullable String slice) {
        var known = Metric.find(metric);
        if (known.isEmpty() && !BaselinePolicy.METRICS.contains(metric)) {
            throw new IllegalArgumentException("metric is " + metric + ", which is unknown");
        }
        var elements = known.map(Metric::elements).orElse(List.of(Element.MODEL));
        var actual = element(className, slice);
        var isBoth = className != null && slice != null;
        if (!elements.contains(actual) || !actual.id().equals(element) || isBoth) {
            throw new IllegalArgumentException(
                    format("the %s of element %s and class %s is unknown", metric, element, className));
        }
        if ((k != null) != known.equals(Optional.of(Metric.TOP_K_ACCURACY)) || (k != null && k < 1)) {
            throw new IllegalArgumentException(format("k is %s for the metric %s", k, metric));
        }
        var subject = of(evaluation, dataset, metric, k, className);
        return slice == null ? subject : subject.ofSlice(slice);
    }

    /**
     * What the value is counted in.
     *
     * @return the unit of the metric; a comparison of accuracies is one of shares
     */
    public Unit unit() {
        return Metric.find(metric).map(Metric::unit).orElse(Unit.SHARE);
    }

    /**
     * What is looked at.
     *
     * @return the model, or one of its classes or slices
     */
    public Element element() {
        return element(className, slice);
    }

    private static Element element(@Nullable String className, @Nullable String slice) {
        if (slice != null) {
            return Element.SLICE;
        }
        return className == null ? Element.MODEL : Element.CLASS;
    }

    /**
     * The metric of what is looked at, for a table.
     *
     * @return for example {@code shifted: recall of class 7}
     */
    public String describe() {
        var prefix = evaluation == null ? "" : evaluation + ": ";
        var part =
                element() == Element.MODEL ? "" : " of " + element().id() + " " + (slice == null ? className : slice);
        return prefix + title + part;
    }

    /**
     * The whole subject without any number that a run could change, for the name of a test case.
     *
     * @return for example {@code shifted: recall of class 7 on mnist test}
     */
    public String name() {
        return dataset == null ? describe() : describe() + " on " + dataset.title();
    }

    /** The whole subject, for a sentence: {@code accuracy on mnist test (10000 images)}. */
    String sentence() {
        return dataset == null ? describe() : describe() + " on " + dataset.describe();
    }
}
