package io.github.lenet.gate;

import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.MacroAverage;
import io.github.lenet.evaluation.Measurement;
import io.github.lenet.evaluation.Proportion;
import io.github.lenet.evaluation.Quantity;
import io.github.lenet.evaluation.Slice;
import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a rule measures. */
public enum Metric {
    /** Share of the images that are classified right. */
    ACCURACY("accuracy", "accuracy", Unit.SHARE, true, (evaluation, k) -> evaluation.accuracy()),
    /** Share of the images that are classified wrong. */
    ERROR_RATE(
            "errorRate",
            "error rate",
            Unit.SHARE,
            true,
            (evaluation, k) -> evaluation.accuracy().complement()),
    /** Mean cross-entropy in nats. */
    LOSS("loss", "loss", Unit.NATS, false, (evaluation, k) -> ofProbabilities(evaluation, evaluation.loss())),
    /** Share of the images answered with a class that are of it; of the model, the mean over the classes. */
    PRECISION("precision", "precision", true, ConfusionMatrix::precision),
    /** Share of the images of a class that are answered with it; of the model, the mean over the classes. */
    RECALL("recall", "recall", true, ConfusionMatrix::recall),
    /** Harmonic mean of precision and recall of a class; of the model, the mean over the classes. */
    F1("f1", "F1", false, ConfusionMatrix::f1),
    /** Share of the images whose true class is among the k most probable ones. */
    TOP_K_ACCURACY("topKAccuracy", "top-k accuracy", Unit.SHARE, true, Metric::topKAccuracy),
    /** Mean distance between how sure the model is and how often it is right. */
    EXPECTED_CALIBRATION_ERROR(
            "expectedCalibrationError",
            "expected calibration error",
            Unit.SHARE,
            false,
            (evaluation, k) -> ofProbabilities(evaluation, evaluation.expectedCalibrationError())),
    /** Size of the model archive. */
    MODEL_SIZE(
            "modelSize",
            "model size",
            Unit.BYTES,
            false,
            (evaluation, k) -> ofModelFile(evaluation, evaluation.model().bytes())),
    /** Number of trained parameters. */
    PARAMETERS(
            "parameters",
            "number of parameters",
            Unit.COUNT,
            false,
            (evaluation, k) -> ofModelFile(evaluation, evaluation.model().parameters())),
    /** Number of images, so that predictions which were cut short do not pass. */
    IMAGES(
            "images",
            "number of images",
            Unit.COUNT,
            false,
            (evaluation, k) -> new Quantity(evaluation.accuracy().total()));

    private final String id;
    private final String title;
    private final Unit unit;
    private final boolean binomial;
    private final boolean isOfClasses;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final BiFunction<Evaluation, @Nullable Integer, Measurement> ofModel;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final BiFunction<ConfusionMatrix, Integer, Optional<Proportion>> ofClass;

