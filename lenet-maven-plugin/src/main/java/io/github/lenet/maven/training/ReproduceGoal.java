package io.github.lenet.maven.training;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.archive.ArchiveComparison;
import io.github.lenet.archive.InitialModel;
import io.github.lenet.archive.ModelArchive;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.Sha256;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.model.ModelFile;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.recipe.Software;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model again from its own description, and compares the two archives.
 *
 * @param models obtains the model
 * @param datasets obtains the data
 * @param training trains
 * @param log where the result goes
 */
public record ReproduceGoal(ModelProvider models, DatasetProvider datasets, TrainGoal training, Log log) {

    /**
     * Reproduces.
     *
     * @param request which model
     * @throws IOException if the model or the data cannot be read, or a file cannot be written
     * @throws MojoExecutionException if there is no model, its data is not the data that is here, or the training fails
     * @throws MojoFailureException if the training gave another model
     */
    public void run(ReproduceRequest request) throws IOException, MojoExecutionException, MojoFailureException {
        var model = models.obtain(request.model(), "reproduce");
        var original = model.archive().model();
        requireKernels(original, model);
        requireSameInitialModel(original.description().inputs().initialModel(), model, request);
        var data = requireSameData(original, model, request);
        var versions = otherVersions(original);
        versions.forEach(log::warn);
        var repetition = request.training(model, data, original.description().inputs());
        // A repetition that fails must not leave an earlier one in its place. Whatever else is in the folder is the
        // user's.
        for (var file : repetition.files().all()) {
            Files.deleteIfExists(file);
        }
        training.run(repetition);
        if (original.state().updaterState() == null) {
            // A copy from a jar; what it lacks cannot be compared.
            ModelArchive.read(repetition.files().model())
                    .withoutUpdaterState()
                    .write(repetition.files().model());
        }
        if (Files.mismatch(model.path(), repetition.files().model()) < 0) {
            log.info(format(
                    "Reproduced: %s has the same bytes (sha256 %s)",
                    repetition.files().model(), Sha256.hex(repetition.files().model())));
            return;
        }
        var differences = ArchiveComparison.differences(
                original, ModelArchive.read(repetition.files().model()));
        throw new MojoFailureException(format(
                "%s was not reproduced; the repetition is %s:%s",
                model.name(), repetition.files().model(), lines(differences, versions)));
    }

    private static void requireKernels(ModelArchive original, ModelFile model) throws MojoExecutionException {
        var arithmetic = original.description().inputs().arithmetic();
        if (!arithmetic.equals(TrainingInputs.KERNELS)) {
            throw new MojoExecutionException(format(
                    "%s was trained with %s, which does not promise the same bits twice: it cannot be reproduced.",
                    model.name(), arithmetic));
        }
    }

    /** That of a model which was trained from drawn parameters is left aside: the POM may set it for the next one. */
    private static void requireSameInitialModel(@Nullable String sha256, ModelFile model, ReproduceRequest request)
            throws IOException, MojoExecutionException {
        if (sha256 == null) {
            return;
        }
        if (request.initialModel() == null) {
            throw new MojoExecutionException(format(
                    "%s went on from another model, whose archive has the sha256 %s. Name that file with <initialModel>, for"
                            + " example with -Dlenet.initialModel=model.zip.",
                    model.name(), sha256));
        }
        var here = InitialModel.sha256(request.initialModel());
        if (!here.equals(sha256)) {
            throw new MojoExecutionException(format(
                    "%s went on from a model whose archive has the sha256 %s, and <initialModel> %s has %s. Name the other"
                            + " file.",
                    model.name(), sha256, request.initialModel(), here));
        }
    }

    private LocatedDataset requireSameData(ModelArchive original, ModelFile model, ReproduceRequest request)
            throws IOException, MojoExecutionException {
        var trained = original.description().inputs().dataset();
        if (!trained.name().equals(request.dataset().name())) {
            throw new MojoExecutionException(format(
                    "%1$s was trained on the data set %2$s, and <dataset> is %3$s."
                            + " Set it to the same, for example with -Dlenet.dataset=%2$s.",
                    model.name(), trained.name(), request.dataset().name()));
        }
        LocatedDataset here = datasets.obtain(request.dataset(), Split.values());
        for (var file : trained.sha256().entrySet()) {
            var sha256 = here.sha256().get(file.getKey());
            if (!file.getValue().equals(sha256)) {
                throw new MojoExecutionException(format(
                        "%s was trained on other data: there %s has the sha256 %s, and in %s it has %s."
                                + " Name that data with <dataDirectory> (-Dlenet.dataDirectory) or <datasetArtifact>.",
                        model.name(), file.getKey(), file.getValue(), here.directory(), sha256));
            }
        }
        return here;
    }

    private static List<String> otherVersions(ModelArchive original) {
        var then = original.description().software();
        var now = Software.current();
        return then.equals(now)
                ? List.of()
                : List.of(format(
                        "The model was trained by lenet %s with Deeplearning4j %s, and this is lenet %s with Deeplearning4j %s",
                        then.lenet(), then.deeplearning4j(), now.lenet(), now.deeplearning4j()));
    }

    private static String lines(List<String> differences, List<String> versions) {
        if (differences.isEmpty()) {
            return "\n  - their contents are the same, but another program has packed the archive";
        }
        var lines = differences.stream().map(line -> "\n  - " + line).collect(Collectors.joining());
        return versions.isEmpty() ? lines : lines + "\n  " + versions.get(0) + ": use those versions.";
    }
}
