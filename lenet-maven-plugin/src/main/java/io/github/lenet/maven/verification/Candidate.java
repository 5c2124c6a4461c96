package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.SlicesFile;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.maven.gate.Decorations;
import io.github.lenet.page.ModelPage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What is verified: a model, or what one that is not at hand has predicted. All that must be known of it are its
 * answers; whoever knows more says so.
 */
interface Candidate {

    /** What it is, and where it lies, as it reads in a sentence: {@code model target/lenet/model.zip}. */
    String title();

    /** The digest of its file. */
    String sha256();

    /** Answers images, or fails as the goal is to fail. */
    Answers answersTo(Dataset images) throws IOException, MojoExecutionException;

    /** Answers to images that are not at hand; empty if it is held against the test images of the data set. */
    default Optional<Answers> givenAnswers() {
        return Optional.empty();
    }

    /** What images that are not at hand are called, in the order of the answers; empty if they have no names. */
    default List<String> givenIds() {
        return List.of();
    }

    /** Refuses a demand that only a model which is at hand can meet. */
    default void requireAnswers(Demands demands) {
        // It is at hand, for most.
    }

    /** What a model of this project says about itself. */
    default Optional<ModelDescription> description() {
        return Optional.empty();
    }

    /** The classes that it knows; empty if it takes those of the data set. */
    default Optional<List<String>> classNames() {
        return description()
                .map(ModelDescription::classNames)
                .or(() -> givenAnswers().map(Answers::classNames));
    }

    /** What the reader of its numbers must know, if no more than this is demanded. */
    default List<String> warnings(Demands demands) {
        return List.of();
    }

    /** Begins to look for the test images among those that it may have learnt from, if that can be told. */
    default Optional<LeakCheck> leakCheck(TestImages images) {
        return Optional.empty();
    }

    /** The numbers of its answers to the test images, and of each slice of these if a file names some. */
    default Evaluation evaluation(Answers answers, @Nullable SlicesFile slices) {
        return Evaluation.of(answers, slices);
    }

    /** Compares its answers to the test images, which are null if they are not at hand, with those of a baseline. */
    default Comparison compare(Answers answers, Baseline baseline, @Nullable TestImages images)
            throws IOException, MojoExecutionException {
        return baseline.compare(
                answers,
                Objects.requireNonNull(images, "only given answers do without").content());
    }

    /** What the page shows of the model itself, as far as it can be had. */
    default Optional<ModelPage.Model> shown(Decorations decorations) {
        return Optional.empty();
    }
}
