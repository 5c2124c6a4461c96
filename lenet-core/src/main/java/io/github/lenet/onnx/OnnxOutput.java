package io.github.lenet.onnx;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.EvaluationException;
import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;

/** What the numbers mean that a network gives for the classes of an image. */
public enum OnnxOutput {

    /** One of the other two, whichever the numbers of all images allow. */
    AUTO,
    /** From 0 to 1, with the sum 1. */
    PROBABILITIES,
    /** Softmax makes probabilities of them. */
    LOGITS;

    private static final Choice<OnnxOutput> CHOICE =
            new Choice<>("onnxOutput", List.of(values()), OnnxOutput::toString);

    /** How far the sum may be from 1. */
    private static final double TOLERANCE = 1e-3;

    /**
     * The meaning of a name.
     *
     * @param name the name, as in the POM
     * @return the meaning
     * @throws InvalidParameterException if there is none of that name; it lists those that there are
     */
    public static OnnxOutput named(String name) {
        return CHOICE.named(name);
    }

    /**
     * Finds out what the numbers mean, or checks what is said.
     *
     * @param outputs for each image a number for each class
     * @param classes number of classes
     * @param file the file of the network, for the message of an error
     * @return {@link #PROBABILITIES} or {@link #LOGITS}
     * @throws EvaluationException if the numbers are not what is said, or may be either
     */
    public OnnxOutput of(float[] outputs, int classes, String file) throws EvaluationException {
        if (this == LOGITS) {
            return LOGITS;
        }
        String problem = null;
        for (var image = 0; image < outputs.length / classes; image++) {
            var sum = 0D;
            var areShares = true;
            for (var i = image * classes; i < (image + 1) * classes; i++) {
                sum += outputs[i];
                areShares &= outputs[i] >= 0 && outputs[i] <= 1;
            }
            // A network that gives NaN has no answer to this image, whatever its numbers mean.
            if (Double.isNaN(sum) || (areShares && Math.abs(sum - 1) <= TOLERANCE)) {
                continue;
            }
            if (this == AUTO && !areShares) {
                return LOGITS;
            }
            if (problem == null) {
                problem = areShares
                        ? format("for image %d their sum is %.4f", image, sum)
                        : format("for image %d one is not from 0 to 1", image);
            }
        }
        if (problem == null) {
            return PROBABILITIES;
        }
        throw new EvaluationException(format(
                "the outputs of %s are no probabilities: %s. If its last layer is no softmax, set"
                        + " <onnxOutput>logits</onnxOutput> (-Dlenet.onnxOutput=logits)",
                file, problem));
    }

    /**
     * Makes probabilities of the numbers, if they are none.
     *
     * @param outputs for each image a number for each class
     * @param classes number of classes
     * @return the probabilities; of an image with NaN or infinity they are NaN
     */
    public float[] probabilities(float[] outputs, int classes) {
        var probabilities = outputs.clone();
        if (this == LOGITS) {
            for (var begin = 0; begin < outputs.length; begin += classes) {
                softmax(probabilities, begin, classes);
            }
        }
        return probabilities;
    }

    private static void softmax(float[] numbers, int begin, int classes) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var i = begin; i < begin + classes; i++) {
            largest = Math.max(largest, numbers[i]);
        }
        var sum = 0D;
        for (var i = begin; i < begin + classes; i++) {
            sum += StrictMath.exp(numbers[i] - largest);
        }
        for (var i = begin; i < begin + classes; i++) {
            numbers[i] = (float) (StrictMath.exp(numbers[i] - largest) / sum);
        }
    }

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
