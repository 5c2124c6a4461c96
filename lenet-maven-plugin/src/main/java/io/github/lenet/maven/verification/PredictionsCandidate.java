package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a model from elsewhere has predicted.
 *
 * @param file the predictions
 * @param givenAnswers the same, if nobody has named the data set whose images they are about
 * @param hasExpectedRows whether it is known how many there must be
 */
record PredictionsCandidate(PredictionsFile file, Optional<Answers> givenAnswers, boolean hasExpectedRows)
        implements Candidate {

    /**
     * Reads predictions.
     *
     * @param options which ones
     * @param demands what is demanded of them; what only the model itself could answer is refused
     */
    static PredictionsCandidate of(PredictionsOptions options, Demands demands)
            throws IOException, MojoExecutionException {
        requireAnswers(options, demands);
        var file = options.read("verify");
        return new PredictionsCandidate(
                file,
                options.hasImages() ? Optional.empty() : Optional.of(file.answers()),
                options.expectedRows() != null);
    }

    private static void requireAnswers(PredictionsOptions options, Demands demands) {
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

    @Override
    public Answers answersTo(Dataset images) throws EvaluationException {
        return file.answersTo(images);
    }

    @Override
    public List<String> givenIds() {
        return file.ids();
    }

    @Override
    public List<String> warnings(Demands demands) {
        var warnings = new ArrayList<>(file.warnings());
        if (givenAnswers.isPresent() && !hasExpectedRows && !demands.haveMinimumOfImages()) {
            warnings.add(format(
                    "nothing tells how many rows %s must have, so that a file which was cut short could pass: set"
                            + " <expectedRows>, a rule with the metric images, or the <dataset> that the rows are about",
                    file.model().title()));
        }
        return warnings;
    }

    /** Without images, rows are compared with rows. */
    @Override
    public Comparison compare(Answers answers, Baseline baseline, @Nullable TestImages images)
            throws IOException, MojoExecutionException {
        return images == null && baseline instanceof Baseline.OfPredictions others
                ? others.compare(file)
                : Candidate.super.compare(answers, baseline, images);
    }
}
