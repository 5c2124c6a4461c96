package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.answer.ClassifierAnswers;
import io.github.lenet.answer.EvaluationException;
import io.github.lenet.archive.ModelFormatException;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.evaluation.Comparison;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import io.github.lenet.model.Classifier;
import io.github.lenet.text.English;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Gets the baseline of a model.
 *
 * @param artifacts finds the models of releases
 * @param project folder of the module, in which files have the same names on every machine
 * @param log where the chosen version is named
 */
public record Baselines(ArtifactResolver artifacts, Path project, Log log) {

    private static final int SHOWN_DIGITS = 12;

    /** Makes the folder absolute. */
    public Baselines {
        project = project.toAbsolutePath().normalize();
    }

    /**
     * Gets a baseline.
     *
     * @param request which one
     * @param isOwnData whether the data is the user's own, so that the test images may be others than they were
     * @return the baseline; empty if there is none yet and that is no mistake
     * @throws IOException if the file cannot be read
     * @throws MojoExecutionException if there is none, a repository cannot be asked, or it is no model
     */
    Optional<Baseline> obtain(BaselineRequest request, boolean isOwnData) throws IOException, MojoExecutionException {
        if (request.file() != null) {
            if (!Files.exists(request.file())) {
                throw new MojoExecutionException(
                        "There is no baseline: " + request.file() + " does not exist. Correct <baselineFile>"
                                + " (-Dlenet.baselineFile), or leave it out until there is a model to compare with.");
            }
            var beside = request.file().resolveSibling(TrainingImages.FILE);
            return Optional.of(load(name(request.file()), request.file(), isOwnData ? beside : null));
        }
        var artifact = Objects.requireNonNull(request.artifact(), "a baseline is a file or an artifact");
        var resolution = artifacts.resolve(artifact, request.preReleases());
        if (resolution instanceof Found found) {
            log.info("Baseline: " + found.coordinates());
            return Optional.of(
                    load(found.coordinates(), found.file(), isOwnData ? trainingImages(artifact, found) : null));
        }
        missing((Missing) resolution, request.ignoreMissing());
        return Optional.empty();
    }

    /** What a file is called in reports that are kept and published, and are the same wherever the project lies. */
    private String name(Path file) throws IOException {
        var place = file.toAbsolutePath().normalize();
        return place.startsWith(project)
                ? project.relativize(place).toString().replace(File.separatorChar, '/')
                : format(
                        "%s (SHA-256 %s...)",
                        place.getFileName(), Sha256.hex(file).substring(0, SHOWN_DIGITS));
    }

    private void missing(Missing missing, boolean ignore) throws MojoExecutionException {
        var sentence = "There is no baseline: " + missing.reason() + ".";
        if (!ignore) {
            throw new MojoExecutionException(
                    sentence + " Before the first release, set <ignoreMissingBaseline>true</ignoreMissingBaseline>.");
        }
        log.warn(sentence + " The model is not compared, as before a first release (ignoreMissingBaseline is true).");
    }

    /** Published beside a baseline since there is such a file; one without it is a baseline all the same. */
    private @Nullable Path trainingImages(ArtifactReference reference, Found baseline) {
        try {
            return artifacts.resolve(reference.companion("json", "-training-images", baseline.version()), false)
                            instanceof Found found
                    ? found.file()
                    : null;
        } catch (MojoExecutionException e) {
            log.debug(e);
            return null;
        }
    }

    private Baseline load(String name, Path file, @Nullable Path trainingImages)
            throws IOException, MojoExecutionException {
        try {
            var classifier = Classifier.load(file);
            return new Baseline(name, classifier, read(trainingImages, classifier));
        } catch (ModelFormatException e) {
            var advice = "Get that file again from where it was published, or name another baseline";
            throw new MojoExecutionException(
                    "Cannot compare with the baseline " + name + ": " + e.messageWith(advice), e);
        }
    }

    private @Nullable TrainingImages read(@Nullable Path file, Classifier model) {
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try {
            var images = TrainingImages.read(file);
            return images.modelSha256().equals(model.sha256()) ? images : null;
        } catch (IOException e) {
            log.warn("Nobody can tell whether the baseline was trained on the test images: " + FileProblem.describe(e));
            return null;
        }
    }

    /**
     * A model to compare with.
     *
     * @param name what it is called: the coordinates of its artifact, or its file as it is called in the project
     * @param classifier the model
     * @param trainingImages what it was trained on, or null if nobody knows
     */
    record Baseline(
            String name, Classifier classifier, @Nullable TrainingImages trainingImages) {

        /** Lets the baseline answer the images that the model has answered. */
        Comparison compare(Answers answers, Dataset images) throws MojoExecutionException {
            try {
                return Comparison.of(name, answers, ClassifierAnswers.of(classifier, images));
            } catch (EvaluationException e) {
                throw new MojoExecutionException("Cannot compare with the baseline " + name + ": " + e.getMessage(), e);
            }
        }

        /** What speaks against the comparison. */
        List<String> warnings(Dataset images) {
            var learnt = trainingImages == null ? 0 : trainingImages.countLearnt(images);
            return learnt == 0
                    ? List.of()
                    : List.of(format(
                            "The baseline %s was trained on %,d of the %s: it has seen the right answers, and looks better"
                                    + " here than it is. Compare with a model that was trained without them.",
                            name, learnt, English.count(images.size(), "test image")));
        }
    }
}
