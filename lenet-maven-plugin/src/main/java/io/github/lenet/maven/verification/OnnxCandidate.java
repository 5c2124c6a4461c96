package io.github.lenet.maven.verification;

import io.github.lenet.answer.Answers;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.maven.onnx.OnnxInferences;
import io.github.lenet.onnx.OnnxFile;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A network in an ONNX file.
 *
 * @param file the network
 * @param inferences lets it answer
 */
record OnnxCandidate(OnnxFile file, OnnxInferences inferences) implements Candidate {

    @Override
    public String title() {
        return "model " + file.file();
    }

    @Override
    public String sha256() {
        return file.sha256();
    }

    @Override
    public Answers answersTo(Dataset images) throws IOException, MojoExecutionException {
        return inferences.answers(file, images);
    }
}
