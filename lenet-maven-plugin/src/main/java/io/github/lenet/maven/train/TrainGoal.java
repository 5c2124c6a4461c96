package io.github.lenet.maven.train;

import io.github.lenet.dataset.LocatedDataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.AtomicFile;
import io.github.lenet.io.FileTree;
import io.github.lenet.maven.backend.BackendRequest;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.backend.SelectedBackend;
import io.github.lenet.maven.backend.WorkerClassPath;
import io.github.lenet.maven.data.DatasetProvider;
import io.github.lenet.maven.worker.WorkerJob;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.model.TrainingData;
import io.github.lenet.model.TrainingInputs;
import io.github.lenet.worker.TrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Trains a model: obtains the data and the libraries, runs the worker, and puts the model in its places. */
public final class TrainGoal {

  /** By name, because this class would otherwise be one that needs Deeplearning4j. */
  private static final String WORKER = "io.github.lenet.worker.TrainingWorker";

  private final DatasetProvider datasets;
  private final BackendResolver backends;
  private final WorkerLauncher launcher;
  private final Collection<Artifact> pluginArtifacts;
  private final Log log;

  /**
   * Puts the parts together.
   *
   * @param datasets obtains the data
   * @param backends obtains the libraries
   * @param launcher runs the worker
   * @param pluginArtifacts the plugin's own class path, which the worker shares
   * @param log where the progress goes
   */
  public TrainGoal(
      DatasetProvider datasets,
      BackendResolver backends,
      WorkerLauncher launcher,
      Collection<Artifact> pluginArtifacts,
      Log log) {
    this.datasets = datasets;
    this.backends = backends;
    this.launcher = launcher;
    this.pluginArtifacts = pluginArtifacts;
    this.log = log;
  }

  /**
   * Trains.
   *
   * @param request what to train
   * @throws IOException if the data cannot be had, or a file cannot be written
   * @throws MojoExecutionException if the libraries cannot be had, or the worker fails
   */
  public void run(TrainRequest request) throws IOException, MojoExecutionException {
    FileTree.create(request.outputDirectory());
    // Before any download: a machine without the graphics card that is asked for need not fetch the data first.
    var selected = backends.select(request.backend());
    var dataset = datasets.obtain(request.dataset());
    var classPath = WorkerClassPath.of(pluginArtifacts, backends.resolve(selected.backend()));
    var inputs = inputs(request, dataset, selected);
    var job = job(request, inputs, dataset.directory(), selected.environment(), classPath);
    var result = launcher.run(job, new TrainingLog(request, log));
    log.info(TrainingLog.summary(request.modelFile(), result));
    if (request.packagedModel() != null) {
      AtomicFile.write(request.packagedModel(), out -> Files.copy(request.modelFile(), out));
    }
  }

  private static TrainingInputs inputs(TrainRequest request, LocatedDataset dataset, SelectedBackend selected) {
    var backend = new BackendRequest(selected.backend().name(), request.backend().classifier(), false);
    var data = new TrainingData(dataset.name(), dataset.classNames(), dataset.sha256(Split.TRAIN));
    return TrainingInputs.of(backend.arithmetic(), data, request.hyperparameters());
  }

  private static WorkerJob job(
      TrainRequest request,
      TrainingInputs inputs,
      Path dataDirectory,
      Map<String, String> environment,
      List<Path> classPath) {
    var folder = request.outputDirectory().resolve("worker");
    return new WorkerJob(
        request.java(),
        request.jvmArguments(),
        environment,
        classPath,
        WORKER,
        folder,
        request.outputDirectory(),
        (file, port, token) -> workerRequest(request, inputs, dataDirectory, port, token).write(file),
        Limits.of(request.timeoutInSeconds()));
  }

  private static TrainingRequest workerRequest(
      TrainRequest request, TrainingInputs inputs, Path dataDirectory, int port, String token) {
    return new TrainingRequest(
        inputs,
        dataDirectory,
        request.threads(),
        request.dataset().cacheDirectory(),
        request.checkpointInterval(),
        request.build(),
        request.modelFile(),
        request.outputDirectory().resolve("training.json"),
        request.outputDirectory().resolve("provenance.json"),
        port,
        token);
  }
}
