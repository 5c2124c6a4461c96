package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.Sha256;
import io.github.lenet.onnx.OnnxInput;
import java.nio.file.Path;

/**
 * What a network in an ONNX file is to compute.
 *
 * @param model the file
 * @param sha256 digest that it must have, in hexadecimal
 * @param input how the network wants its images
 * @param images an IDX file of unsigned bytes: images, channels, rows, columns
 * @param classes how many numbers the network must give for an image
 * @param outputs the IDX file to write, of floats: images, classes
 */
public record InferenceRequest(Path model, String sha256, OnnxInput input, Path images, int classes, Path outputs)
        implements WorkerRequest {

    /**
     * Checks the digest and the number.
     *
     * @throws IllegalArgumentException if the digest is none, or there is no class
     */
    public InferenceRequest {
        Sha256.require("sha256", sha256);
        if (classes < 1) {
            throw new IllegalArgumentException(format("%d classes are none", classes));
        }
    }
}
