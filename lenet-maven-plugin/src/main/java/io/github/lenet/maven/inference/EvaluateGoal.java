package io.github.lenet.maven.inference;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.ImageNames;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Coverage;
import io.github.lenet.maven.build.GoalOutput;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.report.EvaluationReport;
import io.github.lenet.report.EvaluationTable;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Measures a model and shows how good it is.
 *
 * @param models obtains the model
 * @param datasets obtains the data
 * @param inferences lets networks in ONNX files answer
 * @param output where the table goes
 * @param log where it is said which file holds the numbers
 */
public record EvaluateGoal(
        ModelProvider models, DatasetProvider datasets, OnnxInferences inferences, GoalOutput output, Log log) {

    /**
     * Evaluates.
     *
     * @param request what to evaluate
     * @throws IOException if the model, its predictions or the data cannot be read, or the file cannot be written
     * @throws MojoExecutionException if there is no model
     */
    public void run(EvaluateRequest request) throws IOException, MojoExecutionException {
        var predictions = request.model().predictions();
        var evaluation = predictions == null ? evaluation(request) : evaluation(request, predictions);
        EvaluationReport.of(evaluation).write(request.evaluationFile());
        EvaluationTable.lines(evaluation).forEach(output::print);
        Coverage.warnings(evaluation, List.of()).forEach(log::warn);
        log.info("Evaluation: " + request.evaluationFile());
    }

    private Evaluation evaluation(EvaluateRequest request) throws IOException, MojoExecutionException {
        var model = models.obtain(request.model(), "evaluate");
        var network = OnnxFile.find(model.path());
        if (network.isPresent()) {
            return evaluation(request, images -> inferences.answers(network.get(), images));
        }
        var classifier = model.classifier();
        return evaluation(request, images -> ClassifierAnswers.of(classifier, images));
    }

    private Evaluation evaluation(EvaluateRequest request, PredictionsOptions predictions)
            throws IOException, MojoExecutionException {
        var file = predictions.read("evaluate");
        file.warnings().forEach(log::warn);
        if (predictions.hasImages()) {
            return evaluation(request, file::answersTo);
        }
        var answers = file.answers();
        var slices =
                request.slices() == null ? null : request.slices().read(new ImageNames(answers.dataset(), file.ids()));
        return Evaluation.of(answers, slices);
    }

    private Evaluation evaluation(EvaluateRequest request, Respondent respondent)
            throws IOException, MojoExecutionException {
        var dataset = datasets.obtain(request.dataset(), request.split());
        var images = dataset.read(request.split());
        var slices = request.slices() == null ? null : request.slices().read(dataset, request.split(), images);
        return Evaluation.of(respondent.answersTo(images), slices);
    }

    /** Who is asked about images. */
    private interface Respondent {
        Answers answersTo(Dataset images) throws IOException, MojoExecutionException;
    }
}
