package io.github.lenet.report;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.evaluation.Evaluations;
import io.github.lenet.evaluation.NamedEvaluation;
import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.fixtures.SeedRecipe;
import io.github.lenet.gate.BaselinePolicy;
import io.github.lenet.gate.Coverage;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.Rule;
import io.github.lenet.gate.RuleDefinition;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Verdict;
import io.github.lenet.model.Provenance;
import io.github.lenet.network.Architecture;
import io.github.lenet.recipe.EpochResult;
import io.github.lenet.recipe.Hyperparameters;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Models and verdicts for the tests of the reports. */
public final class Samples {

    public static final Evaluation EVALUATION = Evaluations.digits(9_873, 10_000);

    public static final Rule MINIMUM_ACCURACY = Rule.minimumAccuracy("0.99");

    public static final Rule MAXIMUM_LOSS = new RuleDefinition("rules/rule[1]")
            .metric("loss")
            .maximum("0.5")
            .rules()
            .get(0);

    /** The accuracy misses its minimum, the loss does not. */
    public static final Verdict FAILED = verdict(EVALUATION, MINIMUM_ACCURACY, MAXIMUM_LOSS);

    public static final Verdict PASSED = verdict(EVALUATION, Rule.minimumAccuracy("98.5%"));

    /** With digests of the length that the schema of a bill of materials demands. */
    private static final TrainingData MNIST = new TrainingData(
            "mnist",
            InputsOfTests.MNIST.classNames(),
            Map.of("train-images-idx3-ubyte", "a".repeat(64), "train-labels-idx1-ubyte", "b".repeat(64)));

    static final Hyperparameters HYPERPARAMETERS = SeedRecipe.of("lenet5")
            .with("epochs", 2)
            .with("validationFraction", 0.1)
            .build();

    public static final List<EpochResult> EPOCHS = List.of(
            new EpochResult(1, 0.001, 0.2345, 0.9312, 0.0789, 0.9765, 12.5, 4_320),
            new EpochResult(2, 0.0005, 0.0712, 0.9781, 0.0567, 0.9823, 12.25, 4_408));

    private Samples() {}

    public static Verdict verdict(Evaluation evaluation, Rule... rules) {
        return new Verdict(new Gate(List.of(rules)).check(evaluation));
    }

    static Verdict unmeasurable(String message) {
        var rule = FAILED.rules().get(0);
        return new Verdict(List.of(new RuleResult(rule.subject(), rule.limit(), Outcome.ERROR, null, null, message)));
    }

    /** A verdict over the usual evaluation. */
    public static Verification verification(Verdict verdict) {
        return new Verification(model(), EVALUATION, verdict);
    }

    /** A verdict over any evaluation. */
    public static Verification verification(Evaluation evaluation, Rule... rules) {
        return new Verification(model(), evaluation, verdict(evaluation, rules));
    }

    /** A verification with everything that there can be: a class, a confidence, another evaluation and a baseline. */
    public static Verification complete() {
        var confident = new RuleDefinition("rules/rule[1]")
                .metric("recall")
                .element("class")
                .includes(List.of("7"))
                .minimum("0.97")
                .confidence("0.95")
                .rules();
        var comparison = Evaluations.comparison(30, 60, 10_000);
        var shifted = new NamedEvaluation("shifted", Evaluations.digits(9_000, 10_000));
        var policy = BaselinePolicy.of("non-inferior", "0.001", null, null, null);
        var results = new ArrayList<>(new Gate(confident).check(comparison.candidate()));
        results.addAll(new Gate(List.of(MINIMUM_ACCURACY)).check(shifted.name(), shifted.evaluation()));
        results.addAll(policy.check(comparison));
        return new Verification(
                model(),
                comparison.candidate(),
                3,
                List.of(shifted),
                comparison,
                new Verdict(results, policy.warnings(comparison)));
    }

    /** A verdict over predictions of a model from elsewhere, which gave classes alone; one rule cannot be measured. */
    public static Verification classesAlone() throws EvaluationException {
        var answers = Evaluations.classesAlone("new.csv", 180, 200);
        var comparison = Comparison.of("old.csv", answers, Evaluations.classesAlone("old.csv", 170, 200));
        var results = new ArrayList<>(
                new Gate(List.of(Rule.minimumAccuracy("0.8"), MAXIMUM_LOSS)).check(comparison.candidate()));
        results.addAll(BaselinePolicy.of(null, null, null, null, null).check(comparison));
        return new Verification(null, comparison.candidate(), null, List.of(), comparison, new Verdict(results));
    }

    /** A verdict over three writers: one passes, one misses, and one of few images only warns. */
    public static Verification sliced() {
        var evaluation = Evaluations.sliced(190, 0, 100, 95, 5);
        var rules = new RuleDefinition("rules/rule[1]")
                .metric("accuracy")
                .element("slice")
                .minimum("0.95")
                .minimumImages("6")
                .rules();
        var results = new Gate(rules).check(evaluation);
        return new Verification(model(), evaluation, new Verdict(results, Coverage.tooFewImages(results)));
    }

    /** A publication that states everything but the run. */
    static Publication publication() {
        return publication(null);
    }

    static Publication publication(Provenance run) {
        var dataset = Catalog.builtIn().find("mnist").orElseThrow();
        return new Publication(
                "io.example", "1.1", "Reads postcodes.", List.of("Apache-2.0"), "Sorting of letters", dataset, run);
    }

    /** A publication that states nothing that it need not. */
    static Publication anonymous() {
        return new Publication("io.example", "1.1", null, List.of(), null, null, null);
    }

    public static ModelDescription model(EpochResult... epochs) {
        return ModelDescription.of(
                Architecture.LENET5,
                new TrainingInputs(1, TrainingInputs.KERNELS, null, MNIST, HYPERPARAMETERS, null),
                List.of(epochs));
    }
}
