package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.cache.ModelCache;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.dataset.TrainingImages;
import io.github.lenet.deeplearning4j.DeeplearningArithmetic;
import io.github.lenet.deeplearning4j.TrainedArchive;
import io.github.lenet.io.AtomicFiles;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Sha256;
import io.github.lenet.kernel.GradientComputation;
import io.github.lenet.model.Provenance;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.LearningRates;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.report.TrainingReport;
import io.github.lenet.store.LocatedDataset;
import io.github.lenet.text.English;
import io.github.lenet.training.Arithmetic;
import io.github.lenet.training.TrainedNetwork;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.Training;
import io.github.lenet.training.TrainingDivergedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The work of one request, from the data set to the files. */
final class TrainingTask {

    private final TrainingRequest request;
    private final Parent parent;
    private final ModelCache cache;
    private final Instant started = Instant.now();

    /**
     * Prepares the work.
     *
     * @param request what to do
     * @param parent whom to tell
     */
    TrainingTask(TrainingRequest request, Parent parent) {
        this.request = request;
        this.parent = parent;
        this.cache = new ModelCache(request.cacheDirectory(), request.cachedModels(), this::warn);
    }

    /**
     * Does all of it.
     *
     * @return the event that says so
     * @throws WorkerFailure if another process does not let it, the data cannot be read, the training diverges or a
     *     result cannot be written
     */
    @SuppressWarnings("try") // The lock is held, not read.
    WorkerEvent.Result run() throws WorkerFailure {
        var checkpoints = checkpoints();
        try (var reporter = new ProgressReporter(parent);
                var lock =
                        checkpoints.lock(request.lockTimeout(), owner -> parent.send(new WorkerEvent.Waiting(owner)));
                var results = new AtomicFiles(request.files().all())) {
            // Whoever had the lock before may have made this model.
            if (!request.force() && isRestored()) {
                return new WorkerEvent.Restored(Sha256.hex(request.files().model()));
            }
            return train(checkpoints, results, reporter);
        } catch (IOException e) {
            throw new WorkerFailure(
                    WorkerExit.CANNOT_WRITE,
                    "cannot write the results to <outputDirectory> "
                            + request.files().folder().toAbsolutePath() + ": " + FileProblem.describe(e),
                    e);
        }
    }

    /** The build has looked before, and has warned of a doubt. */
    private boolean isRestored() throws IOException {
        var fingerprint = request.inputs().sha256();
        return cache.believes(fingerprint) && cache.restore(fingerprint, request.files());
    }

    private WorkerEvent.Finished train(CheckpointFolder checkpoints, AtomicFiles results, ProgressReporter reporter)
            throws IOException, WorkerFailure {
        var located = locate(reporter);
        checkpoints.deleteAbandoned();
        if (request.force()) {
            checkpoints.delete();
        }
        var images = read(located, reporter);
        warnOfClassesWithoutImages(images);
        var trained = train(images, checkpoints, reporter);
        var sha256 = write(trained, located, images, results);
        // Not before the model is in its place: until then, an interruption must not cost the training.
        checkpoints.delete();
        cache.put(request.inputs().sha256(), request.files());
        return new WorkerEvent.Finished(sha256, trained.keptEpoch(), trained.seconds());
    }

    private void warn(String message) {
        parent.send(new WorkerEvent.Warned(message));
    }

    private LocatedDataset locate(ProgressReporter reporter) throws WorkerFailure {
        var expected = request.inputs().dataset();
        try {
            var located = LocatedDataset.open(expected.name(), request.dataDirectory(), reporter::read);
            var found = new TrainingData(
                    located.name(),
                    located.classNames(),
                    located.sha256(Split.TRAIN),
                    located.imagePreparation(),
                    located.pictureOptions());
            if (!found.equals(expected)) {
                throw new IOException(format(
                        "the files in %s have changed since this build looked at them; run it again",
                        located.directory()));
            }
            return located;
        } catch (IOException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
        }
    }

    private Dataset read(LocatedDataset located, ProgressReporter reporter) throws WorkerFailure {
        try {
            return located.read(Split.TRAIN, reporter::read);
        } catch (IOException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
        }
    }

    /** A test may ask about such a class all the same, and will find that the model never answers it. */
    private void warnOfClassesWithoutImages(Dataset training) {
        var absent = training.absentClasses();
        if (!absent.isEmpty()) {
            warn(format(
                    "no training image shows %s, so the model cannot learn %s",
                    English.classes(absent), absent.size() == 1 ? "it" : "them"));
        }
    }

    private CheckpointFolder checkpoints() {
        return new CheckpointFolder(
                request.cacheDirectory(),
                request.inputs().sha256(),
                Duration.ofSeconds(request.checkpointInterval()),
                this::warn);
    }

    private TrainedNetwork train(Dataset dataset, CheckpointFolder checkpoints, ProgressReporter reporter)
            throws WorkerFailure {
        try {
            var training = Training.of(request.inputs().hyperparameters(), dataset);
            if (request.initialModel() != null) {
                training = training.from(InitialModelReader.read(
                        request.initialModel(), request.inputs(), training.architecture(), this::warn));
            }
            warnOfAShorterWarmup(training.learningRates());
            var arithmetic = arithmetic(request.inputs().arithmetic());
            return new Trainer(arithmetic, request.threads()).train(training, reporter, checkpoints);
        } catch (InvalidParameterException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, e.getMessage(), e);
        } catch (TrainingDivergedException e) {
            throw new WorkerFailure(WorkerExit.FAILED, e.getMessage(), e);
        }
    }

    private void warnOfAShorterWarmup(LearningRates learningRates) {
        var warmup = request.inputs().hyperparameters().warmup();
        if (learningRates.warmup() < warmup) {
            warn(format(
                    "<warmup> is %s, but the whole training has %d: the step size rises over half of them instead. Train more"
                            + " epochs, or set <lenet.warmup>%d</lenet.warmup> in the <properties> of the POM",
                    English.count(warmup, "step"), learningRates.steps(), learningRates.warmup()));
        }
    }

    /** What computes; decided by the inputs, whatever the class path holds. */
    private static Arithmetic.Factory arithmetic(String name) {
        return name.equals(TrainingInputs.KERNELS) ? Arithmetic.kernels() : DeeplearningArithmetic.on(name);
    }

    private String write(TrainedNetwork trained, LocatedDataset dataset, Dataset images, AtomicFiles results)
            throws IOException {
        var files = request.files();
        var archive = TrainedArchive.of(trained, request.inputs());
        var sha256 = archive.write(results.unfinished(files.model()));
        var description = archive.description();
        new TrainingReport(
                        TrainingReport.SCHEMA_VERSION,
                        description.architecture(),
                        description.parameters(),
                        description.dataset().name(),
                        description.hyperparameters(),
                        trained.backend(),
                        trained.epochs(),
                        trained.keptEpoch(),
                        trained.seconds())
                .write(results.unfinished(files.training()));
        Provenance.ofRun(
                        sha256,
                        new TrainingData(
                                dataset.name(),
                                dataset.classNames(),
                                dataset.sha256(),
                                dataset.imagePreparation(),
                                dataset.pictureOptions()),
                        dataset.licence().orElse(null),
                        request.build(),
                        trained.backend(),
                        Math.min(
                                request.threads(),
                                GradientComputation.usefulThreads(
                                        description.hyperparameters().batchSize())),
                        started)
                .write(results.unfinished(files.provenance()));
        if (dataset.isOwn()) {
            TrainingImages.of(sha256, images).write(results.unfinished(files.trainingImages()));
        }
        results.publish();
        return sha256;
    }
}
