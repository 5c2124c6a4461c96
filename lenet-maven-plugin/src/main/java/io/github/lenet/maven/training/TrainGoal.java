package io.github.lenet.maven.training;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.cache.ModelCache;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.FileTree;
import io.github.lenet.maven.backend.Backend;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.backend.WorkerClassPath;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.worker.Work;
import io.github.lenet.maven.worker.WorkerJob;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.parameter.InvalidParameterException;
import io.github.lenet.recipe.TrainableNetworks;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.worker.TrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model: obtains the data and the libraries, runs the worker, and puts the model in its places.
 *
 * @param datasets obtains the data
 * @param backends obtains the libraries
 * @param launcher runs the worker
 * @param pluginArtifacts the plugin's own class path, which the worker shares
 * @param log where the progress goes
 */
public record TrainGoal(
        DatasetProvider datasets,
        BackendResolver backends,
        WorkerLauncher launcher,
        Collection<Artifact> pluginArtifacts,
        Log log) {

    /**
     * Trains, unless the model that a training would make is there or in the cache.
     *
     * @param request what to train
     * @throws IOException if the data cannot be had, or a file cannot be written
     * @throws MojoExecutionException if the libraries cannot be had, or the worker fails
     */
    public void run(TrainRequest request) throws IOException, MojoExecutionException {
        if (request.writesInitialModel()) {
            throw new InvalidParameterException(
                    "initialModel",
                    String.valueOf(request.initialModel()),
                    "is the file that this training writes; go on from a copy of it");
        }
        FileTree.create(request.outputDirectory());
        var selected = selectedByMachine(request);
        var inputs = inputs(request, selected);
        if (!isKept(request, inputs)) {
            // Before any download: a machine without the graphics card that is asked for need not fetch the data first.
            train(request, inputs, selected == null ? backends.select(request.backend()) : selected);
        }
        if (request.packagedModel() != null) {
            request.packagedModel().write(request.files().model());
        }
    }

    /**
     * What decides the bits of the model. Neither loads the data nor starts a process.
     *
     * @param request what to train
     * @return the inputs of that training
     * @throws IOException if data of the user's own cannot be read
     * @throws MojoExecutionException if no repository holds the data
     */
    public TrainingInputs inputs(TrainRequest request) throws IOException, MojoExecutionException {
        return inputs(request, selectedByMachine(request));
    }

    /** Null, unless the machine decides what computes: no model is refused for want of a graphics card. */
    private @Nullable Backend selectedByMachine(TrainRequest request) throws IOException, MojoExecutionException {
        var backend = backendForNetwork(request);
        return request.backend().isAuto() ? backends.select(backend) : null;
    }

    /** What the POM asks for, where the network can be trained there; refuses images that no training could take. */
    private BackendRequest backendForNetwork(TrainRequest request) throws IOException, MojoExecutionException {
        var objection = TrainableNetworks.objectionOfCard(
                datasets.network(request.dataset(), request.hyperparameters().architecture()));
        if (objection.isEmpty()) {
            return request.backend();
        }
        if (request.backend().isAuto()) {
            log.info("Backend cpu (auto): cuda " + objection.get());
        }
        return request.backend().withoutCard(objection.get());
    }

    private TrainingInputs inputs(TrainRequest request, @Nullable Backend selected)
            throws IOException, MojoExecutionException {
        var backend = selected == null ? request.backend() : new BackendRequest(selected.name(), null, false);
        return TrainingInputs.of(
                backend.arithmetic(),
                datasets.trainingData(request.dataset()),
                request.hyperparameters(),
                request.initialModel() == null ? null : InitialModel.sha256(request.initialModel()));
    }

    /** Neither loads the data nor starts a process. */
    private boolean isKept(TrainRequest request, TrainingInputs inputs) throws IOException {
        var fingerprint = inputs.sha256();
        if (request.reuse().isForced()) {
            log.info("Training, because " + request.reuse().forcedBecause());
            return false;
        }
        var reason = new ExistingModel(request.files()).reasonToTrain(inputs);
        if (reason.isEmpty()) {
            log.info(TrainingLog.kept(request.files().model(), "is up to date", fingerprint));
            return true;
        }
        var cache = new ModelCache(
                request.dataset().cacheDirectory(), request.reuse().cachedModels(), log::warn);
        // Before the model of the cache takes the place of the one that is there.
        var because = Files.exists(request.files().model()) ? " (because " + reason.get() + ")" : "";
        if (cache.restore(fingerprint, request.files())) {
            log.info(TrainingLog.kept(request.files().model(), "comes from the cache" + because, fingerprint));
            return true;
        }
        log.info("Training, because " + reason.get());
        return false;
    }

    private void train(TrainRequest request, TrainingInputs inputs, Backend selected)
            throws IOException, MojoExecutionException {
        var dataset = datasets.obtain(request.dataset(), Split.values());
        TrainingLog.foreignArithmetic(inputs.arithmetic()).ifPresent(log::info);
        TrainingLog.fewerThreads(request).ifPresent(log::info);
        if (request.initialModel() != null) {
            log.info("Going on from " + request.initialModel());
        }
        var command = request.worker()
                .command(selected.environment(), WorkerClassPath.of(pluginArtifacts, backends.resolve(selected)));
        var job = new WorkerJob(
                Work.TRAINING,
                command,
                request.outputDirectory().resolve("worker"),
                request.files().model(),
                workerRequest(request, inputs, dataset.directory()).line(),
                Limits.of(request.worker().timeoutInSeconds()));
        var training = new TrainingLog(request, inputs.sha256(), log);
        training.accept(launcher.run(job, training));
    }

    private static TrainingRequest workerRequest(TrainRequest request, TrainingInputs inputs, Path dataDirectory) {
        return new TrainingRequest(
                inputs,
                dataDirectory,
                request.initialModel(),
                request.worker().threadsOrProcessors(),
                request.dataset().cacheDirectory(),
                request.reuse().checkpointInterval(),
                request.reuse().isForced(),
                request.reuse().cachedModels(),
                request.reuse().lockTimeout(),
                request.build().get(),
                request.files());
    }
}
