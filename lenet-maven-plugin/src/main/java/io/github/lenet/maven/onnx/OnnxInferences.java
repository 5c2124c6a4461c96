package io.github.lenet.maven.onnx;

import io.github.lenet.answer.Answers;
import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.IdxArray;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.maven.backend.Backend;
import io.github.lenet.maven.backend.BackendResolver;
import io.github.lenet.maven.backend.WorkerClassPath;
import io.github.lenet.maven.build.Workplace;
import io.github.lenet.maven.worker.JavaExecutable;
import io.github.lenet.maven.worker.Work;
import io.github.lenet.maven.worker.WorkerJob;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerLog;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.onnx.OnnxAnswers;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.worker.InferenceRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Lets networks in ONNX files classify images.
 *
 * @param backends obtains ONNX Runtime
 * @param launcher runs the worker
 * @param pluginArtifacts the plugin's own class path, which the worker shares
 * @param input how the network wants its images
 * @param output what its outputs mean
 * @param project folder of the module, in which files have the same names on every machine
 * @param folder where the worker finds the images and leaves the outputs
 * @param log where the progress goes
 */
public record OnnxInferences(
        BackendResolver backends,
        WorkerLauncher launcher,
        Collection<Artifact> pluginArtifacts,
        OnnxInput input,
        OnnxOutput output,
        Path project,
        Path folder,
        Log log) {

    /**
     * Lets a network classify every image of a data set.
     *
     * @param file the network
     * @param images the images
     * @return its answers with the probability of each class, in the order of the images
     * @throws IOException if the network does not fit the images, or a file cannot be read or written
     * @throws MojoExecutionException if ONNX Runtime cannot be had, or the worker fails
     */
    public Answers answers(OnnxFile file, Dataset images) throws IOException, MojoExecutionException {
        OnnxAnswers.requireFitting(file, input, images);
        var classes = images.classNames().size();
        var outputs = outputs(file, images, classes);
        var meaning = output.of(outputs, classes, file.file());
        if (output == OnnxOutput.AUTO) {
            log.info("The outputs of " + file.file() + " are " + meaning);
        }
        var path = Path.of(file.file());
        var name = Workplace.pathWithin(project, path)
                .orElseGet(() -> path.getFileName().toString());
        return OnnxAnswers.of(file, name, images, meaning.probabilities(outputs, classes));
    }

    private float[] outputs(OnnxFile file, Dataset images, int classes) throws IOException, MojoExecutionException {
        var imagesFile = folder.resolve("images.idx");
        var outputsFile = folder.resolve("outputs.idx");
        try {
            IdxWriter.write(
                    imagesFile,
                    new IdxArray(
                            IdxType.UNSIGNED_BYTE,
                            List.of(images.size(), images.channels(), images.height(), images.width()),
                            images.pixels()));
            var path = Path.of(file.file()).toAbsolutePath();
            var request = new InferenceRequest(path, file.sha256(), input, imagesFile, classes, outputsFile);
            launcher.run(job(request), new WorkerLog(images.name(), log, System::nanoTime) {});
            return floats(IdxReader.read(outputsFile));
        } finally {
            Files.deleteIfExists(imagesFile);
            Files.deleteIfExists(outputsFile);
        }
    }

    private WorkerJob job(InferenceRequest request) throws MojoExecutionException {
        var runtime = Backend.onnxRuntime();
        var libraries = WorkerClassPath.of(pluginArtifacts, backends.resolve(runtime));
        // ONNX Runtime unpacks its native libraries there, and does not remove the folder.
        var temporary = "-Djava.io.tmpdir=" + folder.toAbsolutePath();
        var options = new WorkerOptions(0, JavaExecutable.ofThisJvm(), List.of(temporary), 0);
        return new WorkerJob(
                Work.INFERENCE,
                options.command(runtime.environment(), libraries),
                folder,
                null,
                request.line(),
                Limits.of(options.timeoutInSeconds()));
    }

    private static float[] floats(IdxArray array) {
        var floats = new float[array.size()];
        ByteBuffer.wrap(array.bytes()).asFloatBuffer().get(floats);
        return floats;
    }
}
