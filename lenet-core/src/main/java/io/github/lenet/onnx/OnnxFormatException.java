package io.github.lenet.onnx;

import io.github.lenet.text.Printable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An ONNX file that cannot be used. ONNX Runtime has not seen it, unless it is what found the problem. */
public final class OnnxFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The problem may quote the file. */
    private static final int MAXIMUM_LENGTH = 500;

    /**
     * Names the file and what is wrong with it.
     *
     * @param file the file, as the user would name it
     * @param problem what is wrong, and what to do if there is something to do, without a full stop at its end
     */
    public OnnxFormatException(String file, String problem) {
        this(file, problem, null);
    }

    /**
     * Names the file and what is wrong with it.
     *
     * @param file the file, as the user would name it
     * @param problem what is wrong, without a full stop at its end
     * @param cause what found the problem
     */
    public OnnxFormatException(String file, String problem, @Nullable Throwable cause) {
        super(file + " is no usable ONNX model: " + Printable.of(problem, MAXIMUM_LENGTH), cause);
    }
}
