package io.github.lenet.worker;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.LocatedDataset;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.FileProblem;
import io.github.lenet.io.Json;
import io.github.lenet.io.Sha256;
import io.github.lenet.model.InvalidParameterException;
import io.github.lenet.model.Provenance;
import io.github.lenet.model.Software;
import io.github.lenet.report.TrainingReport;
import io.github.lenet.training.TrainedModel;
import io.github.lenet.training.Trainer;
import io.github.lenet.training.TrainingDivergedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The work of one request, from the data set to the files. */
final class TrainingTask {

  private final TrainingRequest request;
  private final Parent parent;
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
  }

  /**
   * Does all of it.
   *
   * @return the event that says so
   * @throws WorkerFailure if the data cannot be read, the training diverges or a result cannot be written
   */
  WorkerEvent.Finished run() throws WorkerFailure {
    try (var files = ResultFiles.prepare(request)) {
      var located = locate();
      var checkpoints = checkpoints(located);
      checkpoints.deleteAbandoned();
      var model = train(read(located), checkpoints);
      var sha256 = write(model, located, files);
      // Not before the model is in its place: until then, an interruption must not cost the training.
      checkpoints.delete();
      return new WorkerEvent.Finished(sha256, model.keptEpoch(), model.seconds());
    } catch (IOException e) {
      throw new WorkerFailure(
          WorkerExit.CANNOT_WRITE,
          "cannot write the results to " + request.modelFile().toAbsolutePath().getParent() + ": "
              + FileProblem.describe(e) + ". Check the folder and the space on its disk, or choose another <outputDirectory>",
          e);
    }
  }

  private LocatedDataset locate() throws WorkerFailure {
    try {
      return LocatedDataset.open(request.dataset(), request.dataDirectory());
    } catch (IOException e) {
      throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
    }
  }

  private Dataset read(LocatedDataset located) throws WorkerFailure {
    try {
      return located.read(Split.TRAIN);
    } catch (IOException e) {
      throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
    }
  }

  private CheckpointFolder checkpoints(LocatedDataset located) {
    return new CheckpointFolder(
        request.cacheDirectory(),
        fingerprint(located),
        Duration.ofSeconds(request.checkpointInterval()),
        message -> parent.send(new WorkerEvent.Warned(message)));
  }

  private String fingerprint(LocatedDataset located) {
    var inputs = List.of(Software.current(), located.sha256(), request.hyperparameters());
    return Sha256.hex(Json.bytes(inputs));
  }

  private TrainedModel train(Dataset dataset, CheckpointFolder checkpoints) throws WorkerFailure {
    var hyperparameters = request.hyperparameters();
    try (var reporter = new ProgressReporter(parent)) {
      var trainer = new Trainer(hyperparameters, request.threads(), reporter);
      if (hyperparameters.validationFraction() == 0) {
        return trainer.train(dataset, null, checkpoints);
      }
      var parts = dataset.stratifiedHoldOut(hyperparameters.validationFraction(), hyperparameters.seed());
      return trainer.train(parts.training(), parts.validation(), checkpoints);
    } catch (InvalidParameterException e) {
      throw new WorkerFailure(WorkerExit.BAD_DATA, e.getMessage(), e);
    } catch (TrainingDivergedException e) {
      throw new WorkerFailure(WorkerExit.FAILED, e.getMessage(), e);
    }
  }

  private String write(TrainedModel model, LocatedDataset dataset, ResultFiles files) throws IOException {
    var archive = model.archive(dataset.sha256());
    var sha256 = archive.write(files.model());
    var description = archive.description();
    new TrainingReport(
            TrainingReport.SCHEMA_VERSION,
            description.architecture(),
            description.parameters(),
            description.dataset().name(),
            model.hyperparameters(),
            model.backend(),
            model.epochs(),
            model.keptEpoch(),
            model.seconds())
        .write(files.training());
    Provenance.ofRun(
            sha256,
            description.dataset(),
            dataset.licence().orElse(null),
            request.build(),
            model.backend(),
            request.threads(),
            started)
        .write(files.provenance());
    files.publish();
    return sha256;
  }
}
