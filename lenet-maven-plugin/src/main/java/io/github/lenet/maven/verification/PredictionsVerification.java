package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Coverage;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.maven.verification.ForeignVerdict.Images;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a model from elsewhere has predicted, and decides whether the build passes.
 *
 * @param datasets obtains the images, if their data set is named
 * @param baselines obtains what to compare with
 * @param conclusion what becomes of the verdict
 */
record PredictionsVerification(DatasetProvider datasets, Baselines baselines, Conclusion conclusion) {

    /** As {@link VerifyGoal#run}. */
    void run(VerifyRequest request, PredictionsOptions options)
            throws IOException, MojoExecutionException, MojoFailureException {
        var demands = request.demands();
        requireAnswers(demands, options);
        var file = options.read("verify");
        var images = options.hasImages() ? images(request) : null;
        var answers = images == null ? file.answers() : file.answersTo(images.content());
        demands.requireFitting(answers.classNames());
        var evaluation = Evaluation.of(answers);
        var warnings = new ArrayList<>(file.warnings());
        warnings.addAll(Coverage.warnings(evaluation, List.of()));
        if (images == null && options.expectedRows() == null && !demands.haveMinimumOfImages()) {
            warnings.add(format(
                    "nothing tells how many rows %s must have, so that a file which was cut short could pass: set"
                            + " <expectedRows>, a rule with the metric images, or the <dataset> that the rows are about",
                    file.model().title()));
        }
        var comparison =
                demands.baseline() == null ? null : compare(demands.baseline(), file, answers, images, warnings);
        new ForeignVerdict(request, answers, evaluation, images).draw(conclusion, comparison, List.of(), warnings);
    }

    /** Refuses what only the model itself could answer. */
    private static void requireAnswers(Demands demands, PredictionsOptions options) {
        if (!demands.evaluations().isEmpty()) {
            throw new InvalidParameterException(
                    "evaluations/evaluation[1]/name",
                    demands.evaluations().get(0).name(),
                    "cannot be measured: a <predictionsFile> holds no answers to other images");
        }
        if (demands.baseline() != null && !options.hasImages()) {
            demands.baseline().requireAnswers();
        }
    }

    private Images images(VerifyRequest request) throws IOException, MojoExecutionException {
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        return new Images(dataset, dataset.read(Split.TEST));
    }

    /** Compares with the baseline, unless there is none yet. */
    private @Nullable Comparison compare(
            BaselineRequest wanted,
            PredictionsFile file,
            Answers answers,
            @Nullable Images images,
            List<String> warnings)
            throws IOException, MojoExecutionException {
        if (images == null) {
            var predictions = Objects.requireNonNull(wanted.predictions(), "no other baseline does without images");
            var baseline = baselines.predictions(predictions);
            warnings.addAll(baseline.file().warnings());
            return baseline.compare(file);
        }
        var baseline = baselines.obtain(wanted, images.dataset().isOwn()).orElse(null);
        if (baseline == null) {
            return null;
        }
        warnings.addAll(baseline.warnings(images.content()));
        return baseline.compare(answers, images.content());
    }
}