    /** A metric of the model as a whole; the number that its function takes is the k of a top-k accuracy. */
    Metric(
            String id,
            String title,
            Unit unit,
            boolean binomial,
            BiFunction<Evaluation, @Nullable Integer, Measurement> ofModel) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.binomial = binomial;
        this.ofModel = ofModel;
        isOfClasses = false;
        ofClass = (matrix, label) -> {
            throw new IllegalArgumentException(id + " is measured of the model alone");
        };
    }

    /** A metric of each class, and in the mean of the model; the number that its function takes is the label. */
    Metric(
            String id,
            String title,
            boolean binomial,
            BiFunction<ConfusionMatrix, Integer, Optional<Proportion>> ofClass) {
        this.id = id;
        this.title = title;
        this.unit = Unit.SHARE;
        this.binomial = binomial;
        isOfClasses = true;
        this.ofClass = ofClass;
        ofModel = (evaluation, k) -> macroAverage(evaluation.confusionMatrix());
    }

    /**
     * The metric with a name.
     *
     * @param parameter name of the POM element, for the message of an error
     * @param id name of the metric
     * @return the metric
     * @throws InvalidParameterException if there is none; the message names the known ones
     */
    static Metric named(String parameter, String id) {
        return new Choice<>(parameter, List.of(values()), Metric::id).named(id.strip());
    }

    /** The metric with a name, if there is one. */
    static Optional<Metric> find(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** The names of all metrics, for a sentence. */
    static String ids() {
        return Arrays.stream(values()).map(Metric::id).collect(Collectors.joining(", "));
    }

    /**
     * The name in a POM and in JSON.
     *
     * @return for example {@code errorRate}
     */
    public String id() {
        return id;
    }

    /**
     * What the value is counted in.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * What a rule can look at with this metric.
     *
     * @return the model alone, or the model and the classes, or the model and the slices
     */
    public List<Element> elements() {
        if (this == ACCURACY || this == ERROR_RATE) {
            return List.of(Element.MODEL, Element.SLICE);
        }
        return isOfClasses ? List.of(Element.MODEL, Element.CLASS) : List.of(Element.MODEL);
    }

    /**
     * Whether the value is a share of independent images, so that it has a confidence interval. A mean over classes and
     * an F1 score are none.
     *
     * @param element what is looked at
     * @return true if a rule may set a confidence
     */
    public boolean takesConfidence(Element element) {
        return binomial && (!isOfClasses || element == Element.CLASS);
    }

    /** The name in a sentence, such as {@code top-3 accuracy} or {@code macro-averaged recall}. */
    String title(Element element, @Nullable Integer k) {
        if (this == TOP_K_ACCURACY) {
            return title.replace("k", String.valueOf(k));
        }
        return isOfClasses && element == Element.MODEL ? "macro-averaged " + title : title;
    }

    /** Whether the value depends on the images, and not on the model alone. */
    boolean dependsOnImages() {
        return unit == Unit.SHARE || unit == Unit.NATS || this == IMAGES;
    }

    /** What the images are called that a share of one class counts. */
    String imagesOfClass(String className) {
        return (this == PRECISION ? "images answered with class " : "images of class ") + className;
    }

    private static Measurement topKAccuracy(Evaluation evaluation, int k) {
        return evaluation.topKAccuracy(k).orElseThrow(() -> withoutProbabilities(evaluation));
    }

    private static Measurement ofProbabilities(Evaluation evaluation, OptionalDouble value) {
        return new Quantity(value.orElseThrow(() -> withoutProbabilities(evaluation)));
    }

    private static UnmeasurableException withoutProbabilities(Evaluation evaluation) {
        return UnmeasurableException.unknown(evaluation.model().title() + " gives classes without probabilities");
    }

    private static Measurement ofModelFile(Evaluation evaluation, @Nullable Number value) {
        if (value == null) {
            throw UnmeasurableException.unknown(evaluation.model().title() + " does not tell it");
        }
        return new Quantity(value.doubleValue());
    }

    /** Measures the model as a whole; throws an {@link UnmeasurableException} if there is no value. */
    Measurement measure(Evaluation evaluation, @Nullable Integer k) {
        return ofModel.apply(evaluation, k);
    }

    /** Measures a class; throws an {@link UnmeasurableException} for a share of nothing. */
    Measurement measure(ConfusionMatrix matrix, int label) {
        return share(matrix, label);
    }

    /** Measures a slice, with one of the metrics that {@link #elements} says. */
    Proportion measure(Slice slice) {
        return this == ERROR_RATE ? slice.accuracy().complement() : slice.accuracy();
    }

    private MacroAverage macroAverage(ConfusionMatrix matrix) {
        return new MacroAverage(IntStream.range(0, matrix.classNames().size())
                .mapToObj(label -> share(matrix, label))
                .toList());
    }

    /** Not even a precision: wrong answers alone would make it 0, whatever the model knows of the class. */
    private Proportion share(ConfusionMatrix matrix, int label) {
        var className = matrix.classNames().get(label);
        if (matrix.support(label) == 0) {
            throw UnmeasurableException.undefined("there is no image of class " + className);
        }
        return ofClass.apply(matrix, label)
                .orElseThrow(() -> UnmeasurableException.undefined("no image was answered with class " + className));
    }
}
