package io.github.lenet.prediction;

import java.io.IOException;

/** Where a printer writes: a log, or a file. */
@FunctionalInterface
public interface Lines {

    /**
     * Writes one line.
     *
     * @param line the text, without its line break
     * @throws IOException if it cannot be written
     */
    void write(String line) throws IOException;
}
