package io.github.lenet.worker;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is no checkpoint of the training that asks for it, or a damaged one. Nothing of it has been used. */
public final class CheckpointFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the file, the place and what is wrong.
     *
     * @param file the file
     * @param offset where the problem is, in bytes from the beginning
     * @param problem what is wrong, without a full stop at its end
     */
    CheckpointFormatException(Path file, long offset, @Nullable String problem) {
        super(format("%s is no usable checkpoint: at byte %d, %s", file, offset, problem));
    }
}
