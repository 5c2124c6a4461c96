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
 * @param options where the predictions are
 * @param file the predictions
 * @param givenAnswers the same, if nobody has named the data set whose images they are about
 */
record PredictionsCandidate(PredictionsOptions options, PredictionsFile file, Optional<Answers> givenAnswers)
        implements Candidate {

    /** Reads predictions for a goal. */
    static PredictionsCandidate of(PredictionsOptions options, String goal) throws IOException, MojoExecutionException {
        var file = options.read(goal);
        return new PredictionsCandidate(
                options, file, options.hasImages() ? Optional.empty() : Optional.of(file.answers()));
    }

    @Override
    public String title() {
        return "file of predictions " + options.file();
    }

    @Override
    public String sha256() {
        return file.model().sha256();
    }

    @Override
    public void requireAnswers(Demands demands) {
        if (!demands.evaluations().isEmpty()) {
            throw new InvalidParameterException(
                    "evaluations/evaluation[1]/name",
                    demands.evaluations().get(0).name(),
                    "cannot be measured: a <predictionsFile> holds no answers to other images");
        }
        if (demands.baseline() != null && givenAnswers.isPresent()) {
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
        if (givenAnswers.isPresent() && options.expectedRows() == null && !demands.haveMinimumOfImages()) {
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
