package io.github.lenet.report;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.DatasetSummary;
import io.github.lenet.answer.ModelSummary;
import io.github.lenet.evaluation.Calibration;
import io.github.lenet.evaluation.ClassMetrics;
import io.github.lenet.evaluation.Confidence;
import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.ConfusionMatrix;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.evaluation.ProbabilityMetrics;
import io.github.lenet.evaluation.Slices;
import io.github.lenet.gate.Coverage;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import io.github.lenet.json.Json;
import io.github.lenet.json.OmitEmpty;
import io.github.lenet.json.Transparent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code evaluation.json}: the numbers of an evaluation, and the verdict over them. The resource
 * {@code evaluation.schema.json} in this package describes the file. The components are its keys, in their order.
 *
 * @param schemaVersion version of this format, {@value #SCHEMA_VERSION}
 * @param name what a further evaluation is called; left out of the main one
 * @param dataset which images were asked
 * @param model which model answered
 * @param correct images that were classified right
 * @param total all images
 * @param accuracy {@code correct / total}, 0 to 1
 * @param loss mean cross-entropy; left out if only the answers are known, as are topKCorrect and calibration
 * @param confidenceInterval where the true accuracy lies
 * @param confusionMatrix a row for each true class, a column for each answered class; images without an answer are in
 *     none
 * @param classes the metrics of each class, in the order of the labels
 * @param topKCorrect for k = 1 to the number of classes: images whose true class is among the k most probable ones
 * @param calibration how sure the model is of its answers
 * @param slices the numbers of images with something in common; left out if nobody named any
 * @param leaked images that are also training images, byte for byte; left out if these were not available, and of a
 *     further evaluation
 * @param evaluations the further evaluations of the same model, each in this form; left out if there is none
 * @param baseline the comparison with a baseline; left out if there is none
 * @param verdict the gate's decision over all evaluations; left out without a gate
 */
public record EvaluationReport(
        int schemaVersion,
        @OmitEmpty @Nullable String name,
        DatasetSummary dataset,
        ModelSummary model,
        int correct,
        int total,
        double accuracy,
        @OmitEmpty @Nullable Loss loss,
        ConfidenceInterval confidenceInterval,
        int[][] confusionMatrix,
        List<ClassMetrics> classes,
        @OmitEmpty List<Integer> topKCorrect,
        @OmitEmpty @Nullable CalibrationReport calibration,
        @OmitEmpty @Nullable SlicesReport slices,
        @OmitEmpty @Nullable Integer leaked,
        @OmitEmpty List<EvaluationReport> evaluations,
        @OmitEmpty @Nullable BaselineReport baseline,
        @OmitEmpty @Nullable VerdictReport verdict) {

    /** Version of the format that this class writes; a change of meaning or the loss of a key raises it. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Checks the version and the numbers.
     *
     * @throws IllegalArgumentException if the format is one that this version does not know, or the numbers contradict
     *     each other
     */
    public EvaluationReport {
        SchemaVersion.require(SCHEMA_VERSION, schemaVersion);
        evaluations = List.copyOf(evaluations);
        topKCorrect = List.copyOf(topKCorrect);
        // Null in the file.
        loss = loss == null && calibration != null ? new Loss(null) : loss;
        var restored =
                evaluation(dataset, model, confusionMatrix, classes, metrics(loss, topKCorrect, calibration), slices);
        require(
                restored.accuracy().count() == correct && restored.accuracy().total() == total,
                "%s correct of %s contradict the confusionMatrix",
                correct,
                total);
        // Another program may have written the last digit.
        require(
                Math.abs(accuracy - restored.accuracy().value()) < 1e-9,
                "accuracy is %s, not correct / total",
                accuracy);
        require(leaked == null || (leaked >= 0 && leaked <= total), "leaked is %s of %s images", leaked, total);
        requireFurther(evaluations);
        if (baseline != null) {
            require(
                    baseline.images() == total
                            && baseline.bothCorrect() + baseline.gained().size() == correct,
                    "the numbers of the baseline contradict correct and total");
        }
        if (verdict != null) {
            var sliceNames = restored.slices().map(Slices::names).orElse(List.of());
            for (var rule : verdict.rules()) {
                requireAsked(rule, classes, evaluations);
                require(
                        rule.slice() == null || (rule.evaluation() == null && sliceNames.contains(rule.slice())),
                        "a rule is about the slice %s, which is not there",
                        rule.slice());
            }
        }
    }

    /**
     * A loss in the file.
     *
     * @param nats mean cross-entropy in nats, 0 or more; null if it is not a number
     */
    @Transparent
    public record Loss(@Nullable Double nats) {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public Loss {
            require(nats == null || (nats >= 0 && Double.isFinite(nats)), "loss is %s, but must be at least 0", nats);
        }

        private static Loss of(double value) {
            return new Loss(Numbers.finiteOrNull(value));
        }

        private double value() {
            return nats == null ? Double.NaN : nats;
        }
    }

    private static void requireFurther(List<EvaluationReport> evaluations) {
        var names = new HashSet<String>();
        for (var further : evaluations) {
            require(further.name != null && names.add(further.name), "an evaluation has no name of its own");
            require(
                    further.evaluations.isEmpty() && further.baseline == null && further.verdict == null,
                    "the evaluation %s has evaluations, a baseline or a verdict of its own",
                    further.name);
        }
    }

    private static void requireAsked(RuleReport rule, List<ClassMetrics> classes, List<EvaluationReport> evaluations) {
        var asked = rule.evaluation() == null
                ? classes
                : evaluations.stream()
                        .filter(further -> Objects.equals(further.name, rule.evaluation()))
                        .findFirst()
                        .map(EvaluationReport::classes)
                        .orElse(List.of());
        require(!asked.isEmpty(), "a rule is about the evaluation %s, which is not there", rule.evaluation());
        require(
                rule.className() == null
                        || asked.stream().anyMatch(known -> known.label().equals(rule.className())),
                "a rule is about the class %s, which is not there",
                rule.className());
        require(rule.k() == null || rule.k() < asked.size(), "k is %s for %s classes", rule.k(), asked.size());
    }

    private static void require(boolean condition, String problem, @Nullable Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(format(problem, values));
        }
    }

    /**
     * The file of an evaluation without a gate.
     *
     * @param evaluation the numbers
     * @return the content of the file
     */
    public static EvaluationReport of(Evaluation evaluation) {
        return of(null, evaluation, null, List.of(), null, null);
    }

    /**
     * The file of a verification.
     *
     * @param verification the numbers and the verdict
     * @return the content of the file
     */
    public static EvaluationReport of(Verification verification) {
        return of(
                null,
                verification.evaluation(),
                verification.leaked(),
                verification.evaluations().stream().map(EvaluationReport::of).toList(),
                verification.baseline() == null ? null : BaselineReport.of(verification.baseline()),
                VerdictReport.of(verification.verdict()));
    }

    static EvaluationReport of(NamedEvaluation named) {
        return of(named.name(), named.evaluation(), null, List.of(), null, null);
    }

    private static EvaluationReport of(
            @Nullable String name,
            Evaluation evaluation,
            @Nullable Integer leaked,
            List<EvaluationReport> evaluations,
            @Nullable BaselineReport baseline,
            @Nullable VerdictReport verdict) {
        var accuracy = evaluation.accuracy();
        var matrix = evaluation.confusionMatrix();
        var metrics = evaluation.probabilityMetrics();
        return new EvaluationReport(
                SCHEMA_VERSION,
                name,
                evaluation.dataset(),
                evaluation.model(),
                accuracy.count(),
                accuracy.total(),
                accuracy.value(),
                metrics.map(known -> Loss.of(known.loss())).orElse(null),
                Confidence.DEFAULT.interval(accuracy),
                matrix.counts(),
                matrix.classes(),
                metrics.map(ProbabilityMetrics::topKCorrect).orElse(List.of()),
                metrics.map(known -> CalibrationReport.of(known.calibration(), evaluation.expectedCalibrationError()))
                        .orElse(null),
                evaluation.slices().map(SlicesReport::of).orElse(null),
                leaked,
                evaluations,
                baseline,
                verdict);
    }

    /**
     * The numbers, so that further rules can be held against them.
     *
     * @return the evaluation that this report was made of
     */
    public Evaluation evaluation() {
        return evaluation(dataset, model, confusionMatrix, classes, metrics(loss, topKCorrect, calibration), slices);
    }

    /**
     * The numbers of the further evaluations.
     *
     * @return the evaluations that these were made of, in their order, each with its name; empty if there is none
     */
    public List<NamedEvaluation> furtherEvaluations() {
        return evaluations.stream()
                .map(further -> new NamedEvaluation(
                        Objects.requireNonNull(further.name, "only the main evaluation has no name"),
                        further.evaluation()))
                .toList();
    }

    /**
     * The numbers of all evaluations, under the name of the module that they come from.
     *
     * @param module name of the module
     * @return the main evaluation as {@code module}, the further ones as {@code module: name}
     */
    public List<NamedEvaluation> evaluations(String module) {
        return Stream.concat(
                        Stream.of(new NamedEvaluation(module, evaluation())),
                        furtherEvaluations().stream()
                                .map(further ->
                                        new NamedEvaluation(within(module, further.name()), further.evaluation())))
                .toList();
    }

    /**
     * The results of the module's own verdict, under its name.
     *
     * @param module name of the module
     * @return the result of each rule; empty without a gate
     */
    public List<RuleResult> results(String module) {
        return verdict == null
                ? List.of()
                : verdict.rules().stream()
                        .map(rule -> rule.result(
                                within(module, rule.evaluation()), asked(rule), module + ": " + rule.message()))
                        .toList();
    }

    /**
     * What a reader of the module's numbers must know, under its name.
     *
     * @param module name of the module
     * @return the warnings of its verdict, or without a gate those that follow from its numbers
     */
    public List<String> warnings(String module) {
        var warnings = verdict == null ? Coverage.warnings(evaluation(), furtherEvaluations()) : verdict.warnings();
        return warnings.stream().map(warning -> module + ": " + warning).toList();
    }

    /**
     * The decision that was taken.
     *
     * @return the verdict that this report was made of; empty without a gate
     */
    public Optional<Verdict> decision() {
        return Optional.ofNullable(verdict)
                .map(taken -> new Verdict(
                        taken.rules().stream()
                                .map(rule -> rule.result(rule.evaluation(), asked(rule), rule.message()))
                                .toList(),
                        taken.warnings()));
    }

    /** The images that a rule is about. */
    private DatasetSummary asked(RuleReport rule) {
        return evaluations.stream()
                .filter(further -> Objects.equals(further.name, rule.evaluation()))
                .findFirst()
                .orElse(this)
                .dataset;
    }

    private static String within(String module, @Nullable String name) {
        return name == null ? module : module + ": " + name;
    }

    private static Evaluation evaluation(
            DatasetSummary dataset,
            ModelSummary model,
            int[][] confusionMatrix,
            List<ClassMetrics> classes,
            Optional<ProbabilityMetrics> metrics,
            @Nullable SlicesReport slices) {
        return new Evaluation(
                dataset,
                model,
                new ConfusionMatrix(
                        classes.stream().map(ClassMetrics::label).toList(),
                        confusionMatrix,
                        classes.stream().mapToInt(ClassMetrics::support).toArray()),
                metrics,
                Optional.ofNullable(slices).map(SlicesReport::slices));
    }

    private static Optional<ProbabilityMetrics> metrics(
            @Nullable Loss loss, List<Integer> topKCorrect, @Nullable CalibrationReport calibration) {
        require(
                (loss == null) == topKCorrect.isEmpty() && (loss == null) == (calibration == null),
                "of loss, topKCorrect and calibration, one is missing and another one is not");
        return loss == null || calibration == null
                ? Optional.empty()
                : Optional.of(new ProbabilityMetrics(loss.value(), topKCorrect, new Calibration(calibration.bins())));
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * Reads a file.
     *
     * @param file the file that {@link #write} wrote
     * @return its content
     * @throws IOException if the file is missing, or is no evaluation
     */
    public static EvaluationReport read(Path file) throws IOException {
        return Json.read(file, EvaluationReport.class);
    }
}
