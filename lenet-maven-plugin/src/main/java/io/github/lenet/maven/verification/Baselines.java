package io.github.lenet.maven.verification;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ModelFormatException;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.artifact.ArtifactReference;
import io.github.lenet.maven.artifact.ArtifactResolver;
import io.github.lenet.maven.artifact.Resolution.Found;
import io.github.lenet.maven.artifact.Resolution.Missing;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.maven.model.PredictionsOptions;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.model.Classifier;
import io.github.lenet.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * @param inferences lets networks in ONNX files answer
 * @param log where the chosen version is named
 */
public record Baselines(ArtifactResolver artifacts, Path project, OnnxInferences inferences, Log log) {

    private static final int SHOWN_DIGITS = 12;

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
        if (request.predictions() != null) {
            return Optional.of(predictions(request.predictions()));
        }
        if (request.file() != null) {
            requireExisting("baselineFile", request.file());
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

    private Baseline predictions(PredictionsOptions options) throws IOException, MojoExecutionException {
        requireExisting("baselinePredictionsFile", options.file());
        return new Baseline.OfPredictions(name(options.file()), options.read("verify"));
    }

    private static void requireExisting(String parameter, Path file) throws MojoExecutionException {
        if (!Files.exists(file)) {
            throw new MojoExecutionException(format(
                    "There is no baseline: %1$s does not exist. Correct <%2$s> (-Dlenet.%2$s), or leave it out until there"
                            + " is a model to compare with.",
                    file, parameter));
        }
    }

    /** What a file is called in reports; the digest tells files apart that lie outside of the project. */
    private String name(Path file) throws IOException {
        var inside = Workplace.pathWithin(project, file);
        return inside.isPresent()
                ? inside.get()
                : format(
                        "%s (SHA-256 %s...)",
                        file.getFileName(), Sha256.hex(file).substring(0, SHOWN_DIGITS));
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
        var network = OnnxFile.find(file);
        if (network.isPresent()) {
            return new Baseline.OfOnnx(name, network.get(), inferences);
        }
        try {
            var classifier = Classifier.load(file);
            return new Baseline.OfModel(name, classifier, read(trainingImages, classifier));
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
}
