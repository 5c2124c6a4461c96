package io.github.lenet.maven.aggregation;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.ModelSummary;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.BaselinePolicy;
import io.github.lenet.gate.Gate;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.Verdict;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.EvaluationConfiguration;
import io.github.lenet.maven.gate.RuleConfiguration;
import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.report.BaselineReport;
import io.github.lenet.report.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A verification of an earlier build, whose result counts as long as this build would give the same: the model file is
 * the one that was measured, the POM still describes how it was trained, as {@code failIfStale} demands, and its rules
 * still say of the numbers what they said then.
 *
 * @param verification the verification, with the values that the POM gives it now
 * @param trainings every way in which {@code lenet:train} may run in the module
 * @param models obtains the models of the module
 * @param datasets obtains its data
 */
record EarlierVerification(
        ConfiguredGoal verification, List<ConfiguredGoal> trainings, ModelProvider models, DatasetProvider datasets) {

    private static final String OTHER_DEMANDS = "but the POM demands something else of the model now";

    /**
     * Tells why a result does not count.
     *
     * @param report the result
     * @return the reason, as the end of a sentence; empty if it counts
     */
    Optional<String> objection(EvaluationReport report) {
        try {
            var otherSlices = otherSlices(report);
            if (otherSlices.isPresent()) {
                return otherSlices;
            }
            var predictions = verification.file("predictionsFile");
            if (predictions.isPresent()) {
                return objection(report, predictions.get());
            }
            var options = ModelOptions.of(verification);
            var archive = models.obtain(options, "verify");
            var network = OnnxFile.find(archive.path());
            if (network.isPresent()) {
                return objection(report, network.get().sha256(), archive.name());
            }
            var model = Classifier.load(archive.path());
            var objection = objection(report, model.sha256(), archive.name());
            return objection.isPresent() || options.file() == null ? objection : staleness(options.file(), model);
        } catch (IllegalArgumentException e) {
            return unknown(e.getMessage());
        } catch (IOException e) {
            return unknown(FileProblem.describe(e));
        } catch (MojoExecutionException e) {
            return unknown(e.getMessage());
        }
    }

    private Optional<String> objection(EvaluationReport report, String sha256, String name) {
        if (!sha256.equals(report.model().sha256())) {
            return Optional.of(format("but is about another model than %s is now", name));
        }
        return demandsOthers(report) ? Optional.of(OTHER_DEMANDS) : otherUse(report);
    }

    private Optional<String> otherSlices(EvaluationReport report) throws IOException {
        var then = report.slices();
        var file = verification.file("slices").orElse(null);
        if (file == null) {
            return then == null
                    ? Optional.empty()
                    : Optional.of("but is about slices, which the POM does not name now");
        }
        return then != null && then.sha256().equals(Sha256.hex(file))
                ? Optional.empty()
                : Optional.of(format("but is about other slices than those in %s now", file));
    }

    /** Predictions are no more than their file. */
    private Optional<String> objection(EvaluationReport report, Path predictions) throws IOException {
        if (!Sha256.hex(predictions).equals(report.model().sha256())) {
            return Optional.of(format("but is about other predictions than those in %s now", predictions));
        }
        var rows = verification.text("expectedRows").orElse(String.valueOf(report.total()));
        return demandsOthers(report) || !rows.equals(String.valueOf(report.total()))
                ? Optional.of(OTHER_DEMANDS)
                : otherUse(report);
    }

    private boolean demandsOthers(EvaluationReport report) {
        return !results(report).equals(demanded(report)) || lacksBaseline(report);
    }

    /** What became of the rules; a comparison with a baseline is none of the POM's lists. */
    private static List<String> results(EvaluationReport report) {
        var results = report.decision().map(Verdict::rules).orElse(List.of());
        return messages(results.stream()
                        .filter(result -> !BaselinePolicy.METRICS.contains(
                                result.subject().metric()))
                        .toList())
                .toList();
    }

    /** A file is there for every build; of an artifact there may have been no release yet. */
    private boolean lacksBaseline(EvaluationReport report) {
        return report.baseline() == null
                && Stream.of("baselineFile", "baselinePredictionsFile")
                        .anyMatch(file -> verification.file(file).isPresent());
    }

    /** A network in an ONNX file, the model or its baseline, may get its images in another way now. */
    private Optional<String> otherUse(EvaluationReport report) {
        var baseline = Stream.ofNullable(report.baseline()).map(BaselineReport::model);
        var changes = Stream.concat(Stream.of(report.model()), baseline)
                .filter(model -> ModelSummary.ONNX.equals(model.kind()))
                .flatMap(model -> changes(model.configuration()))
                .distinct()
                .collect(Collectors.joining("; "));
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("but its ONNX file is used in another way now: " + changes);
    }

    private Stream<String> changes(Map<String, String> then) {
        return OnnxInput.of(required("onnxLayout"), required("onnxMean"), required("onnxStandardDeviation"))
                .configuration(OnnxOutput.named(required("onnxOutput")))
                .entrySet()
                .stream()
                .filter(now -> !now.getValue().equals(then.get(now.getKey())))
                .map(now -> format("%s changed from %s to %s", now.getKey(), then.get(now.getKey()), now.getValue()));
    }

    private String required(String parameter) {
        return verification.text(parameter).orElseThrow();
    }

    /** What would become of the rules that the POM has now. */
    private List<String> demanded(EvaluationReport report) {
        var further = new HashMap<String, Evaluation>();
        report.furtherEvaluations().forEach(named -> further.put(named.name(), named.evaluation()));
        return Stream.concat(
                        RuleConfiguration.of(verification).stream()
                                .flatMap(rule -> messages(rule.check(null, report.evaluation()))),
                        EvaluationConfiguration.gates(verification).entrySet().stream()
                                .flatMap(gate -> messages(gate.getKey(), gate.getValue(), further.get(gate.getKey()))))
                .toList();
    }

    /** An evaluation that the result does not hold has a message that no result has. */
    private static Stream<String> messages(String name, Gate gate, @Nullable Evaluation evaluation) {
        return evaluation == null ? Stream.of(name + " was not measured") : messages(gate.check(name, evaluation));
    }

    private static Stream<String> messages(List<RuleResult> results) {
        return results.stream().map(RuleResult::message);
    }

    private static Optional<String> unknown(@Nullable String reason) {
        return Optional.of("but nobody can tell whether it still holds: " + reason);
    }

    /** A model that no training of the module writes is never stale. */
    private Optional<String> staleness(Path file, Classifier model) throws IOException, MojoExecutionException {
        String first = null;
        for (var training : trainings) {
            for (var planned : PlannedTraining.of(file, List.of(training))) {
                var data = datasets.trainingData(DatasetOptions.of(training));
                var differences = planned.differences(model.description().inputs(), data);
                if (differences.isEmpty()) {
                    return Optional.empty();
                }
                first = first == null ? String.join("; ", differences) : first;
            }
        }
        return Optional.ofNullable(first).map("but its model was not trained with the values of the POM: "::concat);
    }
}
