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
import io.github.lenet.maven.worker.Work;
import io.github.lenet.maven.worker.WorkerJob;
import io.github.lenet.maven.worker.WorkerJob.Limits;
import io.github.lenet.maven.worker.WorkerLauncher;
import io.github.lenet.maven.worker.WorkerLog;
import io.github.lenet.maven.worker.WorkerOptions;
import io.github.lenet.network.Shape;
import io.github.lenet.onnx.OnnxAnswers;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.onnx.OnnxInput;
import io.github.lenet.onnx.OnnxOutput;
import io.github.lenet.text.English;
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
 * @param options how its process runs
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
        Options options,
        Collection<Artifact> pluginArtifacts,
        OnnxInput input,
        OnnxOutput output,
        Path project,
        Path folder,
        Log log) {

    /** How a process runs, found out if one is needed: the JDK of a toolchain concerns no other model. */
    @FunctionalInterface
    public interface Options {

        /**
         * Finds it out.
         *
         * @return the options
         * @throws MojoExecutionException if there is no such JDK
         */
        WorkerOptions get() throws MojoExecutionException;
    }

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
        var image = new Shape(images.channels(), images.height(), images.width());
        var probabilities = probabilities(
                file, images.name(), image, images.pixels(), images.classNames().size());
        var path = Path.of(file.file());
        var name = Workplace.pathWithin(project, path)
                .orElseGet(() -> path.getFileName().toString());
        return OnnxAnswers.of(file, name, input.configuration(output), images, probabilities);
    }

    /**
     * Lets a network classify images.
     *
     * @param file the network
     * @param title what the images are called in the log
     * @param image the shape of each, which the network takes
     * @param pixels the images: channel after channel, row after row, unsigned bytes
     * @param classes how many classes it tells apart
     * @return for each image the probability of each class
     * @throws IOException if its outputs are not what is said of them, or a file cannot be read or written
     * @throws MojoExecutionException if ONNX Runtime cannot be had, or the worker fails
     */
    public float[] probabilities(OnnxFile file, String title, Shape image, byte[] pixels, int classes)
            throws IOException, MojoExecutionException {
        if (!file.dataFiles().isEmpty()) {
            log.info("Numbers of " + file.file() + " are in " + English.list(file.dataFiles()));
        }
        var outputs = outputs(file, title, image, pixels, classes);
        var meaning = output.of(outputs, classes, file.file());
        if (output == OnnxOutput.AUTO) {
            log.info("The outputs of " + file.file() + " are " + meaning);
        }
        return meaning.probabilities(outputs, classes);
    }

    private float[] outputs(OnnxFile file, String title, Shape image, byte[] pixels, int classes)
            throws IOException, MojoExecutionException {
        var imagesFile = folder.resolve("images.idx");
        var outputsFile = folder.resolve("outputs.idx");
        var images = pixels.length / image.size();
        try {
            IdxWriter.write(
                    imagesFile,
                    new IdxArray(
                            IdxType.UNSIGNED_BYTE,
                            List.of(images, image.channels(), image.height(), image.width()),
                            pixels));
            var path = Path.of(file.file()).toAbsolutePath();
            var request = new InferenceRequest(path, file.sha256(), input, imagesFile, classes, outputsFile);
            launcher.run(job(request), new WorkerLog(title, log, System::nanoTime) {});
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
        var worker = options.get().withArgument("-Djava.io.tmpdir=" + folder.toAbsolutePath());
        return new WorkerJob(
                Work.INFERENCE,
                worker.command(runtime.environment(), libraries),
                folder,
                null,
                request.line(),
                Limits.of(worker.timeoutInSeconds()));
    }

    private static float[] floats(IdxArray array) {
        var floats = new float[array.size()];
        ByteBuffer.wrap(array.bytes()).asFloatBuffer().get(floats);
        return floats;
    }
}
