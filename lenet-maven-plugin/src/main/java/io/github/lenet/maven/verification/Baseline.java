package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.answer.PredictionsFile;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.text.English;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What a model is compared with. */
sealed interface Baseline {

    /** Lets the baseline answer the images that the model has answered. */
    Comparison compare(Answers answers, Dataset images) throws IOException, MojoExecutionException;

    /** What speaks against the comparison; the images are null if they are not at hand. */
    List<String> warnings(@Nullable Dataset images);

    /**
     * A model of this project.
     *
     * @param name what it is called: the coordinates of its artifact, or its file as it is called in the project
     * @param classifier the model
     * @param trainingImages what it was trained on, or null if nobody knows
     */
    record OfModel(
            String name, Classifier classifier, @Nullable TrainingImages trainingImages) implements Baseline {

        @Override
        public Comparison compare(Answers answers, Dataset images) throws MojoExecutionException {
            try {
                return Comparison.of(name, answers, ClassifierAnswers.of(classifier, images));
            } catch (EvaluationException e) {
                throw incomparable(name, e);
            }
        }

        @Override
        public List<String> warnings(@Nullable Dataset images) {
            if (trainingImages == null || images == null) {
                return List.of();
            }
            var learnt = trainingImages.countLearnt(images);
            return learnt == 0
                    ? List.of()
                    : List.of(format(
                            "The baseline %s was trained on %,d of the %s: it has seen the right answers, and looks better"
                                    + " here than it is. Compare with a model that was trained without them.",
                            name, learnt, English.count(images.size(), "test image")));
        }
    }

    /**
     * The predictions of a model that is not at hand.
     *
     * @param name what the file is called in the project
     * @param file the predictions
     */
    record OfPredictions(String name, PredictionsFile file) implements Baseline {

        @Override
        public Comparison compare(Answers answers, Dataset images) throws MojoExecutionException {
            try {
                return Comparison.of(name, answers, file.answersTo(images));
            } catch (EvaluationException e) {
                throw incomparable(name, e);
            }
        }

        /** Compares with other predictions, where there are no images. */
        Comparison compare(PredictionsFile candidate) throws MojoExecutionException {
            try {
                return Comparison.of(name, candidate.answersBeside(file), file.answersLike(candidate));
            } catch (EvaluationException e) {
                throw incomparable(name, e);
            }
        }

        @Override
        public List<String> warnings(@Nullable Dataset images) {
            return file.warnings();
        }
    }

    /**
     * A network in an ONNX file.
     *
     * @param name what it is called, as a model of this project
     * @param file the network
     * @param inferences lets it answer
     */
    record OfOnnx(String name, OnnxFile file, OnnxInferences inferences) implements Baseline {

        @Override
        public Comparison compare(Answers answers, Dataset images) throws IOException, MojoExecutionException {
            try {
                return Comparison.of(name, answers, inferences.answers(file, images));
            } catch (EvaluationException e) {
                throw incomparable(name, e);
            }
        }

        @Override
        public List<String> warnings(@Nullable Dataset images) {
            return List.of();
        }
    }

    private static MojoExecutionException incomparable(String name, EvaluationException problem) {
        return new MojoExecutionException(
                "Cannot compare with the baseline " + name + ": " + problem.getMessage(), problem);
    }
}
