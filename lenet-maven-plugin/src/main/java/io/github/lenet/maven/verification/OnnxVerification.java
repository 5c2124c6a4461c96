package io.github.lenet.maven.verification;

import io.github.lenet.dataset.Split;
import io.github.lenet.evaluation.Evaluation;
import io.github.lenet.gate.Coverage;
import io.github.lenet.maven.dataset.DatasetProvider;
import io.github.lenet.maven.gate.Conclusion;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.onnx.OnnxFile;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Measures a network in an ONNX file, and decides whether the build passes.
 *
 * @param datasets obtains the images
 * @param baselines obtains what to compare with
 * @param inferences lets the network answer
 * @param conclusion what becomes of the verdict
 */
record OnnxVerification(
        DatasetProvider datasets, Baselines baselines, OnnxInferences inferences, Conclusion conclusion) {

    /** As {@link VerifyGoal#run}. */
    void run(VerifyRequest request, OnnxFile file) throws IOException, MojoExecutionException, MojoFailureException {
        var demands = request.demands();
        var dataset = datasets.obtain(request.dataset(), Split.TEST);
        demands.requireFitting(dataset.classNames());
        // Before the measuring, so that a build which cannot be judged ends at once.
        var baseline = demands.baseline() == null
                ? null
                : baselines.obtain(demands.baseline(), dataset.isOwn()).orElse(null);
        var images = dataset.read(Split.TEST);
        var answers = inferences.answers(file, images);
        var evaluation = Evaluation.of(answers);
        var comparison = baseline == null ? null : baseline.compare(answers, images);
        var further = Checked.all(demands.evaluations(), datasets, others -> inferences.answers(file, others));
        var warnings = new ArrayList<>(Coverage.warnings(evaluation, Checked.evaluations(further)));
        if (baseline != null) {
            warnings.addAll(baseline.warnings(images));
        }
        new ForeignVerdict(request, answers, evaluation, new ForeignVerdict.Images(dataset, images))
                .draw(conclusion, comparison, further, warnings);
    }
}
