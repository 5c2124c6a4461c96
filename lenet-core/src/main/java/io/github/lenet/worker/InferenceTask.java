package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.IdxArray;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.dataset.IdxWriter;
import io.github.lenet.io.FileProblem;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.onnx.OnnxFormatException;
import io.github.lenet.onnxruntime.OnnxInference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The work of one inference, from the file of the network to what it gave for each image. */
final class InferenceTask {

    private final InferenceRequest request;
    private final Parent parent;

    /**
     * Prepares the work.
     *
     * @param request what to do
     * @param parent whom to tell
     */
    InferenceTask(InferenceRequest request, Parent parent) {
        this.request = request;
        this.parent = parent;
    }

    /**
     * Does all of it.
     *
     * @return the event that says so
     * @throws WorkerFailure if the network cannot be used, or a file cannot be read or written
     */
    WorkerEvent.Result run() throws WorkerFailure {
        try (var reporter = new ProgressReporter(parent)) {
            var file = OnnxFile.read(request.model());
            if (!file.sha256().equals(request.sha256())) {
                throw new OnnxFormatException(file.file(), "it is another file than a moment ago");
            }
            var images = IdxReader.read(request.images());
            var sizes = images.dimensions();
            var inference = new OnnxInference(file, request.input(), sizes.get(1), sizes.get(2), sizes.get(3));
            write(sizes.get(0), inference.outputs(images.bytes(), request.classes(), reporter::read));
            return new WorkerEvent.Inferred(sizes.get(0));
        } catch (IOException e) {
            throw new WorkerFailure(WorkerExit.BAD_DATA, FileProblem.describe(e), e);
        } catch (LinkageError e) {
            // The message that tells most is that of the library which could not be loaded.
            var reason = e.getCause() == null ? e : e.getCause();
            throw new WorkerFailure(
                    WorkerExit.FAILED,
                    format("ONNX Runtime cannot be loaded on this machine: %s", reason.getMessage()),
                    e);
        }
    }

    private void write(int images, float[] outputs) throws IOException {
        var bytes = ByteBuffer.allocate(outputs.length * Float.BYTES);
        bytes.asFloatBuffer().put(outputs);
        IdxWriter.write(
                request.outputs(), new IdxArray(IdxType.FLOAT, List.of(images, request.classes()), bytes.array()));
    }
}
