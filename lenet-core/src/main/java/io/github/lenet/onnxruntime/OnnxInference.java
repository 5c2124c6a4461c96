package io.github.lenet.onnxruntime;

import static io.github.lenet.text.Formatting.format;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.lenet.onnx.GraphValue;
import io.github.lenet.onnx.OnnxFile;
import io.github.lenet.onnx.OnnxFormatException;
import io.github.lenet.onnx.OnnxInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Computes a network with ONNX Runtime, on the processor. */
public final class OnnxInference {

    /** Where the graph leaves the size of a batch open. */
    private static final int USUAL_BATCH = 64;

    private static final int LARGEST_BATCH = 256;

    private final OnnxFile file;
    private final OnnxInput input;
    private final int channels;
    private final int height;
    private final int width;
    private final int batch;

    /**
     * Prepares the computation.
     *
     * @param file the network
     * @param input how it wants its images
     * @param channels channels of an image
     * @param height rows of an image
     * @param width columns of an image
     * @throws OnnxFormatException if the graph wants more images at a time than fit into memory
     */
    public OnnxInference(OnnxFile file, OnnxInput input, int channels, int height, int width)
            throws OnnxFormatException {
        this.file = file;
        this.input = input;
        this.channels = channels;
        this.height = height;
        this.width = width;
        var wanted = file.input().sizes().get(0);
        if (wanted > LARGEST_BATCH) {
            throw new OnnxFormatException(
                    file.file(),
                    format("it takes %d images at a time, but may take at most %d", wanted, LARGEST_BATCH));
        }
        this.batch = wanted == GraphValue.ANY ? USUAL_BATCH : wanted.intValue();
    }

    /**
     * Gives images to the network. What the last batch lacks, where the graph fixes its size, is filled up with images
     * of the one before, whose outputs are left out.
     *
     * @param pixels images of bytes from 0 to 255: channels, rows, columns
     * @param classes how many numbers the network must give for an image
     * @param progress hears how many bytes of images are done, after each batch
     * @return for each image a number for each class
     * @throws OnnxFormatException if ONNX Runtime refuses the network, or it gives something else
     */
    public float[] outputs(byte[] pixels, int classes, LongConsumer progress) throws OnnxFormatException {
        var size = height * width;
        var images = pixels.length / (channels * size);
        var outputs = new float[images * classes];
        var buffer = ByteBuffer.allocateDirect(batch * channels * size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try (var session = session()) {
            for (var from = 0; from < images; from += batch) {
                var count = Math.min(batch, images - from);
                input.put(pixels, from, count, channels, size, buffer);
                var rows = file.input().sizes().get(0) == GraphValue.ANY ? count : batch;
                run(session, buffer.slice(0, rows * channels * size), rows, classes)
                        .get(outputs, from * classes, count * classes);
                progress.accept((long) count * channels * size);
            }
            return outputs;
        } catch (OrtException e) {
            throw new OnnxFormatException(file.file(), "ONNX Runtime cannot compute it: " + e.getMessage(), e);
        }
    }

    private OrtSession session() throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        // The variable of the worker's environment says the same, but not to Windows.
        environment.setTelemetry(false);
        return environment.createSession(file.bytes());
    }

    private FloatBuffer run(OrtSession session, FloatBuffer images, int count, int classes)
            throws OrtException, OnnxFormatException {
        var name = file.output().name();
        var shape = input.shape(count, channels, height, width);
        try (var tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), images, shape);
                var result = session.run(Map.of(file.input().name(), tensor), Set.of(name))) {
            var output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            if (output.remaining() != count * classes) {
                throw new OnnxFormatException(
                        file.file(),
                        format(
                                "its output %s has %d numbers for %d images of %d classes",
                                name, output.remaining(), count, classes));
            }
            return output;
        }
    }
}
