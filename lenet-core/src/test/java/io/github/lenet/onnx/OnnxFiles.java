package io.github.lenet.onnx;

import io.github.lenet.dataset.Dataset;
import io.github.lenet.dataset.IdxReader;
import io.github.lenet.dataset.IdxType;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/** The network that {@code mnist-cnn.py} has trained and exported with PyTorch, and what it gave there. */
public final class OnnxFiles {

    /** How it wants its images. */
    public static final OnnxInput INPUT = OnnxInput.of("nchw", "0.1307", "0.3081");

    private OnnxFiles() {}

    /** The network: numbers for the classes, without softmax. */
    public static Path network() {
        return file("mnist-cnn.onnx");
    }

    /** The digits that it was given there. */
    public static Dataset images() {
        return SyntheticDigits.test(200, 1);
    }

    /** What PyTorch computed for them. */
    public static float[] logits() throws IOException {
        var array = IdxReader.read(file("mnist-cnn-logits"));
        if (array.type() != IdxType.FLOAT) {
            throw new IllegalStateException("no floats");
        }
        var logits = new float[array.size()];
        ByteBuffer.wrap(array.bytes()).asFloatBuffer().get(logits);
        return logits;
    }

    private static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(OnnxFiles.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
