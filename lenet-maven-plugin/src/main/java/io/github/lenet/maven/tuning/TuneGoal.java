package io.github.lenet.maven.tuning;

import io.github.lenet.archive.InitialModel;
import io.github.lenet.dataset.Split;
import io.github.lenet.maven.backend.Backend;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.backend.WorkerClassPath;
import io.github.lenet.maven.build.GoalOutput;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.spark.SparkInstallation;
import io.github.lenet.maven.spark.SparkSubmit;
import io.github.lenet.maven.worker.Work;
import io.github.lenet.maven.worker.WorkerCommand;
import io.github.lenet.maven.worker.WorkerJob;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.page.TuningFiles;
import io.github.lenet.page.TuningSummary;
import io.github.lenet.recipe.TrainingInputs;
import io.github.lenet.search.Advice;
import io.github.lenet.search.Tuning;
import io.github.lenet.worker.SearchRequest;
import io.github.lenet.worker.WorkerEvent.Searched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Searches: obtains the training images, runs the worker, writes what was found, and says what to do.
 *
 * @param datasets obtains the data
 * @param backends obtains the driver for Spark
 * @param launcher runs the worker
 * @param pluginArtifacts the plugin's own class path, which is all that a search on this machine needs
 * @param output where the advice goes
 * @param log where the progress goes
 */
public record TuneGoal(
        DatasetProvider datasets,
        BackendResolver backends,
        WorkerLauncher launcher,
        Collection<Artifact> pluginArtifacts,
        GoalOutput output,
        Log log) {

    /**
     * Searches.
     *
     * @param request what to search
     * @throws IOException if the data cannot be had, or a file cannot be written
     * @throws MojoExecutionException if no repository holds the data, or the worker fails
     */
    public void run(TuneRequest request) throws IOException, MojoExecutionException {
        // Refuses images that the present network cannot take, before anything is downloaded.
        datasets.network(request.dataset(), request.current().architecture());
        var command = command(request);
        var dataset = datasets.obtain(request.dataset(), Split.TRAIN);
        var folder = request.files().directory().resolve("worker");
        var job = new WorkerJob(
                Work.SEARCH,
                command,
                folder,
                null,
                workerRequest(request, dataset.directory()).line(),
                Limits.of(request.worker().timeoutInSeconds()));
        var changed = EarlierSpace.replaceIn(folder, request.space());
        if (!changed.isEmpty()) {
            log.info(changed);
        }
        var result = (Searched) launcher.run(job, new TuningLog(request, log));
        request.files().write(request.name(), request.dataset().name(), result.tuning());
        conclude(request.files(), result.tuning());
    }

    private WorkerCommand command(TuneRequest request) throws IOException, MojoExecutionException {
        if (request.spark() == null) {
            return request.worker().command(Map.of(), WorkerClassPath.of(pluginArtifacts, List.of()));
        }
        var installation = SparkInstallation.find(request.spark().home(), System.getenv());
        return new SparkSubmit(
                installation,
                request.worker().java(),
                request.spark(),
                "lenet:tune " + request.name(),
                WorkerClassPath.of(List.of(), backends.resolve(Backend.spark())));
    }

    private SearchRequest workerRequest(TuneRequest request, Path dataDirectory)
            throws IOException, MojoExecutionException {
        var inputs = TrainingInputs.of(
                TrainingInputs.KERNELS,
                datasets.trainingData(request.dataset()),
                request.current(),
                request.initialModel() == null ? null : InitialModel.sha256(request.initialModel()));
        return new SearchRequest(
                inputs,
                request.present(),
                request.space().texts(),
                request.options(),
                dataDirectory,
                request.initialModel(),
                request.trialsAtATime(),
                request.worker().threadsOrProcessors(),
                request.timeBudget().toSeconds(),
                request.dataset().cacheDirectory(),
                request.checkpointInterval(),
                request.lockTimeout());
    }

    private void conclude(TuningFiles files, Tuning tuning) {
        log.info(TuningSummary.reason(tuning));
        if (tuning.advice() == Advice.CHANGE) {
            log.info("Better values, to paste into the POM:");
            TuningSummary.properties(tuning).forEach(output::print);
        } else {
            output.print("Nothing better was found: keep the values of the POM.");
        }
        log.info("Page: " + files.pageFile());
    }
}
