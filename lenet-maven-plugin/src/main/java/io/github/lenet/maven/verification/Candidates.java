package io.github.lenet.maven.verification;

import io.github.lenet.maven.model.ModelOptions;
import io.github.lenet.maven.model.ModelProvider;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.maven.training.PlannedTraining;
import io.github.lenet.onnx.OnnxFile;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Gets what is verified, whatever it is.
 *
 * @param models obtains a model
 * @param inferences lets networks in ONNX files answer
 * @param log where it is reported what cannot be told
 */
record Candidates(ModelProvider models, OnnxInferences inferences, Log log) {

    /**
     * Gets a model, or what one has predicted.
     *
     * @param options which one
     * @param goal the goal that needs it, such as {@code verify}
     * @param trainings the trainings of the POM that would write it
     */
    Candidate obtain(ModelOptions options, String goal, List<PlannedTraining> trainings)
            throws IOException, MojoExecutionException {
        if (options.predictions() != null) {
            return PredictionsCandidate.of(options.predictions(), goal);
        }
        var model = models.obtain(options, goal);
        var network = OnnxFile.find(model.path());
        return network.isPresent()
                ? new OnnxCandidate(network.get(), inferences)
                : new TrainedCandidate(model, model.classifier(), trainings, log);
    }
}
